package io.github.dsmsso.lab.dsm.world;

import org.jspecify.annotations.Nullable;

/**
 * What the simulator takes for granted although no public source settles it: the whole
 * list of it. Each holds from the start; those with another reading can be switched with
 * {@link DsmWorld#assume(DsmAssumption, boolean)}.
 */
public enum DsmAssumption {

	// The WebAPI

	/**
	 * Concluded from the check order; a client of Synology's signs in again on 105 too.
	 */
	MISSING_SESSION_ANSWERS_119("A call without a session that needs one answers 119", "105"),

	/** Public sources disagree. */
	MISSING_TOKEN_ANSWERS_119("A session that was given a SynoToken answers 119 to a call without it", "103"),

	/** Only known to be optional. */
	WRONG_PROOF_ANSWERS_119("A header X-SYNO-HASH that the session's handshake did not make answers 119", null),

	/** Both have been seen on real boxes. */
	IDLE_SESSION_ANSWERS_106("A call in a session that was idle too long answers 106, later ones 119", "119 at once"),

	/** Reported by users of one client (N4S4, issue 239). */
	OUTSIDE_SESSIONS_ARE_LIMITED(
			"A sign-in from outside without a handshake succeeds and is kept from administrators' APIs", null),

	/** Of some methods only the names are known. */
	UNKNOWN_PARAMETERS_ANSWER_120("A method whose parameters nobody has published answers 120", null),

	/** One client asks so and fails here; which box it was tried with is not known. */
	USERS_ARE_LISTED_WITHOUT_IDS(
			"User list wants additional as a list, where a bare word is 120, and has no uid to give",
			"it takes a bare word, and gives the uid to whoever asks"),

	/**
	 * One client sends an empty one-time code in the envelope, and the right one in
	 * clear.
	 */
	ENVELOPE_COMES_FIRST("Where a parameter is in the envelope and in clear, the envelope's counts",
			"an empty one in the envelope leaves that in clear"),

	/** Every public client but one sends strings without quotes. */
	BARE_STRINGS_ARE_TAKEN("A string parameter may come without quotes where it does not look like JSON",
			"120, as DsmWorld.takesOnlyJsonValues()"),

	/**
	 * One source says that some privileged writes are refused so (pmilano1,
	 * authentication.md).
	 */
	HTTP_TAKES_SECRETS("A client secret may come over plain HTTP outside the encrypted envelope", "403"),

	/** Of 7.3.2 and 7.4 there is no whole dump. */
	FIRST_SEEN_IS_FIRST("What was first seen on a release is not on the release before it", null),

	/** The first build of 7.1 was never dumped. */
	SEVEN_ONE_IS_SEVEN_ONE_ONE("DSM 7.1.0 is as 7.1.1", null),

	/** A client that was not a browser found none marked on 7.4. */
	OWN_CONNECTION_IS_KNOWN_BY_COOKIE("Of DSM 7.4's connections that of the caller's cookie is marked as current",
			null),

	/** Only 7.1.1's was captured. */
	BUILD_DATES_ARE_ROUGH("The day of a build is roughly right", null),

	/** DSM's own pages read so; no capture shows it of every API that is read here. */
	COMPOUNDS_TAKE_ANY_CALL("SYNO.Entry.Request takes the calls of every API", "each of its members answers 105"),

	/** Concluded from the word "sequential". */
	COMPOUNDS_READ_WHAT_THEY_WROTE("In one SYNO.Entry.Request a read behind a write finds what was written",
			"what was there before"),

	/** The published lists have null for it, or no such field. */
	APP_DOMAINS_ARE_TEXTS("AppPortal list tells the domain of an application as the text fqdn", null),

	// Signing in with a password

	/** Some shapes of real answers lack the key. */
	TOKEN_COMES_WHEN_ASKED_FOR("Who asks for a SynoToken gets one", "no session ever has one"),

	/** A capture shows a placeholder of eight hyphens, others no key. */
	NO_TOKEN_UNASKED("Who gets no SynoToken gets no such key", "the key holds \"--------\""),

	/** Official guide and captures differ. */
	DEVICE_TOKEN_IS_DEVICE_ID("From version 7 on the token of a trusted device is called device_id",
			"did, in every version"),

	/** A public simulator does so. */
	LOGOUT_ALWAYS_SUCCEEDS("Signing out without a session succeeds", "119"),

	// Accounts

	/**
	 * A client changed its type after failures on a real box (ironashram, go-synology).
	 */
	UIDS_ARE_NUMBERS("Ids of accounts are numbers", "texts"),

