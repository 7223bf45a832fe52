package io.github.dsmsso.wizard.dsm;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.ApiFailure;
import io.github.dsmsso.wizard.http.HttpAnswer;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.http.PeerClient;
import io.github.dsmsso.wizard.http.PeerClients;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple3;

import org.springframework.stereotype.Component;

/**
 * Speaks DSM's WebAPI over HTTP.
 */
@Component
class HttpDsmApi implements DsmApi {

	private static final String SSO_BUTTON = "index.cgi?action=oidcauthurl&method=oidc";

	private final PeerClients clients;

	private final Clock clock;

	HttpDsmApi(PeerClients clients, Clock clock) {
		this.clients = clients;
		this.clock = clock;
	}

	@Override
	public DsmServer discover(Peer peer) {
		WebApi api = WebApi.unexplored(this.clients.clientFor(peer));
		return WebApi
			.await(Mono.zip(advertised(api, peer), serverTime(api), page(api).onErrorReturn(LoginPage.silent()))
				.map((found) -> serverOf(peer, found)));
	}

	@Override
	public SignIn signIn(DsmServer server, DsmCredentials credentials) {
		WebApi api = new WebApi(this.clients.clientFor(server.peer()), server.capabilities(), SessionKey.none());
		return new PasswordSignIn(server, api, this.clock).with(credentials);
	}

	@Override
	public LoginPage loginPage(Peer peer) {
		return WebApi.await(page(WebApi.unexplored(this.clients.clientFor(peer))));
	}

	@Override
	public SsoButton pressSsoButton(Peer peer) {
		PeerClient client = this.clients.clientFor(peer);
		return WebApi.await(client.get(SSO_BUTTON, Map.of()).map(HttpDsmApi::buttonAnswered));
	}

	/** A DSM always answers this; whatever refuses it is none. */
	private static Mono<DsmData> advertised(WebApi api, Peer peer) {
		return api.call(DsmCall.QUERY_APIS, Parameters.none().with("query", "all"))
			.onErrorMap(DsmException.class, (ex) -> notDsm(peer));
	}

	private static Mono<Optional<Instant>> serverTime(WebApi api) {
		return api.call(DsmCall.ENCRYPTION_INFO, Parameters.none().with("format", "module"))
			.map((info) -> info.number("server_time").map(Instant::ofEpochSecond))
			.onErrorReturn(Optional.empty());
	}

	private static Mono<LoginPage> page(WebApi api) {
		return api.send(DsmCall.LOGIN_PAGE, Parameters.none()).map((answer) -> {
			Envelope.requireOk(answer);
			return LoginPageScript.read(answer);
		});
	}

	private static DsmServer serverOf(Peer peer, Tuple3<DsmData, Optional<Instant>, LoginPage> found) {
		HttpAnswer answer = found.getT1().answer();
		DsmCapabilities capabilities = DsmCapabilities.of(found.getT1());
		if (!capabilities.advertises(DsmCall.LOGIN.api())) {
			throw notDsm(peer);
		}
		@Nullable Instant clock = found.getT2().or(answer::date).orElse(null);
		return new DsmServer(peer, capabilities, found.getT3(), clock);
	}

	private static ApiException notDsm(Peer peer) {
		ApiFailure failure = new ApiFailure(ApiFailure.Kind.SOMETHING_ELSE, peer.address(), null);
		return new ApiException(failure, DsmProblems.notDsm(peer.address()));
	}

	private static SsoButton buttonAnswered(HttpAnswer answer) {
		try {
			URI url = URI.create(Envelope.open(answer, "index.cgi").text("url"));
			return isWebAddress(url) ? new SsoButton(SsoButton.Outcome.BUILT, url) : SsoButton.unknown();
		}
		catch (DsmException ex) {
			return new SsoButton(SsoButton.Outcome.REFUSED, null);
		}
		catch (ApiException | IllegalArgumentException ex) {
			return SsoButton.unknown();
		}
	}

	private static boolean isWebAddress(URI url) {
		return url.getHost() != null && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()));
	}

}
