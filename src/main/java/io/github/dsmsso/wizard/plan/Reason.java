package io.github.dsmsso.wizard.plan;

import java.util.List;

import io.github.dsmsso.wizard.judgement.Judgement;

/**
 * Why a field is changed. The sentence stands in the message bundle under its code.
 *
 * @param code the key of the sentence
 * @param arguments what the sentence names, never a secret
 */
public record Reason(String code, List<String> arguments) {

	private static final Reason CHOICE = new Reason("plan.reason.choice", List.of());

	public Reason {
		arguments = List.copyOf(arguments);
	}

	/** Somebody chose so. */
	static Reason choice() {
		return CHOICE;
	}

	/** It belongs to a connection that is made. */
	static Reason newConnection() {
		return new Reason("plan.reason.new", List.of());
	}

	/**
	 * It follows from the other changes, such as a sign-in page that starts otherwise.
	 */
	static Reason safety() {
		return new Reason("plan.reason.safety", List.of());
	}

	/** It mends what was found. */
	static Reason of(Judgement judgement) {
		return new Reason(judgement.code(), judgement.arguments());
	}

}
