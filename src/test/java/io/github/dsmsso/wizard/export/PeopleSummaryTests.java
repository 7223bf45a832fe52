package io.github.dsmsso.wizard.export;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.dsmsso.wizard.accounts.DefaultAccess;
import io.github.dsmsso.wizard.accounts.People;
import io.github.dsmsso.wizard.accounts.Person;
import io.github.dsmsso.wizard.accounts.Person.Verdict;
import io.github.dsmsso.wizard.dsm.DsmAccount;
import io.github.dsmsso.wizard.dsm.DsmAccount.Source;
import io.github.dsmsso.wizard.export.Summary.Actors;
import io.github.dsmsso.wizard.export.Summary.PeopleLine;
import io.github.dsmsso.wizard.export.Summary.Server;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The names of those who can sign in, and of those who cannot, go into the summary. */
class PeopleSummaryTests {

	@Test
	void everybodyIsNamedByWhatBecomesOfTheSignIn() {
		Summary summary = summary(List.of(person("anna", Verdict.WILL_GET_IN), person("frank", Verdict.WILL_GET_IN),
				person("erin_*", Verdict.NO_DSM_ACCOUNT)));
		assertThat(markdown(summary)).contains("## Who can sign in", "- 2 people can sign in: anna, frank\n",
				"- 1 person has no DSM account of the same name: erin\\_\\*\n  DSM never creates accounts");
		assertThat(new JsonSummary().write(summary, Locale.ENGLISH)).contains("\"people\" : [ {",
				"\"verdict\" : \"WILL_GET_IN\"", "\"usernames\" : [ \"anna\", \"frank\" ]", "\"notNamed\" : 0");
	}

	@Test
	void whoMeetsAnAccountOfAnotherNameIsNamedWithIt() {
		DsmAccount account = new DsmAccount("Erin", "", true, Source.LOCAL);
		Summary summary = summary(List
			.of(new Person("erin", "", "", "erin", account, Verdict.NAME_DIFFERS_IN_CASE, Set.of(), List.of(), null)));
		assertThat(markdown(summary)).contains(": erin (DSM account Erin)\n");
		assertThat(new JsonSummary().write(summary, Locale.ENGLISH)).contains("\"erin\" : \"Erin\"");
	}

	@Test
	void aLongListIsCutAndSaysSo() {
		Summary summary = summary(IntStream.range(0, 1234)
			.mapToObj((number) -> person("person" + number, Verdict.NO_DSM_ACCOUNT))
			.toList());
		assertThat(markdown(summary)).contains("1,234 people have no DSM account", "person99 and 1,134 more")
			.doesNotContain("person100");
		assertThat(new JsonSummary().write(summary, Locale.ENGLISH)).contains("\"count\" : 1234",
				"\"notNamed\" : 1134");
	}

	private static Person person(String username, Verdict verdict) {
		return new Person(username, "", "", username, null, verdict, Set.of(), List.of(), null);
	}

	private static Summary summary(List<Person> persons) {
		People people = new People(persons, List.of(), List.of(), DefaultAccess.OPEN);
		return new Summary(Instant.EPOCH, null, "none", new Actors("admin", "akadmin"),
				new Server("https://nas", "7.2"), new Server("https://auth", "2026.5"), "https://nas", List.of(),
				List.of(), null, List.of(), PeopleLine.of(people));
	}

	private static String markdown(Summary summary) {
		return Formats.markdown().write(summary, Locale.ENGLISH);
	}

}
