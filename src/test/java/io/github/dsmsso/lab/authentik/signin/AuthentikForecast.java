package io.github.dsmsso.lab.authentik.signin;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

import io.github.dsmsso.lab.authentik.rights.Access;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.GrantTypes;
import io.github.dsmsso.lab.authentik.store.ProviderRedirects;
import io.github.dsmsso.lab.authentik.store.RefusedRequest;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.TimeFormats;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.authentik.world.Origin;
import io.github.dsmsso.lab.http.LabRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a sign-in by OpenID Connect comes to at an authentik, told by its own decisions
 * and without an exchange. Nothing comes of it: no session, no code, no token, no event,
 * and no redirect URI is learned. Whoever signs in knows the password.
 */
public final class AuthentikForecast {

	private static final String AUTHORIZE = "application/o/authorize/";

	private static final String TOKEN = "application/o/token/";

	private static final String USERINFO = "application/o/userinfo/";

	private final AuthentikWorld world;

	private final Authorize authorize;

	private final ProviderRedirects redirectUris;

	private final Claims claims;

	private final Predicate<URI> leadsHere;

	/**
	 * A forecast.
	 * @param leadsHere whether an address leads to this instance
	 */
	public AuthentikForecast(AuthentikWorld world, Predicate<URI> leadsHere) {
		this.world = world;
		this.authorize = new Authorize(world, new Grants(world));
		this.redirectUris = new ProviderRedirects(world.version());
		this.claims = new Claims(world);
		this.leadsHere = leadsHere;
	}

	/** What stands in the discovery document at an address, if one can be read there. */
	public Optional<Discovered> discovery(String address) {
		return here(address, "GET", "").flatMap(this::discovered);
	}

	private Optional<Discovered> discovered(LabRequest request) {
		Origin origin = Origin.of(this.world, request);
		return path(request).flatMap((path) -> OidcEndpoints.slugOfDocument(this.world.version(), path))
			.flatMap((slug) -> providerOf(slug).filter(this::canSign)
				.map((provider) -> new Discovered(origin.issuer(provider, slug), origin.url(AUTHORIZE),
						origin.url("application/o/" + slug + "/jwks/"), origin.url(USERINFO))));
	}

	private Optional<Row> providerOf(String slug) {
		return this.world.tables()
			.applications()
			.find("slug", slug)
			.flatMap((application) -> this.world.tables().providers().byPk(application.get("provider")))
			.filter((provider) -> provider.get("protocol") == null);
	}

	private boolean canSign(Row provider) {
		return algorithm(provider) != null;
	}

	private @Nullable String algorithm(Row provider) {
		try {
			return new Signer(this.world, provider).algorithm();
		}
		catch (IllegalStateException ex) {
			return null;
		}
	}

	/**
	 * What a browser without a session brings back that was sent to an address: nothing
	 * where authentik leads nobody back to the client, or not with a code.
	 */
	public Optional<Admission> admission(String authorizeUrl, String username) {
		return here(authorizeUrl, "GET", "").filter((request) -> isAt(request, AUTHORIZE))
			.flatMap(this::judged)
			.filter((wanted) -> wanted.responseType().orElse(null) == ResponseType.CODE
					&& wanted.responseMode().equals("query") && !wanted.asksForNoPage()
					&& !this.world.openerIsCut("/if/flow/"))
			.flatMap((wanted) -> signedIn(username).filter((user) -> isLetThrough(wanted, user))
				.map((user) -> new Admission(wanted, user)));
	}

	private Optional<AuthorizeRequest> judged(LabRequest request) {
		try {
			return Optional.of(this.authorize.judged(request.parameters()));
		}
		catch (RefusedRequest ex) {
			return Optional.empty();
		}
	}

	private Optional<Row> signedIn(String username) {
		return this.world.people()
			.meantBy(username)
			.filter((user) -> user.flag("is_active") && user.get("password") != null)
			.filter((user) -> isShown(this.world.tables().flows().find("slug", FlowPages.SIGN_IN), "authentication"));
	}

	private boolean isLetThrough(AuthorizeRequest wanted, Row user) {
		Optional<Row> flow = this.world.tables().flows().byPk(wanted.provider().get("authorization_flow"));
		return flow.isPresent() && this.world.tables()
			.applicationOf(wanted.provider())
			.filter((application) -> new Access(this.world).granted(user, application))
			.filter((application) -> this.authorize.goesOnAtOnce(wanted, application, user)
					|| (isShown(flow, "authorization") && !this.authorize.leadsNowhere(wanted, user)))
			.isPresent();
	}

	private static boolean isShown(Optional<Row> flow, String designation) {
		return flow.filter((shown) -> shown.is("designation", designation)).isPresent();
	}

	/**
	 * What the token endpoint answers.
	 * @param endpoint where the client sends the form
	 * @param form the form
	 * @param code what stands in the form for the code of the admission
	 */
	public Optional<Tokens> tokens(Admission admission, String endpoint, String form, String code) {
		return here(endpoint, "POST", form).filter((request) -> isAt(request, TOKEN))
			.filter((request) -> code.equals(request.parameters().get("code")) && isRedeemed(admission, request))
			.map((request) -> tokens(admission, Origin.of(this.world, request)));
	}

	private boolean isRedeemed(Admission admission, LabRequest request) {
		Row provider = admission.wanted().provider();
		ClientAuthentication client = ClientAuthentication.of(request);
		String grantType = request.parameters().getOrDefault("grant_type", "");
		return client.provider(this.world).orElse(null) == provider && grantType.equals(GrantTypes.CODE)
				&& GrantTypes.allowed(this.world.version(), provider, grantType) && client.prove(provider)
				&& this.redirectUris.allowWhenAskedFor(provider, request.parameters().getOrDefault("redirect_uri", ""))
				&& lasts(provider, "access_code_validity") && admission.wanted().parameter("code_challenge") == null
				&& canSign(provider);
	}

