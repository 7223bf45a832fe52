package io.github.dsmsso.lab.authentik.scenarios;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import io.github.dsmsso.lab.authentik.AuthentikSimulator;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.scenarios.PlainClient.Answer;
import io.github.dsmsso.lab.authentik.signin.AuthorizeRequest;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.contract.Contract;
import io.github.dsmsso.lab.http.LabHandler;
import org.jspecify.annotations.Nullable;

/**
 * The demonstration's authentik in one release, a client with the administrator's token,
 * and what scenarios need of objects in the words of that release.
 */
final class ApiScene {

	static final String REDIRECT_URI = "https://nas.example.org:5001";

	static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

	static final String CLIENT_ID = "nas-client";

	static final String CLIENT_SECRET = "nas-secret";

	private static final String API = "/api/v3";

	private final AuthentikWorld world;

	private final PlainClient anonymous;

	private final PlainClient client;

	private final @Nullable Contract contract;

	private ApiScene(String release, @Nullable Contract contract) {
		this.world = DemoAuthentik.world(AuthentikVersion.of(release), Clock.fixed(NOW, ZoneOffset.UTC), new Random(7));
		this.contract = contract;
		LabHandler simulator = new AuthentikSimulator(this.world);
		this.anonymous = PlainClient.anonymous((contract != null) ? contract.on(simulator) : simulator);
		this.client = this.anonymous.withToken(DemoAuthentik.API_TOKEN);
	}

	static ApiScene of(String release) {
		return new ApiScene(release, null);
	}

	/** All that is said is held against the description of that release. */
	static ApiScene under(String release) {
		return new ApiScene(release, Contract.of(release));
	}

	/** Lets a test fail for what was against the description. */
	void requireKept() {
		Objects.requireNonNull(this.contract).requireKept();
	}

	AuthentikWorld world() {
		return this.world;
	}

	boolean has(Behaviour behaviour) {
		return this.world.version().has(behaviour);
	}

	/** Somebody without any credentials. */
	PlainClient anonymous() {
		return this.anonymous;
	}

	/** Somebody with this token. */
	PlainClient holderOf(String token) {
		return this.anonymous.withToken(token);
	}

	Answer get(String path) {
		return this.client.get(API + path);
	}

	Answer send(String method, String path) {
		return this.client.send(method, API + path);
	}

	Answer post(String path, Map<String, ?> body) {
		return this.client.send("POST", API + path, body);
	}

	Answer put(String path, Map<String, ?> body) {
		return this.client.send("PUT", API + path, body);
	}

	Answer patch(String path, Map<String, ?> body) {
		return this.client.send("PATCH", API + path, body);
	}

	Answer delete(String path) {
		return send("DELETE", path);
	}

	/** Imports a blueprint once, with more parts of the form after it. */
	Answer importBlueprint(String content, String... more) {
		return importBlueprint(this.client, content, more);
	}

	/** Somebody imports a blueprint. */
	static Answer importBlueprint(PlainClient sender, String content, String... more) {
		StringBuilder form = new StringBuilder();
		part(form, "file\"; filename=\"blueprint.yaml", content);
		for (int i = 0; i < more.length; i += 2) {
			part(form, more[i], more[i + 1]);
		}
		return sender.send("POST", API + "/managed/blueprints/import/", "multipart/form-data; boundary=part",
				form + "--part--\r\n");
	}

