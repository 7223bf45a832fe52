package io.github.dsmsso.wizard.shared;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class VersionTests {

	@ParameterizedTest
	@CsvSource({ "DSM 7.2.2-72806 Update 3, 7.2.2", "DSM 7.2-64570, 7.2.0", "7.1.1, 7.1.1", "2026.5.0-rc1, 2026.5.0",
			"2025.10, 2025.10.0", "v2024.12.3, 2024.12.3", "DSM 7.4.1-90000, 7.4.1" })
	void aVersionIsFoundInAText(String text, String version) {
		assertThat(Version.parse(text)).hasToString(version);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "DSM", "7", "7.", ".7", "DSM UPDATED" })
	void aTextWithoutAVersionHasNone(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Version.parse(text));
	}

	@Test
	void versionsAreOrderedByNumberNotByText() {
		assertThat(Version.parse("7.10.0")).isGreaterThan(Version.parse("7.9.9"));
		assertThat(Version.parse("2025.10.1")).isGreaterThan(Version.parse("2025.8.4"));
		assertThat(Version.parse("7.2.1")).isGreaterThan(Version.parse("7.2")).isLessThan(Version.parse("7.2.2"));
	}

	@Test
	void aReleaseLineBeginsWithItsFirstRelease() {
		assertThat(Version.parse("7.2").isAtLeast(7, 2)).isTrue();
		assertThat(Version.parse("7.1.1").isAtLeast(7, 2)).isFalse();
		assertThat(Version.parse("7.2.1").isAtLeast(7, 2, 2)).isFalse();
		assertThat(Version.parse("8.0").isAtLeast(7, 2, 2)).isTrue();
	}

}
