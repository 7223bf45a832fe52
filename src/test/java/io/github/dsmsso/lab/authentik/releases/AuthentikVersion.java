package io.github.dsmsso.lab.authentik.releases;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import static io.github.dsmsso.lab.authentik.releases.Behaviour.*;

/**
 * A release of authentik, told like release notes: each is the one before it and what
 * came or went.
 *
 * @param number the exact version, as {@code version_current} says it
 * @param behaviours what a client meets in this release
 */
public record AuthentikVersion(String number, Set<Behaviour> behaviours) {

	private static final AuthentikVersion V2023_10 = new AuthentikVersion("2023.10.7",
			EnumSet.of(REPUTATION_CACHE, KEY_DETAILS_OPTION, BEARERS_ONLY));

	private static final AuthentikVersion V2024_2 = V2023_10.followedBy("2024.2.4", BRANDS, REFRESH_NEEDS_SCOPE,
			PREVIEW_FOR_USER, LOWER_CASE_USED_BY, ASN_CAPABILITY, APPLICATIONS_FOR_USER, EXPIRING_CONSENTS,
			KEY_NAMES_ARE_CHECKED);

	private static final AuthentikVersion V2024_8_4 = V2024_2.followedBy("2024.8.4", SCOPES_BELOW_PROVIDER,
			VERSION_DETAILS, KEY_ALGORITHMS, UNDATED_TOKENS, LAUNCH_URL_FILTER, SLIM_LISTS, LOG_EVENTS,
			BACKCHANNEL_FILTER, UNIQUE_GROUP_NAMES, OPENSSL_RUNTIME, ASSIGNMENT_IDS, NULL_PARENT_NAMES,
			MISSING_OBJECTS_ARE_NAMED);

	private static final AuthentikVersion V2024_8_6 = V2024_8_4.followedBy("2024.8.6", REDIRECT_URIS_AS_LIST);

	private static final AuthentikVersion V2024_10_2 = V2024_8_4.followedBy("2024.10.2", INVALIDATION_FLOW);

	private static final AuthentikVersion V2024_10_5 = V2024_10_2.followedBy("2024.10.5", REDIRECT_URIS_AS_LIST);

	private static final AuthentikVersion V2024_12 = V2024_10_5.followedBy("2024.12.5", JWT_FEDERATION,
			TRANSACTIONAL_BINDINGS, DIRECT_SIGN_IN_PAGE, SILENT_AUTHORIZATION, HYBRID_ERRORS_IN_FRAGMENT, SID, WEB_PATH,
			TOKEN_SCOPES, ENTITLEMENTS);

	private static final AuthentikVersion V2025_4 = V2024_12.followedBy("2025.4.4", USER_DATES, ALGORITHM_BY_CURVE,
			PUBLIC_CLIENTS_REVOKE);

	private static final AuthentikVersion V2025_8 = V2025_4.followedBy("2025.8.6", AUTOCOMPLETE, REQUEST_ID,
			RESERVED_SLUGS, EVENT_ACTIONS_FILTER, USER_LAST_UPDATED, BACKCHANNEL_LOGOUT, BACKCHANNEL_LOGOUT_URI,
			BLUEPRINTS_APPLIED_LATER, BLUEPRINT_SECTIONS, ANY_GROUP_IS_ENOUGH, AUTHORIZATION_SERVER_METADATA,
			NULL_BACKCHANNEL_NAMES);

	private static final AuthentikVersion V2025_10 = V2025_8
		.followedBy("2025.10.4", EMAIL_UNVERIFIED, LOGOUT_METHOD, PARTIAL_BINDING_OBJECTS, ROLE_NAMES)
		.without(BACKCHANNEL_LOGOUT_URI, REPUTATION_CACHE);

	private static final AuthentikVersion V2025_12 = V2025_10
		.followedBy("2025.12.6", KEY_TYPE, SMALL_PAGES, ICON_URLS, LONG_SLUGS, ROLES_ONLY, REPORTS_CAPABILITY,
				SHORT_GRANT_PROVIDERS)
		.without(ANY_GROUP_IS_ENOUGH, BEARERS_ONLY);

	/** 2026.2.2 is older than 2025.12.6 in what it tells of providers inside tokens. */
	private static final AuthentikVersion V2026_2 = V2025_12
		.followedBy("2026.2.2", JTI, LONG_KEY_IDS, EDWARDS_KEYS, CONFIGURATION_WARNINGS, RENAMED_ROLE_FILTERS,
				LONG_ROLE_NAMES)
		.without(KEY_DETAILS_OPTION, SHORT_GRANT_PROVIDERS);

	private static final AuthentikVersion V2026_5 = V2026_2.followedBy("2026.5.6", GRANT_TYPES, REDIRECT_URI_TYPES,
			META_HIDE, FRONTCHANNEL_LOGOUT, DEFAULT_APP_ACCESS, SHORT_GRANT_PROVIDERS, COMPLETE_PERMISSION_LISTS,
			BLUEPRINT_IMPORT, DEVICE_ERRORS_IN_JSON);

	private static final AuthentikVersion V2026_8 = V2026_5.followedBy("2026.8.3", UNKNOWN_PATH_IS_404, TOKEN_EXCHANGE,
			PRINTABLE_CREDENTIALS, PBM_UUID, DCR_REGISTRATION, EXPIRING_BINDINGS, SESSION_USERS, AGENT_CAPABILITIES,
			TRUSTED_PROXIES, ED448_SIGNING, BASE_URL, EQUALITY_CONDITIONS, DEVICES_PROVE_THEIR_CLIENT);

	/** Not released: what was announced and proposed for it, see AuthentikAssumption. */
	private static final AuthentikVersion V2026_11 = V2026_8.followedBy("2026.11.0", SECRET_REFERENCES);

	private static final List<AuthentikVersion> ALL = List.of(V2023_10, V2024_2, V2024_8_4, V2024_8_6, V2024_10_2,
			V2024_10_5, V2024_12, V2025_4, V2025_8, V2025_10, V2025_12, V2026_2, V2026_5, V2026_8, V2026_11);

	/** All releases of the laboratory, oldest first. */
	public static List<AuthentikVersion> all() {
		return ALL;
	}

	/**
	 * The newest release whose number is or begins with the given one.
	 * @param number as {@code 2026.5} or {@code 2024.8.4}
	 */
	public static AuthentikVersion of(String number) {
		return ALL.stream()
			.filter((version) -> version.number.equals(number) || version.number.startsWith(number + "."))
			.reduce((older, newer) -> newer)
			.orElseThrow(
					() -> new IllegalArgumentException("The laboratory has no authentik " + number + ", only " + ALL));
	}

	/** Whether clients of this release meet the behaviour. */
	public boolean has(Behaviour behaviour) {
		return this.behaviours.contains(behaviour);
	}

	private AuthentikVersion followedBy(String number, Behaviour... added) {
		Set<Behaviour> behaviours = EnumSet.copyOf(this.behaviours);
		behaviours.addAll(List.of(added));
		return new AuthentikVersion(number, behaviours);
	}

	private AuthentikVersion without(Behaviour... removed) {
		Set<Behaviour> behaviours = EnumSet.copyOf(this.behaviours);
		behaviours.removeAll(List.of(removed));
		return new AuthentikVersion(this.number, behaviours);
	}

	@Override
	public String toString() {
		return this.number;
	}

}
