package io.github.dsmsso.wizard.apply;

/**
 * What has to hold of every run, whatever goes wrong.
 */
enum SafetyRule {

	ENDS_AS_IT_SAYS(
			"A run ends with everything as before, with everything as wanted, or with a report that names each difference and no other; and what DSM leads people to is there"),

	DEFAULT_LEADS_TO_WHAT_STAYS(
			"While the sign-in page of DSM leads to SSO by itself, the service it leads to does not change"),

	TOUCHES_NOTHING_OF_OTHERS("There is one of each object that is made, and what belongs to others stays as it is"),

	TELLS_NO_SECRET("No secret is in a problem, in the journal or in the log"),

	CALLS_NOBODY_ELSE("Only the two systems are called"),

	ENDS_IN_TIME("Apply and undo end within the time that is set for them"),

	SENDS_NOTHING_AGAIN_UNSEEN(
			"A write is sent a second time at most, and after a look; there is only one sign-in for each click"),

	SAYS_WHY("What did not go through says why, in sentences that are written for it"),

	SENDS_KNOWN_CALLS("Only calls of the list are sent"),

	IS_SETTLED_BY_THE_NEXT_RUN(
			"Once all is in order again the next run goes through, and after it there is nothing to change"),

	REPEATS_NO_ANSWER("What a peer writes into a refusal is not repeated"),

	NOTES_BEFORE_IT_WRITES(
			"A write is in the journal before it is sent, so that a kill at any moment leaves nothing unknown");

	private final String sentence;

	SafetyRule(String sentence) {
		this.sentence = sentence;
	}

	/** Which rule it is, what it says, and how it was broken. */
	String brokenBy(String what) {
		return this + " (" + this.sentence + "): " + what;
	}

	/** Whether a text is about a break of this rule. */
	boolean isBrokenIn(String text) {
		return text.startsWith(this + " ");
	}

}
