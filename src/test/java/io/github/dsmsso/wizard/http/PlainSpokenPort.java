package io.github.dsmsso.wizard.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A port that answers a TLS handshake as a web server for plain HTTP does: with a
 * complaint in clear text.
 */
public final class PlainSpokenPort implements AutoCloseable {

	private final ServerSocket socket;

	public PlainSpokenPort() throws IOException {
		this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
		Thread thread = new Thread(this::complain);
		thread.setDaemon(true);
		thread.start();
	}

	public int number() {
		return this.socket.getLocalPort();
	}

	private void complain() {
		try (Socket caller = this.socket.accept()) {
			InputStream hello = caller.getInputStream();
			hello.read(new byte[16 * 1024]);
			caller.getOutputStream()
				.write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			caller.shutdownOutput();
			hello.transferTo(OutputStream.nullOutputStream());
		}
		catch (IOException ex) {
			// The caller, or the test, has gone.
		}
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
