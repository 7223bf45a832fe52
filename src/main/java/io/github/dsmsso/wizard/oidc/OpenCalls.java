package io.github.dsmsso.wizard.oidc;

import java.net.URI;
import java.util.Map;

import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.ApiFailure;
import io.github.dsmsso.wizard.http.HttpAnswer;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.http.PeerClient;
import io.github.dsmsso.wizard.http.PeerClients;
import io.github.dsmsso.wizard.shared.Problem;
import reactor.core.publisher.Mono;

/**
 * Calls URLs that a provider named, as long as they lie on the provider itself: a
 * document that somebody else wrote must not choose whom this wizard calls.
 */
final class OpenCalls {

	private final PeerClients clients;

	OpenCalls(PeerClients clients) {
		this.clients = clients;
	}

	HttpAnswer get(Peer peer, URI url, Map<String, String> headers) {
		return answered(clientFor(peer, url).get(relative(url), headers));
	}

	HttpAnswer post(Peer peer, URI url, Map<String, String> form, Map<String, String> headers) {
		return answered(clientFor(peer, url).postForm(relative(url), form, headers));
	}

	/** URLs of a provider below a sub-path are written in full, so its root is called. */
	private PeerClient clientFor(Peer peer, URI url) {
		if (!peer.address().covers(url)) {
			throw leadsElsewhere(peer, url);
		}
		return this.clients.clientFor(new Peer(peer.address().withPath("/"), peer.trust()));
	}

	private static ApiException leadsElsewhere(Peer peer, URI url) {
		String host = (url.getHost() != null) ? url.getHost() : "?";
		return new ApiException(new ApiFailure(ApiFailure.Kind.SOMETHING_ELSE, peer.address(), null),
				Problem.of("oidc.leads-elsewhere", peer.address().toString(), host));
	}

	private static String relative(URI url) {
		String path = (url.getRawPath() != null) ? url.getRawPath().replaceFirst("^/", "") : "";
		return (url.getRawQuery() != null) ? path + "?" + url.getRawQuery() : path;
	}

	private static HttpAnswer answered(Mono<HttpAnswer> call) {
		HttpAnswer answer = call.block();
		if (answer == null) {
			throw new IllegalStateException("A call ended without an answer");
		}
		return answer;
	}

}