	/** While DSM still fetches a directory it answers 2626. */
	DIRECTORY_IS_LISTED("The accounts of a joined directory can be listed", "2626"),

	/** Nobody has published such a list. */
	DIRECTORY_NAMES_ARE_QUALIFIED("Accounts of a directory are listed as DOMAIN\\user or user@directory",
			"by their short names"),

	/**
	 * Two clients read them so; what other methods of the family want is known by halves.
	 */
	APP_RULES_ARE_LISTED("AppPriv.Rule list tells the rules of an application to administrators",
			"3400, as where a parameter is missing"),

	/** Answers of two boxes have been published. */
	APP_RULES_NAME_ADDRESSES("A rule of an application carries allow_ip and deny_ip, 0.0.0.0 for every address",
			"it carries one word, allow or deny"),

	/** A client says so in its comments; the page calls them default privileges. */
	EVERYONE_COUNTS_LAST("What is said of everyone counts only for whom no other rule is about", null),

	/** The page offers it as "By IP". */
	OTHER_ADDRESSES_ARE_DENIED("A rule that allows certain addresses denies the others", null),

	/** Nobody has published a box on which it was tried. */
	ADMINISTRATORS_CAN_BE_DENIED("Rules about the application DSM hold for administrators, too", null),

	// The page SSO Client

	/** In clear text on every build seen so far. */
	SECRET_IS_READABLE("OIDC.SSO get returns the client secret", "stars"),

	/** No code range for the SSO pages has been published. */
	BAD_SSO_INPUT_ANSWERS_120("A value of the wrong type or an unknown profile is refused with 120", null),

	/** DSM's page fetches the discovery document, the API is not known to look. */
	ADDRESSES_ARE_NOT_CHECKED("OIDC.SSO set stores any text for an address or a scope",
			"what is neither blank nor https answers 120"),

	/** Nobody has written an undo to the blank fields down. */
	BLANK_FIELDS_ARE_TAKEN("OIDC.SSO set takes blanks, as get returns them before the first use",
			"a blank secret, id or well-known URL answers 120"),

	/** DSM's page sends "profile", which get does not return. */
	UNKNOWN_FIELDS_ARE_IGNORED("OIDC.SSO set ignores parameters it does not know", "120, except for profile"),

	/** Nobody has written an undo to a blank profile down. */
	BLANK_PROFILE_IS_ACCEPTED("SSO.Profile set takes a blank sso_profile, as get returns it before the first use",
			"120"),

	/** A client refuses it before DSM could (terraform-provider-synology). */
	DEFAULT_WITHOUT_SWITCH_IS_TAKEN("SSO.Setting set takes SSO as the default while SSO is off", "120"),

	/** There it would be a field of Synology's own SSO. */
	DEFAULT_ON_SEVEN_ONE_IS_ONLY_READ("DSM 7.1 cannot be told the default sign-in over a known method", null),

	/** The id of Entra's profile is not known. */
	ENTRA_IS_NOT_LISTED("SSO.Profile list of DSM 7.3 and newer has no id for Entra",
			"it lists \"entra\", and takes it"),

	/** Concluded from what 7.1 added. */
	OLD_PROFILES_ARE_TWO("Before DSM 7.1 SSO.Profile list holds azure and websphere only", null),

	/** The only capture is cut off after the fourth field. */
	ENTRA_FIELDS_ARE_GUESSED("Entra's settings are those of an Azure application with its endpoints", null),

	// The sign-in page

	/** Observed nowhere, only concluded. */
	BUTTON_WITHOUT_SETTINGS("With the profile on and no settings the button is shown and fails", "there is no button"),

	/** The button shows a name; no capture has its key. */
	CAPTION_IS_OIDC_NAME("SessionData carries the button's caption as oidc_name", "the key is missing"),

	/**
	 * Both texts have been reported for blank endpoints (krg-infra; authelia, discussion
	 * 4160).
	 */
	INCOMPLETE_IS_NOT_CONFIGURED("Pressing the button with incomplete settings says \"not properly configured\"",
			"it says \"Unable to get the URL\""),

	/** A provider's log shows two reads at the start of a sign-in. */
	BUTTON_READS_DISCOVERY("Pressing the button fails where the NAS cannot read the discovery document",
			"it builds the address without"),

	/** Without stored endpoints sign-ins fail, whatever the document says. */
	STORED_ENDPOINT_IS_USED("The authorize URL begins with the stored endpoint", "with that of the discovery document"),

	/** Concluded from DSM's words "Sign in with DSM account". */
	PASSWORD_FORM_STAYS("With SSO as the default the form for passwords is one click away", null),

