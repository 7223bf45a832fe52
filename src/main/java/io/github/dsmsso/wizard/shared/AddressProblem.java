package io.github.dsmsso.wizard.shared;

/**
 * Why something that was typed is no address of a server that is called.
 */
final class AddressProblem {

	private AddressProblem() {
	}

	static ProblemException of(String code, String... arguments) {
		return new ProblemException(Problem.of("address." + code, arguments));
	}

}
