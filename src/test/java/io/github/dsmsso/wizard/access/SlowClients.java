package io.github.dsmsso.wizard.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Connections that are slow in one way or another. One thread keeps all of them going, a
 * letter at a time.
 */
final class SlowClients implements AutoCloseable {

	private static final Duration BETWEEN_LETTERS = Duration.ofMillis(500);

	private final int port;

	private final String cookie;

	private final List<Slow> connections = new ArrayList<>();

	SlowClients(int port, String cookie) {
		this.port = port;
		this.cookie = cookie;
	}

	/** Forms of 60,000 letters that come one at a time. */
	void sendSlowForms(int count, String path) {
		open(count, beginningOfAForm(path), "a", true);
	}

	/** Forms of 60,000 letters of which none comes. */
	void sendFormsThatStandStill(int count, String path) {
		open(count, beginningOfAForm(path), "", true);
	}

	private String beginningOfAForm(String path) {
		return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + cookieLine()
				+ "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\n";
	}

	/** Requests whose headers never end. */
	void sendSlowHeaders(int count) {
		open(count, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", "a", true);
	}

	/** Connections that say nothing. */
	void sendNothing(int count) {
		open(count, "", "", false);
	}

	/** Requests for a large file that nobody reads. */
	void askAndDoNotRead(int count, String path) {
		String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
		open(count, request.repeat(20), "", false);
	}

	private String cookieLine() {
		return this.cookie.isEmpty() ? "" : "Cookie: " + this.cookie + "\r\n";
	}

	private void open(int count, String beginning, String letter, boolean reads) {
		for (int i = 0; i < count; i++) {
			this.connections.add(Slow.open(this.port, beginning, letter, reads));
		}
	}

	/** Goes on for that long, or until all are answered; returns how many are. */
	int answersWithin(Duration time) {
		long end = System.nanoTime() + time.toNanos();
		while (System.nanoTime() < end && this.connections.stream().anyMatch((slow) -> !slow.isOver())) {
			this.connections.forEach(Slow::goOn);
			LockSupport.parkNanos(BETWEEN_LETTERS.toNanos());
		}
		return (int) this.connections.stream().filter((slow) -> !slow.answer().isEmpty()).count();
	}

	List<String> answers() {
		return this.connections.stream().map(Slow::answer).toList();
	}

	@Override
	public void close() {
		this.connections.forEach(Slow::close);
	}

	/** One connection. */
	private static final class Slow {

		private final SocketChannel channel;

		private final String letter;

		private final boolean reads;

		private final StringBuilder answer = new StringBuilder();

		private boolean over;

		private Slow(SocketChannel channel, String letter, boolean reads) {
			this.channel = channel;
			this.letter = letter;
			this.reads = reads;
		}

		static Slow open(int port, String beginning, String letter, boolean reads) {
			try {
				SocketChannel channel = SocketChannel
					.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
				channel.write(ByteBuffer.wrap(beginning.getBytes(StandardCharsets.US_ASCII)));
				channel.configureBlocking(false);
				return new Slow(channel, letter, reads);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		boolean isOver() {
			return this.over;
		}

		String answer() {
			return this.answer.toString();
		}

		/** The next letter, and what has been answered so far. */
		void goOn() {
			try {
				if (!this.over && this.reads) {
					read();
					this.channel.write(ByteBuffer.wrap(this.letter.getBytes(StandardCharsets.US_ASCII)));
				}
			}
			catch (IOException ex) {
				this.over = true;
			}
		}

		private void read() throws IOException {
			ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
			int count = this.channel.read(buffer);
			this.over = count < 0;
			this.answer.append(new String(buffer.array(), 0, Math.max(0, count), StandardCharsets.UTF_8));
		}

		void close() {
			try {
				this.channel.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
