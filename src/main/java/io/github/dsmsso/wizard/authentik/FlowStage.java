package io.github.dsmsso.wizard.authentik;

/**
 * A stage of a flow, by what it means to somebody who is signed in already.
 *
 * @param name its name
 * @param effect what it does
 */
public record FlowStage(String name, Effect effect) {

	/** What a stage does, the worst first. */
	public enum Effect {

		/** It lets nobody pass: a deny stage. */
		DENIES,
		/** It lets some not pass: a deny stage that policies are bound to. */
		DENIES_SOME,
		/**
		 * It lets nobody pass who has no second factor: an authenticator validation stage
		 * whose {@code not_configured_action} is {@code deny}.
		 */
		DENIES_WITHOUT_DEVICE,
		/** It asks at every sign-in: a consent stage that remembers nothing. */
		ASKS_CONSENT_EACH_TIME,
		/** People can pass it. */
		PASSABLE

	}

}
