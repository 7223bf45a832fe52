package io.github.dsmsso.lab;

import java.net.ConnectException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.AuthentikSimulator;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikAssumption;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.rights.PolicyExpression;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.authentik.world.KeyRing;
import io.github.dsmsso.lab.browser.Visitor;
import io.github.dsmsso.lab.dsm.DsmSimulator;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.sso.OutboundHttp;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.dsm.world.DsmAssumption;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.oracle.SignInOracle;
import io.github.dsmsso.lab.time.VirtualTime;
import org.jspecify.annotations.Nullable;

/**
 * The demonstration's pair, connected as it should be, and then changed here and there by
 * chance.
 */
final class RandomPair {

	private static final String NAS = "https://nas.example:5001";

	private static final String AUTHENTIK = "https://auth.example";

	private static final List<String> PEOPLE = List.of("akadmin", "anna", "bob", "Carla", "dave@example.org", "erin",
			"grace", "frank", "heidi", "wizard", "nobody");

	private static final List<String> GROUPS = List.of("NAS users", "Family", "authentik Admins");

	private static final List<String> ACCOUNTS = List.of("anna", "bob", "carla", "dave", "frank", "grace", "otp-admin");

	private final Random random;

	private final DsmWorld nas;

	private final AuthentikWorld authentik;

	private final LabHandler authentikServer;

	private final LabHandler nasServer;

	RandomPair(long seed) {
		this.random = new Random(seed);
		VirtualTime time = new VirtualTime();
		this.authentik = DemoAuthentik.world(one(AuthentikVersion.all()), time, new Random(seed));
		this.nas = DemoNas
			.world(one(DsmVersion.DSM_7_2_2, DsmVersion.DSM_7_3_2, DsmVersion.DSM_7_4, DsmVersion.DSM_7_1_1), time);
		this.authentikServer = new AuthentikSimulator(this.authentik);
		this.nasServer = new DsmSimulator(this.nas, outbound());
		this.authentik.connectionComes("nas", "client", "secret", NAS);
		this.nas.sso()
			.configure(Map.of("oidc_name", "authentik", "oidc_client_id", "client", "oidc_client_secret", "secret",
					"oidc_redirect_uri", NAS, "oidc_scope", "openid email profile", "oidc_user_claim",
					"preferred_username", "oidc_wellknown",
					AUTHENTIK + "/application/o/nas/.well-known/openid-configuration", "oidc_authorization_endpoint",
					AUTHENTIK + "/application/o/authorize/", "oidc_token_endpoint", AUTHENTIK + "/application/o/token/",
					"oidc_allow_local_user", true))
			.profile("oidc", true);
		List<Consumer<RandomPair>> changes = changes();
		for (int i = this.random.nextInt(4); i > 0; i--) {
			one(changes).accept(this);
		}
	}

	private OutboundHttp outbound() {
		OutboundHttp there = OutboundHttp.to((request) -> this.authentikServer.handle(request));
		return (origin, request) -> {
			if (!AUTHENTIK.equals(origin.getScheme() + "://" + origin.getRawAuthority())) {
				throw new ConnectException("Nobody answers at " + origin);
			}
			return there.send(origin, request);
		};
	}

	List<String> people() {
		return PEOPLE;
	}

	SignInOracle oracle() {
		return SignInOracle.of(this.nas, NAS, this.authentik, AUTHENTIK);
	}

	AuthentikWorld authentik() {
		return this.authentik;
	}