	private static void part(StringBuilder form, String name, String value) {
		form.append("--part\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
	}

	/** The least that creates a provider which can be used. */
	Map<String, @Nullable Object> provider(String name) {
		Map<String, @Nullable Object> body = AuthentikJson.object("name", name, "client_id", CLIENT_ID + "-" + name,
				"client_secret", CLIENT_SECRET, "authorization_flow",
				flow("default-provider-authorization-implicit-consent"), "redirect_uris", redirectUris(REDIRECT_URI),
				"property_mappings", mappings("openid", "email", "profile"), "signing_key",
				this.world.tables().keys().one("name", "authentik Self-signed Certificate").pk());
		if (has(Behaviour.INVALIDATION_FLOW)) {
			body.put("invalidation_flow", flow("default-provider-invalidation-flow"));
		}
		if (has(Behaviour.GRANT_TYPES)) {
			body.put("grant_types", List.of("authorization_code", "refresh_token"));
		}
		return body;
	}

	Map<String, @Nullable Object> provider(String name, String field, @Nullable Object value) {
		Map<String, @Nullable Object> body = provider(name);
		body.put(field, value);
		return body;
	}

	Object redirectUris(String uri) {
		return has(Behaviour.REDIRECT_URIS_AS_LIST) ? List.of(Map.of("matching_mode", "strict", "url", uri)) : uri;
	}

	String flow(String slug) {
		return this.world.tables().flows().one("slug", slug).text("pk");
	}

	List<Object> mappings(String... scopes) {
		return List.of(scopes)
			.stream()
			.map((scope) -> this.world.tables().scopeMappings().one("scope_name", scope).pk())
			.toList();
	}

	String group(String name) {
		return this.world.people().groups().one("name", name).text("pk");
	}

	String user(String name) {
		return this.world.people().user(name).text("pk");
	}

	Answer createProvider(String name) {
		return post("/providers/oauth2/", provider(name));
	}

	/** A provider and its application, both of that name; the provider's pk. */
	String connect(String name) {
		return connect(name, provider(name));
	}

	String connect(String name, Map<String, ?> provider) {
		String pk = post("/providers/oauth2/", provider).text("/pk");
		post("/core/applications/", Map.of("name", name, "slug", name, "provider", Integer.valueOf(pk)));
		return pk;
	}

	/** The application is for one group only. */
	void restrict(String slug, String group) {
		post("/policies/bindings/", Map.of("target", application(slug), "group", group(group), "order", 0));
	}

	/** A new role that may do this; its pk. */
	String role(String name, String... permissions) {
		String pk = post("/rbac/roles/", Map.of("name", name)).text("/pk");
		assign(pk, permissions);
		return pk;
	}

	/** The answer to an assignment to a role, for all objects. */
	Answer assign(String role, String... permissions) {
		return post("/rbac/permissions/assigned_by_roles/" + role + "/assign/",
				Map.of("permissions", List.of(permissions)));
	}

	String application(String slug) {
		return this.world.tables().applications().one("slug", slug).text("pk");
	}

	/** A browser in which the user is signed in. */
	PlainClient browserOf(String username) {
		Answer answer = this.anonymous.submit(this.world.webPath() + "if/flow/default-authentication-flow/",
				Map.of("uid_field", username, "password", DemoAuthentik.PASSWORD));
		return this.anonymous.with("Cookie", String.valueOf(answer.header("Set-Cookie")).split(";")[0]);
	}

	/** The authorize request of the client of that name. */
	String authorizeTarget(String name, String... more) {
		Map<String, String> parameters = new LinkedHashMap<>(Map.of("client_id", CLIENT_ID + "-" + name, "redirect_uri",
				REDIRECT_URI, "response_type", "code", "scope", "openid email profile", "state", "x"));
		for (int i = 0; i < more.length; i += 2) {
			parameters.put(more[i], more[i + 1]);
		}
		return this.world.webPath() + "application/o/authorize/?" + AuthorizeRequest.encoded(parameters);
	}

	/** The answer of the token endpoint to the code of a user who signed in. */
	Answer tokens(String name, String username) {
		return token(name, "code", code(signInOf(username, authorizeTarget(name))));
	}

	/**
	 * What a signed-in user's browser meets in the end that was sent to the authorize
	 * endpoint: the way back to the client, or a page.
	 */
	Answer signInOf(String username, String authorizeTarget) {
		PlainClient browser = browserOf(username);
		Answer answer = browser.get(authorizeTarget);
		return answer.location().startsWith("/if/flow/") ? browser.get(answer.location()) : answer;
	}

	/** A user lets the application of a new provider, which asks for consent, sign in. */
	Answer consent(String name, String username) {
		connect(name, provider(name, "authorization_flow", flow("default-provider-authorization-explicit-consent")));
		PlainClient browser = browserOf(username);
		return browser.submit(browser.get(authorizeTarget(name)).location(), Map.of());
	}

	/** The code in the address that a browser is sent back to. */
	static String code(Answer answer) {
		return answer.location().replaceFirst(".*[?&]code=([^&]+).*", "$1");
	}

	/** The answer of the token endpoint; more parameters replace the usual ones. */
	Answer token(String name, String... more) {
		Map<String, String> form = new LinkedHashMap<>(Map.of("grant_type", "authorization_code", "client_id",
				CLIENT_ID + "-" + name, "client_secret", CLIENT_SECRET, "redirect_uri", REDIRECT_URI));
		for (int i = 0; i < more.length; i += 2) {
			form.put(more[i], more[i + 1]);
		}
		return this.anonymous.submit("/application/o/token/", form);
	}

	Answer discovery(String slug) {
		return this.anonymous.get(this.world.webPath() + "application/o/" + slug + "/.well-known/openid-configuration");
	}

	Answer jwks(String slug) {
		return this.anonymous.get("/application/o/" + slug + "/jwks/");
	}

}
