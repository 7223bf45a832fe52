package io.github.dsmsso.lab.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

import javax.net.ServerSocketFactory;

/**
 * Sends what there is at once, as web servers do. Otherwise the body of an answer, which
 * is written after its headers, waits for 40 ms until the client has acknowledged those.
 */
final class PromptSockets extends ServerSocketFactory {

	@Override
	public ServerSocket createServerSocket() throws IOException {
		return new ServerSocket() {

			@Override
			public Socket accept() throws IOException {
				Socket accepted = super.accept();
				accepted.setTcpNoDelay(true);
				return accepted;
			}

		};
	}

	@Override
	public ServerSocket createServerSocket(int port) throws IOException {
		return createServerSocket(port, 0);
	}

	@Override
	public ServerSocket createServerSocket(int port, int backlog) throws IOException {
		return createServerSocket(port, backlog, null);
	}

	@Override
	public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
		ServerSocket socket = createServerSocket();
		socket.bind(new InetSocketAddress(address, port), backlog);
		return socket;
	}

}
