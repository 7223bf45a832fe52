package io.github.dsmsso.wizard.command;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.connection.Connections;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.plan.AuthentikInventory;
import io.github.dsmsso.wizard.plan.StateReader;
import io.github.dsmsso.wizard.shared.ProblemException;
import io.github.dsmsso.wizard.shared.Reading;
import io.github.dsmsso.wizard.shared.Secret;
import org.jspecify.annotations.Nullable;

/**
 * authentik for all NAS of one command: what does not depend on the NAS is asked once for
 * each address and token, however many NAS there are.
 */
final class SharedAuthentik {

	private final Connections connections;

	private final StateReader reader;

	private final Map<Key, Reading<Side>> sides = new ConcurrentHashMap<>();

	SharedAuthentik(Connections connections, StateReader reader) {
		this.connections = connections;
		this.reader = reader;
	}

	/**
	 * authentik under a token, tried when it is asked for first.
	 * @throws ProblemException where it does not answer, or does not let the wizard in
	 */
	Side of(Peer peer, Secret token) {
		return this.sides.computeIfAbsent(new Key(peer, token), (key) -> Reading.start(() -> connect(key))).get();
	}

	private Side connect(Key key) {
		return new Side(this.connections.connect(this.connections.discoverAuthentik(key.peer()), key.token()),
				this.reader);
	}

	/** Which authentik, and whose token. */
	private record Key(Peer peer, Secret token) {

	}

	/** authentik under a token. */
	static final class Side {

		private final AuthentikClient client;

		private final StateReader reader;

		private @Nullable AuthentikInventory inventory;

		private Side(AuthentikClient client, StateReader reader) {
			this.client = client;
			this.reader = reader;
		}

		AuthentikClient client() {
			return this.client;
		}

		/** What it has, read when it is asked for first. */
		synchronized AuthentikInventory inventory() {
			if (this.inventory == null) {
				this.inventory = this.reader.inventory(this.client);
			}
			return this.inventory;
		}

	}

}
