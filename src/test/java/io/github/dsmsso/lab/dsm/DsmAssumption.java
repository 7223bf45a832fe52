package io.github.dsmsso.lab.dsm;

import org.jspecify.annotations.Nullable;

/**
 * What the simulator takes for granted although no public source settles it. Each holds
 * from the start; those with another reading can be switched with
 * {@link DsmWorld#assume(DsmAssumption, boolean)}.
 */
public enum DsmAssumption {

	/** Public sources disagree. */
	MISSING_TOKEN_ANSWERS_119("A session that was given a SynoToken answers 119 to a call without it", "103"),

	/** Only known to be optional. */
	WRONG_PROOF_ANSWERS_119("A header X-SYNO-HASH that the session's handshake did not make answers 119", null),

	/** Both have been seen on real boxes. */
	IDLE_SESSION_ANSWERS_106("A call in a session that was idle too long answers 106, later ones 119", "119 at once"),

	/** A capture shows a placeholder of eight hyphens, others no key. */
	NO_TOKEN_UNASKED("Who does not ask for a SynoToken gets no such key", "the key holds \"--------\""),

	/** No code range for the SSO pages has been published. */
	BAD_SSO_INPUT_ANSWERS_120("A value of the wrong type or an unknown profile is refused with 120", null),

	/** Nobody has written an undo to a blank profile down. */
	BLANK_PROFILE_IS_ACCEPTED("SSO.Profile set takes a blank sso_profile, as get returns it before the first use",
			"it answers 120"),

	/** The front-end code shows that it happens, not with which values. */
	CODE_LOGIN_IS_AUTH_LOGIN("The code is redeemed by SYNO.API.Auth login version 7 with code and server=oidc", null),

	/** Only one published ID token speaks for a nonce. */
	NO_NONCE("The authorize URL carries no nonce", "it carries one"),

	/** All known set-ups have the claim there. */
	CLAIM_FROM_ID_TOKEN("The name is taken from the ID token, never from userinfo", null),

	/** DSM's password sign-in does not look at the case; about OIDC nothing is known. */
	CLAIM_IS_CASE_SENSITIVE("The claim must equal the account's name to the letter",
			"upper and lower case are the same"),

	/** Unknown which form DSM wants when names collide. */
	DIRECTORY_ACCOUNT_BY_EITHER_NAME(
			"A directory account is found by its short name and by DOMAIN\\user or user@directory", null),

	/**
	 * Secrets with special characters are reported to fail at the token endpoint
	 * (authelia, discussion 7428).
	 */
	SECRET_IS_SENT_AS_IT_STANDS("The client secret goes into the form without URL-encoding", "it is encoded"),

	/** Reports of both exist; no source tells when. */
	NO_SECOND_FACTOR_AFTER_SSO("DSM does not ask for its own one-time code after the sign-in by OIDC", null),

	/** Any text but "password" would do. */
	LOG_NAMES_OIDC("The connection log says \"via [OIDC]\"", null),

	/** Only the texts are known, and which cause brings which. */
	OIDC_FAILURE_CODES("Sign-ins by OIDC fail with the codes listed in SignInMessage", null),

	/**
	 * The wording "not privilege" is reported for token requests the provider refuses
	 * (authelia, discussion 6902).
	 */
	REFUSED_CODE_IS_NOT_PRIVILEGE("A code the provider refuses ends as \"not privilege\"", null),

	/** The button shows a name; no capture has its key. */
	CAPTION_IS_OIDC_NAME("SessionData carries the button's caption as oidc_name", null),

	/** Observed nowhere, only concluded. */
	BUTTON_WITHOUT_SETTINGS("With the profile on and no settings the button is shown and fails", null),

	/** The page of a real DSM has its own script for this. */
	CODE_COMES_BY_MESSAGE("The pop-up posts code and state to its opener, to its own origin only", null);

	private final String sentence;

	private final @Nullable String otherwise;

	DsmAssumption(String sentence, @Nullable String otherwise) {
		this.sentence = sentence;
		this.otherwise = otherwise;
	}

	/** What is assumed. */
	public String sentence() {
		return this.sentence;
	}

	/**
	 * What the simulator does when the assumption is switched off, or null if it has no
	 * other way.
	 */
	public @Nullable String otherwise() {
		return this.otherwise;
	}

}
