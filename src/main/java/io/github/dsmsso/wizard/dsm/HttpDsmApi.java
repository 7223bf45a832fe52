package io.github.dsmsso.wizard.dsm;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.ApiFailure;
import io.github.dsmsso.wizard.http.Gate;
import io.github.dsmsso.wizard.http.HttpAnswer;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.http.PeerClient;
import io.github.dsmsso.wizard.http.PeerClients;
import reactor.core.publisher.Mono;

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
		return WebApi.await(Mono.zip(advertised(api, peer), page(api).onErrorReturn(LoginPage.silent()))
			.map((found) -> new DsmServer(peer, found.getT1(), found.getT2())));
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
	public Optional<Instant> clock(Peer peer) {
		return WebApi.await(WebApi.unexplored(this.clients.clientFor(peer))
			.send(DsmCall.ENCRYPTION_INFO, ServerTime.QUESTION)
			.map(HttpDsmApi::timeTold));
	}

	@Override
	public SsoButton pressSsoButton(Peer peer) {
		PeerClient client = this.clients.clientFor(peer);
		return WebApi.await(client.get(SSO_BUTTON, Map.of()).map(HttpDsmApi::buttonAnswered));
	}

	/** A DSM always answers this; whatever refuses it, or has no sign-in, is none. */
	private static Mono<DsmCapabilities> advertised(WebApi api, Peer peer) {
		return api.call(DsmCall.QUERY_APIS, Parameters.none().with("query", "all"))
			.onErrorMap(DsmException.class, (ex) -> notDsm(peer))
			.map(DsmCapabilities::of)
			.filter((capabilities) -> capabilities.advertises(DsmCall.LOGIN.api()))
			.switchIfEmpty(Mono.error(() -> notDsm(peer)));
	}

	private static Mono<LoginPage> page(WebApi api) {
		return api.send(DsmCall.LOGIN_PAGE, Parameters.none()).map((answer) -> {
			Envelope.requireOk(answer);
			return LoginPageScript.read(answer);
		});
	}

	private static Optional<Instant> timeTold(HttpAnswer answer) {
		try {
			return ServerTime.read(Envelope.open(answer, DsmCall.ENCRYPTION_INFO.api()));
		}
		catch (DsmException ex) {
			return answer.date();
		}
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
			return Gate.of(answer).map(SsoButton::behind).orElseGet(SsoButton::unknown);
		}
	}

	private static boolean isWebAddress(URI url) {
		return url.getHost() != null && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()));
	}

}
