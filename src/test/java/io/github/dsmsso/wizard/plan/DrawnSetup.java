package io.github.dsmsso.wizard.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.dsm.world.SsoSettings;
import io.github.dsmsso.wizard.Bench;
import org.jspecify.annotations.Nullable;

/**
 * A set-up as somebody may really have it: a connection that works, of which some fields
 * were given another value that was seen at people's. The same random numbers draw the
 * same set-up.
 */
final class DrawnSetup {

	private static final String NAS = "https://nas.example:5001";

	private static final String OTHER_NAS = "https://other-nas.example:5001";

	private static final SeenValues SEEN = new SeenValues("nas.example", "auth.example", "synology", "nas", "account");

	private static final List<List<Map<String, String>>> REDIRECTS = List.of(List.of(strict(NAS + "/")),
			List.of(strict(NAS + "/#/signin")), List.of(strict("https://nas.example")),
			List.of(strict("http://nas.example:5000")), List.of(strict(NAS), strict(OTHER_NAS)),
			List.of(strict(OTHER_NAS)), List.of(strict(OTHER_NAS), strict(NAS + "/")), List.of(regex(".*")),
			List.of(regex("https://nas\\.example:[0-9]+")), List.of(strict(NAS), regex("https://photos\\.example.*")),
			List.of(strict("https://dsm.example.org")), List.of(strict("https://dsm.example.org"), strict(NAS)));

	private final Random random;

	private final Map<String, List<Map<String, @Nullable Object>>> authentik;

	private final Map<String, Object> oidc;

	/** The row of a binding, and whom others may name instead. */
	private final Base base;

	private final List<String> told = new ArrayList<>();

	private boolean enabled = true;

	private String profile = "oidc";

	private boolean byDefault;

	private DrawnSetup(Random random, Base base) {
		this.random = random;
		this.base = base;
		this.authentik = copyOf(base.inventory());
		this.oidc = new LinkedHashMap<>(base.oidc());
	}

	/**
	 * A connection that works.
	 *
	 * @param inventory what authentik holds
	 * @param oidc DSM's settings
	 * @param binding a binding that is not among them
	 * @param groups whom a binding may name
	 * @param users whom a binding may name
	 */
	record Base(Map<String, List<Map<String, @Nullable Object>>> inventory, Map<String, Object> oidc,
			Map<String, @Nullable Object> binding, List<Object> groups, List<Object> users) {

	}

	/** Draws from a connection that works. */
	static DrawnSetup of(Random random, Base base) {
		DrawnSetup drawn = new DrawnSetup(random, base);
		int changes = random.nextInt(5);
		for (int change = 0; change < changes; change++) {
			drawn.changeSomething();
		}
		return drawn;
	}

	/** Makes a bench hold it. */
	void on(Bench bench) {
		AuthentikWorld world = bench.authentik();
		synchronized (world) {
			world.holds(this.authentik);
		}
		SsoSettings sso = bench.nas().sso();
		sso.configure(this.oidc).profile(this.profile, this.enabled).defaultLogin(this.byDefault);
	}

	/** What was changed, for the failure message. */
	@Override
	public String toString() {
		return this.told.toString();
	}

	private void changeSomething() {
		switch (this.random.nextInt(10)) {
			case 0, 1, 2, 3 -> changeProvider();
			case 4 -> changeApplication();
			case 5 -> changeBindings();
			case 6 -> changeSwitch();
			default -> changeDsm();
		}
	}

	private void changeProvider() {
		switch (this.random.nextInt(12)) {
			case 0 -> provider("client_type", "public");
			case 1 -> provider("grant_types", one(List.of(List.of(), List.of("implicit"),
					List.of("authorization_code", "refresh_token"), List.of("refresh_token"))));
			case 2 -> provider("client_secret", one(SEEN.secrets()));
			case 3, 4 -> provider("redirect_uris", one(REDIRECTS));
			case 5 -> provider("signing_key", one(keys()));
			case 6 -> provider("encryption_key", one(keys()));
			case 7 -> provider("sub_mode",
					one(List.of("hashed_user_id", "user_id", "user_uuid", "user_username", "user_email", "user_upn")));
			case 8 -> provider("property_mappings", mappings());
			case 9 -> provider("include_claims_in_id_token", false);
			case 10 -> provider("issuer_mode", one(List.of("global", "per_provider")));
			default -> provider("name", "Provider for the NAS");
		}
	}

	private void changeApplication() {
		switch (this.random.nextInt(4)) {
			case 0 -> application("policy_engine_mode", "all");
			case 1 -> application("name", "Our NAS");
			case 2 -> application("meta_launch_url", "https://start.example");
			default -> application("provider", null);
		}
	}

