package io.github.dsmsso.wizard.shared;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemTests {

	private final Problem problem = Problem.of("network.refused", "https://nas");

	@Test
	void aTechnicalLineIsAddedToTheSameProblem() {
		Problem detailed = this.problem.withDetail("errno 111");
		assertThat(detailed).returns("network.refused", Problem::code).returns("errno 111", Problem::detail);
		assertThat(detailed.arguments()).containsExactly("https://nas");
		assertThat(this.problem.detail()).isNull();
	}

	@Test
	void aLogShowsTheNameOfAProblemAndItsTechnicalLine() {
		assertThat(new ProblemException(this.problem)).hasMessage("network.refused");
		assertThat(new ProblemException(this.problem.withDetail("errno 111"))).hasMessage("network.refused: errno 111");
	}

}
