package io.github.dsmsso.wizard.authentik;

import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.shared.Version;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class AuthentikCapabilitiesTests {

	@ParameterizedTest
	@MethodSource
	void eachBorderLiesBetweenTwoReleases(String last, String first, Predicate<AuthentikCapabilities> capability) {
		assertThat(capability).rejects(of(last)).accepts(of(first));
	}

	static Stream<Arguments> eachBorderLiesBetweenTwoReleases() {
		return Stream.of(border("2023.8.7", "2023.10.0", AuthentikCapabilities::isSupported),
				border("2023.10.7", "2024.2.0", AuthentikCapabilities::previewsOtherUsers),
				border("2023.10.7", "2024.2.0", AuthentikCapabilities::hasSystemSettings),
				border("2024.2.4", "2024.4.0", AuthentikCapabilities::keyAlgorithmCanBeChosen),
				border("2024.2.4", "2024.4.0", AuthentikCapabilities::listsCanBeSlim),
				border("2024.6.5", "2024.8.0", AuthentikCapabilities::scopeMappingsBelowProvider),
				border("2024.8.6", "2024.10.0", AuthentikCapabilities::hasInvalidationFlow),
				border("2024.8.6", "2024.10.0", AuthentikCapabilities::hasEncryptionKey),
				border("2025.6.4", "2025.8.0", AuthentikCapabilities::hasExactActionFilter),
				border("2025.10.4", "2025.12.0", AuthentikCapabilities::keyPairsSayKeyType),
				border("2025.10.4", "2025.12.0", AuthentikCapabilities::groupsHaveManyParents),
				border("2026.2.2", "2026.5.0", AuthentikCapabilities::hasGrantTypes),
				border("2026.2.2", "2026.5.0", AuthentikCapabilities::redirectUrisHaveType),
				border("2026.8.5", "2026.11.0", AuthentikCapabilities::mayReferToSecrets));
	}

	@ParameterizedTest
	@CsvSource({ "2024.6.5, false", "2024.8.4, false", "2024.8.5, true", "2024.8.6, true", "2024.10.0, false",
			"2024.10.2, false", "2024.10.3, true", "2024.12.0, true", "2026.8.3, true" })
	void redirectUrisBecameObjectsInThePatchesOfTwoReleases(String version, boolean objects) {
		assertThat(of(version).redirectUrisAreObjects()).isEqualTo(objects);
	}

	private static Arguments border(String last, String first, Predicate<AuthentikCapabilities> capability) {
		return Arguments.of(last, first, capability);
	}

	private static AuthentikCapabilities of(String version) {
		return new AuthentikCapabilities(Version.parse(version));
	}

}