	/** Groups, people, some of them negated or switched off. */
	private void changeBindings() {
		Object application = rows("application").get(0).get("pk");
		List<Map<String, @Nullable Object>> bindings = new ArrayList<>();
		int number = 1 + this.random.nextInt(3);
		for (int order = 0; order < number; order++) {
			bindings.add(binding(application, order));
		}
		this.told.add("bindings " + bindings.stream().map(DrawnSetup::inShort).toList());
		this.authentik.put("policybinding", bindings);
	}

	private static String inShort(Map<String, @Nullable Object> binding) {
		return binding.get("group") + "/" + binding.get("user")
				+ (Boolean.TRUE.equals(binding.get("negate")) ? " negated" : "")
				+ (Boolean.TRUE.equals(binding.get("enabled")) ? "" : " off");
	}

	private Map<String, @Nullable Object> binding(@Nullable Object application, int order) {
		Map<String, @Nullable Object> binding = new LinkedHashMap<>(this.base.binding());
		boolean single = this.random.nextInt(3) == 0;
		binding.put("pk", new UUID(this.random.nextLong(), order).toString());
		binding.put("target", application);
		binding.put("order", order);
		binding.put("group", single ? null : one(this.base.groups()));
		binding.put("user", single ? one(this.base.users()) : null);
		binding.put("negate", this.random.nextInt(6) == 0);
		binding.put("enabled", this.random.nextInt(6) != 0);
		return binding;
	}

	private void changeSwitch() {
		switch (this.random.nextInt(4)) {
			case 0 -> this.enabled = false;
			case 1 -> this.profile = one(List.of("azure", "websphere"));
			default -> this.byDefault = true;
		}
		this.told.add("service " + this.enabled + " " + this.profile + " " + this.byDefault);
	}

	private void changeDsm() {
		switch (this.random.nextInt(9)) {
			case 0 -> dsm("oidc_redirect_uri", one(SEEN.redirects()));
			case 1 -> dsm("oidc_scope", one(SEEN.scopes()));
			case 2 -> dsm("oidc_user_claim", one(SEEN.claims()));
			case 3 -> dsm("oidc_wellknown", one(SEEN.wellKnowns()));
			case 4 -> dsm("oidc_client_id", one(List.of("", "another-client")));
			case 5 -> dsm("oidc_client_secret", one(SEEN.secrets()));
			case 6 -> dsm("oidc_allow_local_user", false);
			case 7 -> dsm(one(List.of("oidc_authorization_endpoint", "oidc_token_endpoint")),
					one(List.of("", "https://old.example/authorize/")));
			default -> dsm("oidc_name", one(List.of("", "Family")));
		}
	}

	private List<Object> mappings() {
		List<Object> attached = new ArrayList<>();
		for (Map<String, @Nullable Object> mapping : rows("scopemapping")) {
			boolean usual = List.of("openid", "profile", "email").contains(mapping.get("scope_name"))
					&& mapping.get("managed") != null;
			if (this.random.nextInt(usual ? 5 : 3) != 0 == usual) {
				attached.add(String.valueOf(mapping.get("pk")));
			}
		}
		return attached;
	}

	private List<@Nullable Object> keys() {
		List<@Nullable Object> keys = new ArrayList<>();
		rows("certificatekeypair").forEach((key) -> keys.add(key.get("pk")));
		keys.add(null);
		return keys;
	}

	private void provider(String field, @Nullable Object value) {
		Map<String, @Nullable Object> provider = rows("oauth2provider").get(0);
		this.told.add("provider " + field + "=" + value);
		provider.put(field, value);
	}

	private void application(String field, @Nullable Object value) {
		this.told.add("application " + field + "=" + value);
		rows("application").get(0).put(field, value);
	}

	private void dsm(String field, Object value) {
		this.told.add(field + "=" + value);
		this.oidc.put(field, value);
	}

	private List<Map<String, @Nullable Object>> rows(String kind) {
		return this.authentik.getOrDefault(kind, List.of());
	}

	private <T> T one(List<T> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	private static Map<String, String> strict(String url) {
		return redirect("strict", url);
	}

	private static Map<String, String> regex(String expression) {
		return redirect("regex", expression);
	}

	private static Map<String, String> redirect(String mode, String url) {
		return Map.of("matching_mode", mode, "url", url, "redirect_uri_type", "authorization");
	}

	private static Map<String, List<Map<String, @Nullable Object>>> copyOf(
			Map<String, List<Map<String, @Nullable Object>>> inventory) {
		Map<String, List<Map<String, @Nullable Object>>> copy = new LinkedHashMap<>();
		inventory.forEach((kind, rows) -> copy.put(kind, new ArrayList<>(
				rows.stream().map((row) -> (Map<String, @Nullable Object>) new LinkedHashMap<>(row)).toList())));
		return copy;
	}

}