	private static boolean lasts(Row provider, String validity) {
		return TimeFormats.duration(provider.text(validity)).compareTo(Duration.ZERO) > 0;
	}

	private Tokens tokens(Admission admission, Origin origin) {
		Row provider = admission.wanted().provider();
		String slug = this.world.tables().applicationOf(provider).orElseThrow().text("slug");
		Map<String, @Nullable Object> token = this.claims.lasting(provider, admission.user(),
				origin.issuer(provider, slug), this.world.now());
		if (provider.flag("include_claims_in_id_token")) {
			token.putAll(this.claims.ofScopes(provider, admission.user(), admission.wanted().scopes()));
		}
		return new Tokens(admission, token);
	}

	/**
	 * Whether a client that reads RS256 and nothing encrypted can verify the ID token by
	 * the keys at an address.
	 */
	public boolean verifies(Tokens tokens, String jwksUri) {
		Row signer = tokens.admission().wanted().provider();
		return "RS256".equals(algorithm(signer)) && this.world.keyRing().encryptionKeyOf(signer).isEmpty()
				&& here(jwksUri, "GET", "").flatMap(this::path)
					.flatMap(OidcEndpoints::slugOfKeys)
					.flatMap(this::providerOf)
					.filter(this::canSign)
					.filter((provider) -> Objects.equals(keyIdOf(provider), keyIdOf(signer)))
					.isPresent();
	}

	private @Nullable String keyIdOf(Row provider) {
		return this.world.keyRing().signingKeyOf(provider).map(this.world.keyRing()::keyIdOf).orElse(null);
	}

	/** A claim of userinfo at an address. */
	public Optional<String> userinfo(Tokens tokens, String address, String claim) {
		Row provider = tokens.admission().wanted().provider();
		List<String> scopes = tokens.admission().wanted().scopes();
		return here(address, "GET", "")
			.filter((request) -> isAt(request, USERINFO) && scopes.contains("openid")
					&& lasts(provider, "access_token_validity"))
			.map((request) -> userinfo(provider, tokens.admission().user(), scopes).get(claim))
			.filter((value) -> !(value instanceof Map || value instanceof List))
			.map(String::valueOf);
	}

	private Map<String, @Nullable Object> userinfo(Row provider, Row user, List<String> scopes) {
		Map<String, @Nullable Object> claims = AuthentikJson.object("sub", Claims.subject(provider, user));
		claims.putAll(this.claims.ofScopes(provider, user, scopes));
		return claims;
	}

	/** The request for an address, if it leads here and somebody answers. */
	private Optional<LabRequest> here(String address, String method, String form) {
		try {
			URI uri = URI.create(address);
			return (uri.getHost() != null && this.leadsHere.test(uri) && !this.world.starts())
					? Optional.of(request(uri, method, form)) : Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static LabRequest request(URI uri, String method, String form) {
		String query = (uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : "";
		Map<String, List<String>> headers = Map.of("Host", List.of(uri.getRawAuthority()), "Content-Type",
				List.of("application/x-www-form-urlencoded"));
		return LabRequest.of(method, uri.getRawPath() + query, headers, form.getBytes(StandardCharsets.UTF_8));
	}

	private boolean isAt(LabRequest request, String path) {
		return request.path().equals(this.world.webPath() + path);
	}

	/** The path below the one where the instance lives. */
	private Optional<String> path(LabRequest request) {
		String prefix = this.world.webPath();
		return request.path().startsWith(prefix) ? Optional.of(request.path().substring(prefix.length() - 1))
				: Optional.empty();
	}

	/**
	 * What a discovery document names.
	 *
	 * @param issuer {@code issuer}
	 * @param authorizationEndpoint {@code authorization_endpoint}
	 * @param jwksUri {@code jwks_uri}
	 * @param userinfoEndpoint {@code userinfo_endpoint}
	 */
	public record Discovered(String issuer, String authorizationEndpoint, String jwksUri, String userinfoEndpoint) {

	}

	/** Somebody whom authentik sends back with a code. */
	public static final class Admission {

		private final AuthorizeRequest wanted;

		private final Row user;

		private Admission(AuthorizeRequest wanted, Row user) {
			this.wanted = wanted;
			this.user = user;
		}

		AuthorizeRequest wanted() {
			return this.wanted;
		}

		Row user() {
			return this.user;
		}

		/** Where authentik sends the browser. */
		public String redirectUri() {
			return this.wanted.redirectUri();
		}

	}

	/** The answer of the token endpoint. */
	public static final class Tokens {

		private final Admission admission;

		private final Map<String, @Nullable Object> idToken;

		private Tokens(Admission admission, Map<String, @Nullable Object> idToken) {
			this.admission = admission;
			this.idToken = idToken;
		}

		Admission admission() {
			return this.admission;
		}

		/**
		 * The text of a claim of the ID token, or null where it has none of that name.
		 */
		public @Nullable String claim(String name) {
			return (this.idToken.get(name) instanceof String text && !name.equals("aud")) ? text : null;
		}

		/**
		 * Whether the ID token is from the issuer, for the client, and good at that time.
		 */
		public boolean isFor(String issuer, String clientId, Instant now) {
			return issuer.equals(this.idToken.get("iss")) && clientId.equals(this.idToken.get("aud"))
					&& this.idToken.get("exp") instanceof Number end
					&& Instant.ofEpochSecond(end.longValue()).isAfter(now);
		}

	}

}
