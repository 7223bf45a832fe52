package io.github.dsmsso.wizard.dsm;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.github.dsmsso.wizard.shared.ProblemException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;

/**
 * A session whose key goes along with every call.
 */
class HttpDsmSession implements DsmSession {

	private static final Log logger = LogFactory.getLog(HttpDsmSession.class);

	private static final Parameters LATEST_CONNECTIONS = Parameters.none()
		.with("start", 0)
		.with("limit", 500)
		.with("sort_by", "time")
		.with("sort_direction", "DESC")
		.with("offset", 0)
		.with("action", "enum");

	private final DsmServer server;

	private final String account;

	private final WebApi api;

	private final Clock clock;

	HttpDsmSession(DsmServer server, String account, WebApi api, Clock clock) {
		this.server = server;
		this.account = account;
		this.api = api;
		this.clock = clock;
	}

	@Override
	public DsmServer server() {
		return this.server;
	}

	@Override
	public String account() {
		return this.account;
	}

	@Override
	public SsoClient ssoClient() {
		WebApiCalls together = new ReadsTogether(this.api);
		return WebApi.await(ssoClient(together, profile(together)));
	}

	@Override
	public OidcSso oidcSso() {
		return WebApi.await(oidcSso(this.api));
	}

	@Override
	public SsoProfile ssoProfile() {
		return WebApi.await(profile(this.api));
	}

	@Override
	public SsoSetting ssoSetting() {
		return WebApi.await(setting(this.api));
	}

	@Override
	public Optional<SsoClient> saveOidcSso(OidcSso oidcSso) {
		return save(DsmCall.SET_OIDC_SSO, OidcSsoJson.write(oidcSso));
	}

	@Override
	public Optional<SsoClient> saveSsoProfile(SsoProfile profile) {
		return save(DsmCall.SET_SSO_PROFILE,
				Parameters.none().with("sso_enable", profile.enabled()).with("sso_profile", profile.profile()));
	}

	@Override
	public Optional<SsoClient> saveSsoSetting(SsoSetting setting) {
		return save(DsmCall.SET_SSO_SETTING, Parameters.none().with("sso_default_login", setting.defaultLogin()));
	}

	@Override
	public DsmAccounts accounts() {
		return WebApi.await(new AccountReader(new ReadsTogether(this.api), this.clock).accounts());
	}

	@Override
	public List<CurrentConnection> currentConnections() {
		return WebApi.await(connections(this.api));
	}

	@Override
	public SsoMoment ssoMoment() {
		WebApiCalls together = new ReadsTogether(this.api);
		Mono<SsoClient> sso = ssoClient(together, profile(together));
		Mono<Optional<List<CurrentConnection>>> signedIn = WebApiCalls.ifRead(connections(together));
		return WebApi.await(Mono.zip(sso, signedIn, SsoMoment::new));
	}

	@Override
	public Snapshot snapshot() {
		WebApiCalls together = new ReadsTogether(this.api);
		return WebApi.await(Snapshot.of(ssoClient(together, profile(together)), new NasReader(together).description(),
				new AccountReader(together, this.clock).accounts(), connections(together), clock(together)));
	}

	/**
	 * The first look after a sign-in. What only an administrator may read decides whether
	 * the rest counts.
	 * @throws DsmException where DSM refuses it; a missing right is a refusal
	 */
	Overview overview() {
		WebApiCalls together = new ReadsTogether(this.api);
		Mono<SsoProfile> proof = profile(together).cache();
		Mono<NasDescription> description = new NasReader(together).description();
		Mono<SsoClient> sso = ssoClient(together, proof);
		return WebApi
			.await(proof.then(Mono.zip(description, sso)).map((read) -> new Overview(read.getT1(), read.getT2())));
	}

	@Override
	public void close() {
		try {
			WebApi.await(this.api.call(DsmCall.LOGOUT, Parameters.none().with("session", "webui")));
		}
		catch (ProblemException ex) {
			logger.debug("Not signed out: " + ex.getMessage());
		}
	}

	private static CurrentConnection connection(DsmData item) {
		return new CurrentConnection(item.textOr("who", ""), item.textOr("from", ""), item.textOr("type", ""),
				item.textOr("descr", ""), item.textOr("time", ""));
	}

	private Optional<SsoClient> save(DsmCall call, Parameters parameters) {
		WriteAndReadBack together = new WriteAndReadBack(this.api, call, parameters);
		Mono<Optional<SsoClient>> readBack = WebApiCalls.ifRead(ssoClient(together, profile(together)));
		return WebApi.await(together.written().then(readBack));
	}

	private Mono<SsoClient> ssoClient(WebApiCalls calls, Mono<SsoProfile> profile) {
		Mono<Optional<SsoSetting>> setting = this.server.capabilities().hasSsoSetting()
				? setting(calls).map(Optional::of) : Mono.just(Optional.empty());
		return Mono.zip(oidcSso(calls), profile, setting)
			.map((read) -> new SsoClient(read.getT1(), read.getT2(), read.getT3().orElse(null)));
	}

	private static Mono<OidcSso> oidcSso(WebApiCalls calls) {
		return calls.call(DsmCall.GET_OIDC_SSO).map(OidcSsoJson::read);
	}

	private static Mono<SsoProfile> profile(WebApiCalls calls) {
		return calls.call(DsmCall.GET_SSO_PROFILE)
			.map((data) -> new SsoProfile(data.flag("sso_enable"), data.text("sso_profile")));
	}

	private static Mono<SsoSetting> setting(WebApiCalls calls) {
		return calls.call(DsmCall.GET_SSO_SETTING).map((data) -> new SsoSetting(data.flag("sso_default_login")));
	}

	private static Mono<List<CurrentConnection>> connections(WebApiCalls calls) {
		return calls.call(DsmCall.LIST_CONNECTIONS, LATEST_CONNECTIONS)
			.map((data) -> data.list("items").stream().map(HttpDsmSession::connection).toList());
	}

	private static Mono<Optional<Instant>> clock(WebApiCalls calls) {
		return WebApiCalls.ifNotRefused(calls.call(DsmCall.ENCRYPTION_INFO, ServerTime.QUESTION))
			.map((info) -> info.flatMap(ServerTime::read));
	}

}
