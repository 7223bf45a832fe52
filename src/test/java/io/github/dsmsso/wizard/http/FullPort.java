package io.github.dsmsso.wizard.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * A port whose queue is full because nobody ever accepts: Linux drops further attempts to
 * connect, as a firewall does.
 */
final class FullPort implements AutoCloseable {

	private static final int PATIENCE_IN_MILLIS = 250;

	private static final int ATTEMPTS = 8;

	private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

	private final List<Socket> waiting = new ArrayList<>();

	private final boolean full;

	FullPort() throws IOException {
		this.full = fill();
	}

	boolean isFull() {
		return this.full;
	}

	int number() {
		return this.socket.getLocalPort();
	}

	private boolean fill() throws IOException {
		for (int i = 0; i < ATTEMPTS; i++) {
			Socket next = new Socket();
			this.waiting.add(next);
			try {
				next.connect(this.socket.getLocalSocketAddress(), PATIENCE_IN_MILLIS);
			}
			catch (SocketTimeoutException ex) {
				return true;
			}
		}
		return false;
	}

	@Override
	public void close() throws IOException {
		for (Socket each : this.waiting) {
			each.close();
		}
		this.socket.close();
	}

}
