package io.github.dsmsso.wizard.authentik;

import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.ApiFailure;
import io.github.dsmsso.wizard.http.ApiFailure.Kind;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.http.PeerClients;

/**
 * Finds out whether authentik answers at an address, before anything secret is said
 * there.
 */
final class Discovery {

	private final PeerClients clients;

	Discovery(PeerClients clients) {
		this.clients = clients;
	}

	/**
	 * The peer itself, or, where authentik does not live below the path that was typed,
	 * the root of the server.
	 */
	Peer discover(Peer peer) {
		try {
			return requireAuthentik(peer);
		}
		catch (ApiException ex) {
			Peer root = new Peer(peer.address().withPath("/"), peer.trust());
			if (root.equals(peer) || ex.failure().kind() != Kind.SOMETHING_ELSE) {
				throw ex;
			}
			return requireAuthentikAt(root, ex);
		}
	}

	private Peer requireAuthentikAt(Peer root, ApiException otherwise) {
		try {
			return requireAuthentik(root);
		}
		catch (ApiException ex) {
			throw otherwise;
		}
	}

	private Peer requireAuthentik(Peer peer) {
		try {
			Api api = Api.withoutToken(this.clients.clientFor(peer));
			requireShape(Api.await(api.get("root/config/", "").map(Reply::body)));
			return peer;
		}
		catch (AuthentikException ex) {
			throw notAuthentik(peer);
		}
		catch (ApiException ex) {
			throw isForeign(ex) ? notAuthentik(peer) : ex;
		}
	}

	private static void requireShape(Fields config) {
		config.object("error_reporting");
		if (!config.isList("capabilities")) {
			throw config.unreadable();
		}
	}

	/** An answer came, and all that is known of it is that it is not authentik's. */
	private static boolean isForeign(ApiException answer) {
		boolean foreign = answer.failure().kind() == Kind.SOMETHING_ELSE || answer.failure().kind() == Kind.UNREADABLE;
		return foreign && !(answer instanceof ExplainedApiException);
	}

	private static ApiException notAuthentik(Peer peer) {
		return new ExplainedApiException(new ApiException(new ApiFailure(Kind.SOMETHING_ELSE, peer.address(), null)),
				AuthentikProblem.NOT_AUTHENTIK.about(peer.address().toString()));
	}

}
