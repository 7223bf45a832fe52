package io.github.dsmsso.lab.authentik.releases;

import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import org.jspecify.annotations.Nullable;

/**
 * What the simulator takes for granted about authentik without a source that was seen
 * running. Each holds from the start; those with another reading can be switched with
 * {@link AuthentikWorld#assume(AuthentikAssumption, boolean)}.
 */
public enum AuthentikAssumption {

	/** Derived from the code and from Django REST framework's rules, never observed. */
	BAD_TOKEN_ANSWERS_403("A token that is not valid is answered with 403", "with 401"),

	/** Authentication comes before permissions in the framework. */
	BAD_TOKEN_IS_REFUSED_ON_PUBLIC_PATHS("A bad token is refused even where no token is needed",
			"public paths do not look at it"),

	/** Seen in 2025.12.4, and otherwise in 2023.10.7; not where the border is. */
	MISSING_OBJECT_IS_NAMED("From 2024.8 on a missing object answers \"No … matches the given query.\"",
			"\"Not found.\""),

	/** Clients should look at the field, not at the words. */
	DUPLICATE_IS_TOLD_BY_DJANGO("A duplicate answers \"… with this name already exists.\"",
			"\"This field must be unique.\""),

	/** Known of the library for filters, not of every filter. */
	FILTER_BY_UNKNOWN_OBJECT_IS_REFUSED("Filtering by the key of an object that does not exist is 400",
			"the list is empty"),

	/** The signal handlers were read for applications only. */
	CHANGES_EMPTY_THE_APPLICATION_CACHE(
			"Saving or deleting an application or a binding empties every user's cached list",
			"the cached list stays as it was"),

	/** HEAD and OPTIONS are the framework's; no client is known to need them. */
	OPTIONS_DESCRIBE_THE_ENDPOINT("OPTIONS answers name, description and media types to who may read", null),

	/** Seen of 2025.12.4 and 2026.2.2; 2023.10.7 shows the page, see Behaviour. */
	IMPLICIT_CONSENT_SHOWS_NO_PAGE(
			"A signed-in user whom the flow asks nothing is sent to the client at once from 2024.12 on",
			"the flow's page sends them on"),

	/** Newer documentation shows it; no release note names the border. */
	TOKEN_ANSWER_NAMES_SCOPES("The token answer names the scopes from 2024.12 on", "no release does"),

	/** Older texts of authentik add one; which release was the last is not known. */
	ID_TOKEN_COMES_ALONE("The response type id_token brings no access token", null),

	/** The text of 2023 has it so; nobody looked whether later ones delete it at once. */
	DEVICE_CODES_END("A device code that is over is unknown to the token endpoint", null),

	/** A fix for missing events went into 2026.8 (goauthentik/authentik PR 24819). */
	AUTHORIZATION_IS_AN_EVENT("Every code that is issued leaves an authorize_application event", "none is written"),

	/** Only Ed448 is named in 2026.8's notes. */
	ED25519_CANNOT_SIGN("An Ed25519 key cannot sign in any release", "it can from 2026.8 on, as Ed448 can"),

	/** Nothing in the code that signs looks at the certificate's dates. */
	EXPIRED_KEYS_SIGN("A key whose certificate has expired signs as before", null),

	/** PyJWT calls both Edwards curves EdDSA. */
	ED448_SIGNS_AS_EDDSA("Tokens signed with an Ed448 key, and discovery, name EdDSA", null),

	/** The code of 2026.8 was not read. */
	DISCOVERY_SAYS_NO_MORE("Discovery of 2026.8 has the members of 2026.5", "it names DPoP and registration, too"),

	/**
	 * 2026.8 caches the claims of discovery (PRs 24890, 24944); for how long is not
	 * known.
	 */
	DISCOVERY_IS_NEVER_STALE("What discovery promises follows a change of mappings at once",
			"from 2026.8 on it keeps the claims that it said first"),

	/** Announced (PRs 26095, 26098), not released. */
	SECRET_READS_AS_A_REFERENCE("From 2026.11 on client_secret reads as the UUID of a secret object",
			"the member is missing"),

	/**
	 * Announced (PRs 26095, 26098), not released: what becomes of API clients is open.
	 */
	SECRET_MAY_BE_CHOSEN("From 2026.11 on client_secret still takes a secret in clear, and the UUID of one", null),

	/**
	 * The setting exists from 2026.8 and is needed from 2026.11; its reach is not known.
	 */
	BASE_URL_LEAVES_THE_ISSUER_ALONE("The base URL setting is for links in mails only",
			"every address that authentik tells begins with it"),

	/** Limits were back-ported into patch releases and were not read. */
	NOBODY_IS_THROTTLED("The throttle per address is never reached", null),

	/** The field of the framework may be told otherwise; no instance was asked. */
	EMPTY_GRANT_TYPES_ARE_REFUSED("An empty list of grant types is refused with \"This list may not be empty.\"",
			"it is taken"),

	/**
	 * The models' default manager leaves out what has expired; how bindings got theirs
	 * (PR 24116) was not read.
	 */
	EXPIRED_BINDINGS_DO_NOT_COUNT("From 2026.8 on a binding that has expired neither counts nor is listed",
			"it counts, and is listed, until a worker deletes it"),

	/** Neither notes nor patch releases name the border; 20430 was merged in February. */
	ALL_IS_ALL_AGAIN("From 2025.12 on policy mode all wants every group and every user bound", null),