	/** Newer releases are said to choose by the name the page was opened by. */
	ONE_REDIRECT_URI("The redirect URI goes as it is stored, whatever name the page was opened by", null),

	/** Only one published ID token speaks for a nonce. */
	NO_NONCE("The authorize URL carries client id, redirect URI, response type and scope, and no nonce",
			"it carries one, which the ID token must bring back"),

	/** The page of a real DSM has its own script for this. */
	CODE_COMES_BY_MESSAGE("The pop-up posts code and state to its opener, to its own origin only", null),

	/** Only the open window has been reported. */
	LOST_POP_UP_SAYS_NOT_PRIVILEGE(
			"A pop-up that has lost its opener, or its state, stays open and says \"not privilege\"", null),

	// Signing in by OpenID Connect

	/** The front-end code shows that it happens, not with which values. */
	CODE_LOGIN_IS_AUTH_LOGIN("The code is redeemed by SYNO.API.Auth login version 7 with code and server=oidc", null),

	/** There are no fields for them. */
	DISCOVERY_NAMES_THE_REST("Issuer and keys are those of the discovery document, read at each sign-in", null),

	/** Undocumented; the other reading is a NasNetwork that is cut off. */
	IMPORTED_CERTIFICATES_ARE_TRUSTED("Certificates an administrator imported are trusted on the way to the provider",
			null),

	/** Unknown whether Network.Proxy counts here. */
	NO_PROXY_ON_THE_WAY_OUT("The NAS reaches the provider without a proxy", null),

	/**
	 * Secrets with special characters are reported to fail at the token endpoint
	 * (authelia, discussion 7428).
	 */
	SECRET_IS_SENT_AS_IT_STANDS("The client secret goes into the form without URL-encoding", "it is encoded"),

	/** Standard clients check it; nobody has looked at DSM. */
	ID_TOKEN_IS_FOR_US("Issuer, audience and end of the ID token are checked", "its signature only"),

	/**
	 * Reports of another provider go either way (tsidp, issues 146 and 158); authentik
	 * has the same claim in both.
	 */
	ID_TOKEN_NAMES_THE_PERSON("The ID token is asked for the name first", "userinfo alone is asked"),

	/** All known set-ups have the claim there. */
	CLAIM_FROM_ID_TOKEN("The name is taken from the ID token, never from userinfo",
			"userinfo is asked for a claim that is missing"),

	/** Standard clients look at them; nobody has looked at DSM. */
	LITTLE_ELSE_IS_CHECKED(
			"Neither azp, nbf and iat of the ID token nor the address of the issuer's own document are looked at",
			"all four must fit"),

	/** Libraries differ; nobody has looked at DSM. */
	KEYS_ARE_FOUND_BY_THEIR_ID(
			"A key counts whatever its use is, and one without an id never for a token that names one",
			"one for encryption never counts, and one that stands alone needs no id"),

	/** So does the library of the laboratory. */
	UNKNOWN_CURVE_SPOILS_THE_KEYS("A key of a curve that is unknown spoils the provider's whole set",
			"it is passed over"),

	/** DSM's password sign-in does not look at the case; about OIDC nothing is known. */
	CLAIM_IS_CASE_SENSITIVE("The claim must equal the account's name to the letter",
			"upper and lower case are the same"),

	/** Short names worked on a box that had joined a domain. */
	DIRECTORY_ACCOUNT_BY_EITHER_NAME(
			"A directory account is found by its short name and by DOMAIN\\user or user@directory",
			"by the long one only"),

	/** Nobody has tried. */
	LOCAL_ACCOUNT_COMES_FIRST("Where a local and a directory account share a name, the local one is meant",
			"the directory's"),

	/** Concluded only. */
	CLOSED_ACCOUNTS_STAY_OUT(
			"A disabled or expired account, or one without the right to DSM, is refused after the provider let it in",
			null),

	/** Reports of both exist; no source tells when. */
	NO_SECOND_FACTOR_AFTER_SSO("DSM does not ask for its own one-time code after the sign-in by OIDC", "it does"),

	/** Any text but "password" would do. */
	LOG_NAMES_OIDC("The connection log says \"via [OIDC]\"", "\"via [SSO]\""),

	/** Only the texts are known, and which cause brings which. */
	OIDC_FAILURE_CODES("Sign-ins by OIDC fail with the codes listed in SignInMessage", null),

	/**
	 * The wording "not privilege" is reported for token requests the provider refuses
	 * (authelia, discussion 6902).
	 */
	REFUSED_CODE_IS_NOT_PRIVILEGE("A code the provider refuses ends as \"not privilege\"",
			"as \"not properly configured\"");

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
