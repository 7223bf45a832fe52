package io.github.dsmsso.wizard.authentik;

import io.github.dsmsso.wizard.authentik.AuthentikException.Reason;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.http.PeerClients;
import io.github.dsmsso.wizard.shared.Secret;
import io.github.dsmsso.wizard.shared.Version;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;

import org.springframework.stereotype.Component;

/**
 * Meets authentik over HTTP.
 */
@Component
class HttpAuthentikApi implements AuthentikApi {

	/** Asked by the calls that every user may make. */
	private static final String NO_RIGHT = ObjectKind.USER.permission("view");

	private final PeerClients clients;

	HttpAuthentikApi(PeerClients clients) {
		this.clients = clients;
	}

	@Override
	public Peer discover(Peer peer) {
		return new Discovery(this.clients).discover(peer);
	}

	@Override
	public AuthentikClient connect(Peer peer, Secret token) {
		Api api = Api.withToken(this.clients.clientFor(peer), plausible(token));
		Tuple2<TokenOwner, AuthentikCapabilities> found = Api.await(Mono.zip(owner(api), capabilities(api)));
		return new HttpAuthentikClient(peer, api, supported(found.getT2()), found.getT1());
	}

	/**
	 * A header carries no spaces and no letters beyond ASCII, and neither does a token.
	 */
	private static Secret plausible(Secret token) {
		String stripped = token.reveal().strip();
		if (!stripped.matches("[\\x21-\\x7e]+")) {
			throw new AuthentikException(Reason.TOKEN_INVALID, AuthentikProblem.TOKEN_CHARACTERS.about());
		}
		return Secret.of(stripped);
	}

	private static Mono<TokenOwner> owner(Api api) {
		return api.get("core/users/me/", NO_RIGHT).map((reply) -> {
			Fields user = reply.body().object("user");
			return new TokenOwner(user.number("pk"), user.text("username"), user.flag("is_superuser"));
		});
	}

	private static Mono<AuthentikCapabilities> capabilities(Api api) {
		return api.get("admin/version/", NO_RIGHT).map((reply) -> {
			Fields version = reply.body();
			try {
				return new AuthentikCapabilities(Version.parse(version.text("version_current")));
			}
			catch (IllegalArgumentException ex) {
				throw version.unreadable("version_current");
			}
		});
	}

	private static AuthentikCapabilities supported(AuthentikCapabilities capabilities) {
		if (!capabilities.isSupported()) {
			throw new AuthentikException(Reason.OTHER,
					AuthentikProblem.VERSION_TOO_OLD.about(capabilities.version().toString()));
		}
		return capabilities;
	}

}
