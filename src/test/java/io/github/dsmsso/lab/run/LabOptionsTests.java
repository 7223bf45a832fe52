package io.github.dsmsso.lab.run;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link LabOptions}.
 */
class LabOptionsTests {

	@Test
	void anOptionHasAValueOrItsDefault() {
		LabOptions options = LabOptions.only(new String[] { "--release=7.3.2" }, "port", "release");

		assertThat(options.get("release", "7.2.2")).isEqualTo("7.3.2");
		assertThat(options.get("port", "5001")).isEqualTo("5001");
		assertThat(options.get("port")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "--version=7.3.2", "--release", "release=7.3.2", "7.3.2" })
	void whatIsNoOptionIsNamedTogetherWithWhatIs(String argument) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> LabOptions.only(new String[] { argument }, "port", "release"))
			.withMessageContaining(argument)
			.withMessageContaining("port, release");
	}

	@Test
	void othersMayHaveOptionsOfTheirOwn() {
		LabOptions options = LabOptions.among(new String[] { "--server.port=8081", "--dsm=7.4" }, "dsm", "authentik");

		assertThat(options.get("dsm")).hasValue("7.4");
	}

}
