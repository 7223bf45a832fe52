package io.github.dsmsso.wizard.accounts;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.dsmsso.wizard.accounts.Person.Note;
import io.github.dsmsso.wizard.accounts.Person.Outlook;
import io.github.dsmsso.wizard.accounts.Person.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PeopleTests {

	@Test
	void howManyGetInIsKnownUnlessNobodyIsKnownTo() {
		assertThat(people(Verdict.WILL_GET_IN, Verdict.NO_DSM_ACCOUNT).howManyGetIn()).isEqualTo(1);
		assertThat(people(Verdict.NO_DSM_ACCOUNT).howManyGetIn()).isZero();
		assertThat(people(Verdict.WILL_GET_IN, Verdict.NAME_NOT_KNOWN).howManyGetIn()).isEqualTo(1);
		assertThat(people(Verdict.NO_DSM_ACCOUNT, Verdict.ACCESS_NOT_KNOWN).howManyGetIn()).isNull();
		assertThat(people().howManyGetIn()).isZero();
	}

	@Test
	void thoseOfWhomItIsNotKnownAreNeitherInNorStranded() {
		People people = people(Verdict.ACCESS_NOT_KNOWN, Verdict.NAME_NOT_KNOWN, Verdict.DIRECTORY_NOT_LISTED,
				Verdict.NOT_ALLOWED_BY_AUTHENTIK);
		assertThat(people.notKnown()).extracting(Person::verdict)
			.containsExactly(Verdict.ACCESS_NOT_KNOWN, Verdict.NAME_NOT_KNOWN);
		assertThat(people.stranded()).extracting(Person::verdict).containsExactly(Verdict.DIRECTORY_NOT_LISTED);
	}

	@Test
	void whoWinsByAChangeIsNamedAsTheyStandAfterIt() {
		People before = people(Verdict.NO_DSM_ACCOUNT, Verdict.WILL_GET_IN, Verdict.ACCESS_NOT_KNOWN);
		People after = people(Verdict.ACCESS_NOT_KNOWN, Verdict.WILL_GET_IN, Verdict.NO_DSM_ACCOUNT);
		assertThat(People.gained(before, after)).containsExactly(after.persons().get(0));
		assertThat(People.lost(before, after)).containsExactly(before.persons().get(2));
	}

	@Test
	void whoWasNotThereBeforeWinsUnlessKeptOut() {
		assertThat(People.gained(people(), people(Verdict.WILL_GET_IN, Verdict.NO_DSM_ACCOUNT)))
			.extracting(Person::verdict)
			.containsExactly(Verdict.WILL_GET_IN);
	}

	@Test
	void whatAVerdictComesToIsOrderedFromTheWorstToTheBest() {
		assertThat(Verdict.NO_DSM_ACCOUNT.outlook()).isEqualTo(Outlook.OUT).isLessThan(Outlook.PERHAPS);
		assertThat(Verdict.AMBIGUOUS.outlook()).isEqualTo(Outlook.PERHAPS).isLessThan(Outlook.IN);
		assertThat(Verdict.WILL_GET_IN.outlook()).isEqualTo(Outlook.IN);
	}

	@ParameterizedTest
	@CsvSource({ "anna, false", "a.example, true", "'', false", ", false" })
	void aPersonIsRenamedWhereDsmGetsAnotherName(@Nullable String sent, boolean renamed) {
		Person anna = new Person("anna", "Anna", "", sent, null, Verdict.WILL_GET_IN, Set.of(Note.EMAIL_MISSING),
				List.of(), null);
		assertThat(anna.isRenamed()).isEqualTo(renamed);
		assertThat(anna.has(Note.EMAIL_MISSING)).isTrue();
		assertThat(anna.has(Note.EMAIL_SHARED)).isFalse();
	}

	private static People people(Verdict... verdicts) {
		List<Person> persons = IntStream.range(0, verdicts.length)
			.mapToObj((number) -> new Person("person-" + number, "", "", null, null, verdicts[number], Set.of(),
					List.of(), null))
			.toList();
		return new People(persons, List.of(), List.of(), DefaultAccess.OPEN);
	}

}