	/** The account that a walk ends at, or null. */
	@Nullable String walk(String username) {
		try {
			return new Visitor(NAS, this.nasServer, AUTHENTIK, this.authentikServer)
				.signIn(username, DemoAuthentik.PASSWORD)
				.account();
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

	private <T> T one(List<T> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

	@SafeVarargs
	private final <T> T one(T... choices) {
		return choices[this.random.nextInt(choices.length)];
	}

	private static List<Consumer<RandomPair>> changes() {
		return Stream.of(ofTheProvider(), ofAccess(), ofTheInstance(), ofTheNas(), ofSso())
			.flatMap((changes) -> changes)
			.toList();
	}

	private void provider(String field, @Nullable Object value) {
		this.authentik.somebodyChangesTheProvider("nas", field, value);
	}

	private static Stream<Consumer<RandomPair>> ofTheProvider() {
		return Stream.of((pair) -> pair.redirectUris(),
				(pair) -> pair.provider("client_id", pair.one("client", "other")),
				(pair) -> pair.provider("client_secret", pair.one("other", "", "se+cret&x=%41", "secret ")),
				(pair) -> pair.provider("grant_types", pair.one(List.of(), List.of("implicit"))),
				(pair) -> pair.provider("client_type", "public"),
				(pair) -> pair.provider("sub_mode", pair.one("user_username", "user_email", "user_id")),
				(pair) -> pair.provider("issuer_mode", "global"),
				(pair) -> pair.provider("include_claims_in_id_token", false),
				(pair) -> pair.provider("access_code_validity", pair.one("seconds=0", "minutes=-1", "hours=1")),
				(pair) -> pair.provider("access_token_validity", pair.one("seconds=0", "minutes=-1", "days=1")),
				(pair) -> pair.provider("property_mappings", pair.mappings()), (pair) -> pair.signingKey(),
				(pair) -> pair.provider("encryption_key",
						pair.authentik.tables().keys().stream().findFirst().map(Row::pk).get()),
				(pair) -> pair.provider("authorization_flow",
						pair.one(pair.authentik.tables().flows().stream().toList()).pk()),
				(pair) -> pair.expression());
	}

	private void redirectUris() {
		String uri = one(NAS, NAS + "/", "https://nas\\.example:5001", ".*", "*", "https://other.example", "");
		if (!this.authentik.version().has(Behaviour.REDIRECT_URIS_AS_LIST)) {
			provider("redirect_uris", uri);
			return;
		}
		Map<String, Object> entry = new LinkedHashMap<>(Map.of("matching_mode", one("strict", "regex"), "url", uri));
		if (this.authentik.version().has(Behaviour.REDIRECT_URI_TYPES)) {
			entry.put("redirect_uri_type", one("authorization", "authorization", "logout"));
		}
		provider("redirect_uris", uri.isEmpty() ? List.of() : List.of(entry));
	}

	private List<Object> mappings() {
		return this.authentik.tables()
			.scopeMappings()
			.stream()
			.filter((row) -> this.random.nextBoolean())
			.map(Row::pk)
			.toList();
	}

	private void signingKey() {
		KeyRing ring = this.authentik.keyRing();
		String name = "key " + this.random.nextInt(1000);
		List<Runnable> keys = List.of(() -> ring.hasAnEcKey(name), () -> ring.hasAnRsaKey(name),
				() -> ring.hasAnEd25519Key(name), () -> ring.hasAnEd448Key(name));
		one(keys).run();
		provider("signing_key",
				this.random.nextInt(4) == 0 ? null : this.authentik.tables().keys().one("name", name).pk());
	}

	private void expression() {
		this.authentik.people().userHasAttribute("dave@example.org", "nas", "dave");
		this.authentik.tables()
			.scopeMappings()
			.one("scope_name", one("profile", "email"))
			.set("expression",
					one("return {\"preferred_username\": request.user.attributes.get(\"nas\", request.user.username)}",
							"return {\"nas\": request.user.username.lower()}", "return nothing",
							"return {\"preferred_username\": 7, \"email\": request.user.username}"));
	}

	private static Stream<Consumer<RandomPair>> ofAccess() {
		return Stream.of(
				(pair) -> pair.authentik.groupIsBound(pair.one(GROUPS), pair.slug(), pair.random.nextBoolean()),
				(pair) -> pair.authentik.groupIsBound(pair.one(GROUPS), pair.slug(), false),
				(pair) -> pair.authentik.userIsBound(pair.one("anna", "grace"), pair.slug(), pair.random.nextBoolean()),
				(pair) -> pair.policy(), (pair) -> pair.policy(),
				(pair) -> pair.authentik.somebodyChangesTheApplication(pair.slug(), "policy_engine_mode", "all"),
				(pair) -> pair.authentik.closesApplicationsWithoutBindings(),
				(pair) -> pair.authentik.bindingsAreEnabled(pair.slug(), false),
				(pair) -> pair.authentik.bindingsExpire(pair.slug(),
						pair.authentik.now().plusSeconds(pair.one(-60, 3600))),
				(pair) -> pair.authentik.people().groupIsBelow("Family", "NAS users"),
				(pair) -> pair.authentik.people().userIsDeactivated(pair.one("anna", "grace")));
	}

	/** Another change may have given the application another slug. */
	private String slug() {
		return this.authentik.tables().applications().stream().findFirst().orElseThrow().text("slug");
	}

	private void policy() {
		String name = "policy " + this.random.nextInt(100_000);
		this.authentik.policyComes(name,
				one(PolicyExpression.ALLOWS_ALL, PolicyExpression.DENIES_ALL, PolicyExpression.FAILS,
						PolicyExpression.allowsUsers("anna", "grace"), PolicyExpression.allowsMembersOf("Family")));
		this.authentik.policyIsBound(name, slug(), this.random.nextBoolean(), this.random.nextBoolean());
	}

	private static Stream<Consumer<RandomPair>> ofTheInstance() {
		return Stream.of((pair) -> pair.authentik.somebodyChangesTheApplication(pair.slug(), "slug", "renamed"),
				(pair) -> pair.authentik.somebodyChangesTheApplication(pair.slug(), "provider", null),
				(pair) -> pair.anotherConnection(), (pair) -> pair.authentik.isStarting(),
				(pair) -> pair.authentik.cutsTheOpener(), (pair) -> pair.authentik.livesBelow("/sso/"),
				(pair) -> pair.authentik.standsBehindASilentProxy(),
				(pair) -> pair.authentik.standsBehindAnUntrustedProxy(),
				(pair) -> pair.authentik.standsBehindATrustedProxy(),
				(pair) -> pair.authentik.hasBaseUrl(pair.one(AUTHENTIK, "https://public.example")),
				(pair) -> pair.authentik.clockIsAheadBy(Duration.ofMinutes(pair.one(-90, -5, 5, 90))),
				(pair) -> pair.authentik.lacksTheDefaultFlows(),
				(pair) -> pair.authentik.assume(pair.one(Arrays.stream(AuthentikAssumption.values())
					.filter((assumption) -> assumption.otherwise() != null)
					.toList()), false));
	}

	private void anotherConnection() {
		boolean thereIsAFlow = this.authentik.tables()
			.flows()
			.find("slug", "default-provider-authorization-implicit-consent")
			.isPresent();
		if (thereIsAFlow && this.authentik.tables().providers().find("client_id", "other").isEmpty()
				&& this.authentik.tables().providers().find("name", "other").isEmpty()) {
			this.authentik.connectionComes("other", "other", "secret", NAS);
		}
	}

	private static Stream<Consumer<RandomPair>> ofTheNas() {
		return Stream.of((pair) -> pair.nas.account(pair.one(ACCOUNTS)).withoutDsmPrivilege(),
				(pair) -> pair.nas.account(pair.one(ACCOUNTS)).disabled(),
				(pair) -> pair.nas.account(pair.one(ACCOUNTS)).mustSetUpSecondFactor(),
				(pair) -> pair.nas.without(pair.one(ACCOUNTS)), (pair) -> pair.nas.account("erin"),
				(pair) -> pair.nas.privileges().deniesGroup(pair.one("family", "users", "administrators")),
				(pair) -> pair.nas.privileges().deniesEveryone().allowsGroup(pair.one("family", "administrators")),
				(pair) -> pair.nas.privileges().allowsUserFrom("anna", pair.one("127.0.0.1", "192.0.2.1")),
				(pair) -> pair.domain(), (pair) -> pair.nas.boots(true),
				(pair) -> pair.nas.clockIsAheadBy(Duration.ofMinutes(pair.one(-90, 5, 90))),
				(pair) -> pair.nas.assume(pair.one(Arrays.stream(DsmAssumption.values())
					.filter((assumption) -> assumption.otherwise() != null)
					.toList()), false));
	}

	private void domain() {
		this.nas.directory().joinedDomain("corp.example");
		this.nas.domainAccount(one("anna", "erin"));
	}

	private static Stream<Consumer<RandomPair>> ofSso() {
		return Stream.of((pair) -> pair.sso("oidc_client_id", pair.one("other", "")),
				(pair) -> pair.sso("oidc_client_secret", pair.one("other", "se+cret&x=%41")),
				(pair) -> pair.sso("oidc_redirect_uri",
						pair.one(NAS + "/", "https://other.example", NAS + "/#/signin")),
				(pair) -> pair.sso("oidc_scope", pair.one("openid", "email profile", "", "openid profile groups")),
				(pair) -> pair.sso("oidc_user_claim",
						pair.one("sub", "email", "nickname", "groups", "acr", "nas", "name", "")),
				(pair) -> pair.sso("oidc_wellknown",
						pair.one(AUTHENTIK + "/application/o/other/.well-known/openid-configuration",
								AUTHENTIK + "/application/o/nas/",
								AUTHENTIK + "/.well-known/oauth-authorization-server/application/o/nas/",
								"https://public.example/application/o/nas/.well-known/openid-configuration",
								AUTHENTIK + "/sso/application/o/nas/.well-known/openid-configuration", "no address")),
				(pair) -> pair.sso("oidc_authorization_endpoint",
						pair.one("", AUTHENTIK, AUTHENTIK + "/application/o/authorize/?prompt=none",
								"https://public.example/application/o/authorize/")),
				(pair) -> pair.sso("oidc_token_endpoint",
						pair.one("", AUTHENTIK, "https://public.example/application/o/token/")),
				(pair) -> pair.sso("oidc_allow_local_user", false),
				(pair) -> pair.nas.sso().profile(pair.one("azure", "oidc"), pair.random.nextBoolean()));
	}

	private void sso(String field, Object value) {
		this.nas.sso().configure(Map.of(field, value));
	}

}
