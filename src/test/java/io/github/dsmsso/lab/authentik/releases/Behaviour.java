package io.github.dsmsso.lab.authentik.releases;

/**
 * One way in which releases of authentik differ for a client.
 */
public enum Behaviour {

	/**
	 * {@code redirect_uris} is a list of objects; before, one text of regular
	 * expressions.
	 */
	REDIRECT_URIS_AS_LIST,
	/** {@code invalidation_flow} is required; {@code encryption_key} exists. */
	INVALIDATION_FLOW,
	/** Scope mappings are below {@code propertymappings/provider/scope/}. */
	SCOPES_BELOW_PROVIDER,
	/** {@code grant_types} exists, is enforced, and is empty when nobody sends it. */
	GRANT_TYPES,
	/** Redirect URIs are for {@code authorization} or {@code logout}. */
	REDIRECT_URI_TYPES,
	/** {@code key_type}; before, {@code private_key_type}. */
	KEY_TYPE,
	/** 20 rows a page and never more than 100; before, 100 and no limit. */
	SMALL_PAGES,
	/**
	 * The transactional endpoint takes bindings and asks for permissions, not for a
	 * superuser.
	 */
	TRANSACTIONAL_BINDINGS,
	/** Writes to unknown paths are 404; before, 405. */
	UNKNOWN_PATH_IS_404,
	/**
	 * The sign-in page is asked for directly, not over {@code /flows/-/default/}, and
	 * with all that was asked for.
	 */
	DIRECT_SIGN_IN_PAGE,
	/**
	 * Whom the flow of a provider asks nothing is sent to the client at once; before, by
	 * a page of the flow that goes on by itself (seen of 2023.10.7 and 2025.12.4; the
	 * planner that can do without the page is also the one that leads to the sign-in page
	 * directly).
	 */
	SILENT_AUTHORIZATION,
	/**
	 * The errors of hybrid flows stand in the fragment; before, in the query (the oldest
	 * text of authentik that has it so also has redirect URIs as objects).
	 */
	HYBRID_ERRORS_IN_FRAGMENT,
	/**
	 * Public clients take tokens back without a secret (goauthentik/authentik pull
	 * request 12704 of January 2025).
	 */
	PUBLIC_CLIENTS_REVOKE,
	/**
	 * The endpoint for devices tells errors in JSON, and knows clients by their header,
	 * too; before, by an empty page (a text of 2023 has it so, one of April 2026 as now).
	 */
	DEVICE_ERRORS_IN_JSON,
	/** The codes of devices are good only with the client's secret. */
	DEVICES_PROVE_THEIR_CLIENT,
	/** The shipped e-mail mapping says {@code email_verified: false}. */
	EMAIL_UNVERIFIED,
	/** OAuth errors carry {@code request_id}. */
	REQUEST_ID,
	/** Key ids are SHA-512 in base64url; before, MD5 in hex. */
	LONG_KEY_IDS,
	/** Lists carry {@code autocomplete}. */
	AUTOCOMPLETE,
	/** {@code brand}; before, {@code tenant}. */
	BRANDS,
	/** {@code version_latest_valid} and {@code outpost_outdated}. */
	VERSION_DETAILS,
	/** A refresh token only with {@code offline_access}. */
	REFRESH_NEEDS_SCOPE,
	/** Claims can be previewed for another user. */
	PREVIEW_FOR_USER,
	/** {@code used_by} actions are lower-case. */
	LOWER_CASE_USED_BY,
	/** The key generator takes {@code alg}. */
	KEY_ALGORITHMS,
	/** Ed25519 and Ed448 keys can be generated, though not sign. */
	EDWARDS_KEYS,
	/** {@code jwt_federation_sources}; before, {@code jwks_sources}. */
	JWT_FEDERATION,
	/** {@code backchannel_logout_uri}, of one release only. */
	BACKCHANNEL_LOGOUT_URI,
	/** {@code logout_uri}, {@code logout_method} and {@code refresh_token_threshold}. */
	LOGOUT_METHOD,
	/** Discovery speaks of back-channel logout. */
	BACKCHANNEL_LOGOUT,
	/** Discovery speaks of front-channel logout. */
	FRONTCHANNEL_LOGOUT,
	/** Application slugs that are endpoint names are refused. */
	RESERVED_SLUGS,
	/** The repeatable event filter {@code actions}. */
	EVENT_ACTIONS_FILTER,
	/** Users tell when they joined and last changed their password. */
	USER_DATES,
	/** Users tell when they were last changed; groups tell their children. */
	USER_LAST_UPDATED,
	/** Objects inside bindings are short. */
	PARTIAL_BINDING_OBJECTS,
	/** {@code cache_timeout_reputation} in the public configuration. */
	REPUTATION_CACHE,
	/** {@code include_details} leaves key details out. */
	KEY_DETAILS_OPTION,
	/** {@code meta_icon_url} and {@code background_url} beside writable texts. */
	ICON_URLS,
	/** Slugs longer than 50 characters. */
	LONG_SLUGS,
	/**
	 * Groups have several {@code parents}, users have roles, and nobody but a role holds
	 * permissions.
	 */
	ROLES_ONLY,
	/** {@code sid} in ID tokens. */
	SID,
	/** {@code jti} in tokens. */
	JTI,
	/** {@code meta_hide} of applications. */
	META_HIDE,
	/**
	 * The authorization server's metadata of RFC 8414 (seen in 2025.12.4; others say that
	 * it came with 2025.8).
	 */
	AUTHORIZATION_SERVER_METADATA,
	/** The grant type for token exchange. */
	TOKEN_EXCHANGE,
	/** Client id and secret are printable ASCII only. */
	PRINTABLE_CREDENTIALS,
	/** {@code pbm_uuid} of applications. */
	PBM_UUID,
	/** {@code dcr_registration} among the set-up URLs. */
	DCR_REGISTRATION,
	/**
	 * In policy mode {@code all} one binding of a group or a user that passes is enough
	 * for all of them (goauthentik/authentik issues 17484, 17692; came with pull request
	 * 14957, went with 20430).
	 */
	ANY_GROUP_IS_ENOUGH,
	/** Bindings may expire. */
	EXPIRING_BINDINGS,
	/** {@code users[]} and {@code is_current} of the session's user. */
	SESSION_USERS,
	/** The public configuration names {@code can_asn}. */
	ASN_CAPABILITY,
	/** The public configuration names {@code can_save_reports}. */
	REPORTS_CAPABILITY,
	/** The public configuration names {@code can_request} and another. */
	AGENT_CAPABILITIES,
	/** {@code expires} is null for tokens that do not expire; before, always a date. */
	UNDATED_TOKENS,
	/** Superusers may ask for the applications of another user. */
	APPLICATIONS_FOR_USER,
	/** Applications can be narrowed to those with a launch URL. */
	LAUNCH_URL_FILTER,
	/** Lists without {@code groups_obj} or {@code users_obj} on request. */
	SLIM_LISTS,
	/** Access checks log objects with {@code attributes}. */
	LOG_EVENTS,
	/** The filter {@code backchannel}; before, {@code backchannel_only}. */
	BACKCHANNEL_FILTER,
	/** No two groups have the same name. */
	UNIQUE_GROUP_NAMES,
	/** The setting {@code web.path}. */
	WEB_PATH,
	/** Token answers name the scopes. */
	TOKEN_SCOPES,
	/** Elliptic curves sign with ES256, ES384 or ES512; before, ES256 always. */
	ALGORITHM_BY_CURVE,
	/** The event action {@code configuration_warning}. */
	CONFIGURATION_WARNINGS,
	/** The flag that closes applications without bindings. */
	DEFAULT_APP_ACCESS,
	/** {@code X-Forwarded-} headers are believed of trusted networks only. */
	TRUSTED_PROXIES,
	/** Ed448 keys sign. */
	ED448_SIGNING,
	/** Assigning permissions answers the keys of the assignments; before, nothing. */
	ASSIGNMENT_IDS,
	/** Roles are found by {@code name}; before, by {@code group__name}. */
	ROLE_NAMES,
	/** {@code groups} of a role; before, {@code ak_groups}. */
	RENAMED_ROLE_FILTERS,
	/** Names of roles are longer than 150 characters. */
	LONG_ROLE_NAMES,
	/** Lists of permissions for single objects carry {@code autocomplete}, too. */
	COMPLETE_PERMISSION_LISTS,
	/** Applications have entitlements. */
	ENTITLEMENTS,
	/** Consents tell whether they expire. */
	EXPIRING_CONSENTS,
	/** Providers inside codes and tokens come without their secrets. */
	SHORT_GRANT_PROVIDERS,
	/** The system tells its release and OpenSSL; before, its gunicorn. */
	OPENSSL_RUNTIME,
	/** The system tells its {@code base_url}. */
	BASE_URL,
	/** Applying a blueprint is left to a worker, after the answer. */
	BLUEPRINTS_APPLIED_LATER,
	/** Entries of a blueprint may stand in sections. */
	BLUEPRINT_SECTIONS,
	/** A blueprint can be imported once, without an instance of it. */
	BLUEPRINT_IMPORT,
	/** Conditions of blueprints can ask for equality. */
	EQUALITY_CONDITIONS,
	/**
	 * Whoever sends an {@code Authorization} header of another scheme is refused for it;
	 * later that is nobody (seen in 2023.10.7 and 2025.12.4).
	 */
	BEARERS_ONLY,
	/**
	 * A key that is generated under a taken name is refused; before, an internal error
	 * (seen in 2025.12.4 and 2023.10.7).
	 */
	KEY_NAMES_ARE_CHECKED,
	/** A missing object is named by its class; before, it is just not found. */
	MISSING_OBJECTS_ARE_NAMED,
	/** The group of a user names its parent though it has none; before, it does not. */
	NULL_PARENT_NAMES,
	/**
	 * A provider names the application of its back channel though there is none; before,
	 * it does not.
	 */
	NULL_BACKCHANNEL_NAMES,
	/** Announced: {@code client_secret} is stored apart and read as a reference. */
	SECRET_REFERENCES

}
