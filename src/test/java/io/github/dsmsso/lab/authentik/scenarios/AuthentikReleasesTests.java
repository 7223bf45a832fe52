package io.github.dsmsso.lab.authentik.scenarios;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The release notes of authentik, as far as clients notice them, line by line: what a
 * release brings is there in it and was not there in the one before.
 */
class AuthentikReleasesTests {

	static Stream<Difference> notes() {
		return Stream
			.of(ApiDifferences.all(), SignInDifferences.all(), InstanceDifferences.all(), RbacDifferences.all(),
					BlueprintDifferences.all())
			.flatMap((notes) -> notes);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("notes")
	void aDifferenceIsNoticedFromItsReleaseOn(Difference difference) {
		assertThat(difference.isNoticedIn(difference.lastWithout())).as("%s: %s", difference, difference.lastWithout())
			.isFalse();
		assertThat(difference.isNoticedIn(difference.firstWith())).as("%s", difference).isTrue();
	}

	@ParameterizedTest
	@EnumSource
	void everyBehaviourHasANote(Behaviour behaviour) {
		assertThat(notes()).extracting(Difference::behaviour).contains(behaviour);
	}

	/** Releases next to each other, as the laboratory has them. */
	static Stream<Arguments> neighbours() {
		List<AuthentikVersion> all = AuthentikVersion.all();
		return IntStream.range(1, all.size()).mapToObj((index) -> Arguments.of(all.get(index - 1), all.get(index)));
	}

	@ParameterizedTest
	@MethodSource("neighbours")
	void whateverComesOrGoesBetweenNeighboursHasANoteThere(AuthentikVersion before, AuthentikVersion after) {
		assertThat(differing(before, after)).isEqualTo(noted(before, after)).isNotEmpty();
	}

	private static Set<Behaviour> differing(AuthentikVersion before, AuthentikVersion after) {
		return Stream.of(Behaviour.values())
			.filter((behaviour) -> before.has(behaviour) != after.has(behaviour))
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Behaviour.class)));
	}

	private static Set<Behaviour> noted(AuthentikVersion before, AuthentikVersion after) {
		return notes()
			.filter((note) -> note.lastWithout().equals(before.number()) && note.firstWith().equals(after.number()))
			.map(Difference::behaviour)
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Behaviour.class)));
	}

	@Test
	void aReleaseIsFoundByTheBeginningOfItsNumber() {
		assertThat(AuthentikVersion.of("2026.5").number()).isEqualTo("2026.5.6");
		assertThat(AuthentikVersion.of("2024.8.4").number()).isEqualTo("2024.8.4");
		assertThat(AuthentikVersion.of("2024.8").number()).isEqualTo("2024.8.6");
	}

}
