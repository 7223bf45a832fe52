package io.github.dsmsso.wizard.dsm;

import java.time.Clock;
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
		return WebApi.await(Mono.zip(readOidcSso(), readSsoProfile(), readSsoSettingIfKnown())
			.map((read) -> new SsoClient(read.getT1(), read.getT2(), read.getT3().orElse(null))));
	}

	@Override
	public OidcSso oidcSso() {
		return WebApi.await(readOidcSso());
	}

	@Override
	public SsoProfile ssoProfile() {
		return WebApi.await(readSsoProfile());
	}

	@Override
	public SsoSetting ssoSetting() {
		return WebApi.await(readSsoSetting());
	}

	@Override
	public void saveOidcSso(OidcSso oidcSso) {
		save(DsmCall.SET_OIDC_SSO, OidcSsoJson.write(oidcSso));
	}

	@Override
	public void saveSsoProfile(SsoProfile profile) {
		save(DsmCall.SET_SSO_PROFILE,
				Parameters.none().with("sso_enable", profile.enabled()).with("sso_profile", profile.profile()));
	}

	@Override
	public void saveSsoSetting(SsoSetting setting) {
		save(DsmCall.SET_SSO_SETTING, Parameters.none().with("sso_default_login", setting.defaultLogin()));
	}

	@Override
	public NasDescription describe() {
		return WebApi.await(new NasReader(this.api).description());
	}

	@Override
	public DsmAccounts accounts() {
		return WebApi.await(new AccountReader(this.api, this.clock).accounts());
	}

	@Override
	public List<CurrentConnection> currentConnections() {
		return WebApi.await(this.api.call(DsmCall.LIST_CONNECTIONS, LATEST_CONNECTIONS)
			.map((data) -> data.list("items").stream().map(HttpDsmSession::connection).toList()));
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

	private void save(DsmCall call, Parameters parameters) {
		WebApi.await(this.api.call(call, parameters));
	}

	private Mono<OidcSso> readOidcSso() {
		return this.api.call(DsmCall.GET_OIDC_SSO, Parameters.none()).map(OidcSsoJson::read);
	}

	private Mono<SsoProfile> readSsoProfile() {
		return this.api.call(DsmCall.GET_SSO_PROFILE, Parameters.none())
			.map((data) -> new SsoProfile(data.flag("sso_enable"), data.text("sso_profile")));
	}

	private Mono<SsoSetting> readSsoSetting() {
		return this.api.call(DsmCall.GET_SSO_SETTING, Parameters.none())
			.map((data) -> new SsoSetting(data.flag("sso_default_login")));
	}

	private Mono<Optional<SsoSetting>> readSsoSettingIfKnown() {
		return this.server.capabilities().hasSsoSetting() ? readSsoSetting().map(Optional::of)
				: Mono.just(Optional.empty());
	}

}
