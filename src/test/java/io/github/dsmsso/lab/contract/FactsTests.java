package io.github.dsmsso.lab.contract;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether the facts in the repository are those of the descriptions. */
class FactsTests {

	private static final Publications PUBLISHED = PublishedFolder.find()
		.<Publications>map((folder) -> folder)
		.orElseGet(Facts::committed);

	@Test
	void theFactsAreThoseOfWhatIsPublished() throws IOException {
		if ("write".equals(System.getProperty("facts"))) {
			FactsGenerator.write(PUBLISHED);
		}
		else {
			assertThat(FactsGenerator.text(PUBLISHED)).as("To take them anew: mvn test -Dtest=FactsTests -Dfacts=write")
				.isEqualTo(Facts.committedText());
		}
	}

}