	/** The laboratory knows little Python. */
	OTHER_EXPRESSIONS_FAIL("A policy's expression that the laboratory does not play acts as one that raises", null),

	/**
	 * The code of one release of 2026 fills in the defaults; of which, is not known.
	 * Until 2026.2 nothing is told that nobody has set (seen running).
	 */
	FLAGS_ARE_TOLD_WITH_THEIR_DEFAULTS("From 2026.5 on system settings tell every flag of the release",
			"only those that somebody has set"),

	/** The release notes name the folder, not the address. */
	MEDIA_LIE_BELOW_PUBLIC("Uploaded icons are at media/public/, from 2025.12 on at files/media/public/", null),

	/** Which checks log what is not known. */
	ACCESS_CHECK_LOGS_ONE_LINE("An access check asked by a superuser logs one line for each binding", null),

	/** The stage's default; what the shipped blueprint sets was not read. */
	CONSENTS_LAST_FOUR_WEEKS("A consent lasts four weeks and is for whatever scopes are asked meanwhile", null),

	/** The decorator's code was read; the framework's own check of a POST was not run. */
	ASSIGNING_NEEDS_ONE_PERMISSION("Assigning to a role needs assign_role_permissions and no other permission", null),

	/** Nothing in the code catches what Django raises; the laboratory knows few. */
	UNKNOWN_PERMISSION_IS_A_SERVER_ERROR(
			"Assigning a permission that does not exist, or that the laboratory does not know, is a server error",
			null),

	/** The code of two releases was read, and not from which on the newer holds. */
	SINGLE_OBJECTS_COUNT_WHEN_ASKED_FOR(
			"From 2024.8 on who holds permissions for single objects is listed only when one is asked for", null),

	/** The name was seen; whether a scenario's user would have one was not. */
	USERS_HAVE_A_ROLE_OF_THEIR_OWN("From 2025.12 on a user's own permissions are those of a managed role", null),

	/** The code answers the key of what Django assigned, which changed with the roles. */
	ASSIGNMENTS_FOR_ALL_HAVE_KEYS("From 2025.12 on a permission for all objects is assigned under a key of its own",
			null),

	/** Newer code checks the name as a field; from which release on is not known. */
	SERVICE_ACCOUNTS_ARE_CHECKED_ALIKE("A service account whose name is taken is refused without naming the field",
			null),

	/** The serializer looks at each by itself. */
	A_PRIVATE_KEY_NEED_NOT_FIT("A private key that does not belong to its certificate is taken all the same", null),

	/**
	 * Of the older releases, which filtered whatever was asked, the last is not known.
	 */
	ALL_KEYS_ARE_LISTED_UNLESS_ASKED("has_key=false lists all certificates, with keys or without", null),

	/** The class of keys names the certificate's type where no private key is needed. */
	CERTIFICATES_HAVE_A_TYPE("From 2025.12 on key_type is told of a certificate without its private key", null),

	/** What an installation runs on differs, and no client is known to need it. */
	SYSTEM_RUNS_ON_LINUX("The system runs in a container on Linux, and names its outpost by the asked address", null),

	/** The code of older releases was read; what newer ones schedule was not. */
	NEW_BLUEPRINTS_WAIT("A new blueprint is applied when somebody asks for it, and its status is unknown until then",
			"it is applied as soon as it is saved"),

	/** The worker's queue was replaced in 2025.8; how fast it is, nobody says. */
	APPLYING_ANSWERS_FIRST(
			"Applying a blueprint answers what it was before from 2025.8 on, and what became of it before that", null),

	/** The decorator and the framework's check were read, not run. */
	APPLYING_NEEDS_TWO_PERMISSIONS("Applying a blueprint needs to view it and to add blueprints", null),

	/** The framework asks for the first, the code of newer releases for the others. */
	IMPORTING_NEEDS_ALL_PERMISSIONS(
			"Importing needs add_blueprintinstance, and to add, change and delete every kind of object in the file",
			null),

	/** What the code lets the YAML library throw is a server error at worst. */
	UNREADABLE_BLUEPRINTS_ARE_TOLD("A blueprint that cannot be read fails like one that cannot be applied", null),

	/** The code was read of a development version, which took files only. */
	IMPORT_WANTS_FILE_OR_PATH("An import without file and path, or with a context that is no JSON, is 400", null),

	/** The laboratory has a few kinds of objects, and a few tags. */
	BLUEPRINTS_SAY_LITTLE("What blueprints can say and the laboratory does not play is refused by its name", null),

	/** A worker has no request that the log could tell of. */
	BLUEPRINTS_LEAVE_EVENTS("What a blueprint changes is in the log as if its sender had changed it", null),

	/** The text was one in 2023.10; when it became lines was not looked up. */
	REFUSED_BLUEPRINTS_ARE_TOLD_IN_LINES("From 2024.8 on a refused blueprint is told line by line", null),

	/** Laboratory keys are made often. */
	KEYS_HAVE_2048_BITS("RSA keys have 2048 bits here and 4096 there", null),

	/**
	 * A new instance has an anonymous user and two of its own before the first person.
	 */
	PEOPLE_BEGIN_AT_4("Nobody's user has the pk 1, the first person's is 4", null),

	/** Seen in samples of one release. */
	MIDDLEWARE_WRITES_AUDIT_EVENTS("Audit events of the API name the module authentik.events.middleware", null);

	private final String sentence;

	private final @Nullable String otherwise;

	AuthentikAssumption(String sentence, @Nullable String otherwise) {
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
