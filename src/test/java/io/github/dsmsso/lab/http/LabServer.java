package io.github.dsmsso.lab.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Protocol;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A simulator on a socket of the loopback interface, HTTP/1.1 over TLS. The server is
 * MockWebServer because it can also misbehave on the wire; see
 * {@link LabResponse.Delivery}.
 */
public final class LabServer implements AutoCloseable {

	private static final long BODY_LIMIT = 32L * 1024 * 1024;

	private final MockWebServer server = new MockWebServer();

	private final LabHandler handler;

	/** What the requests that came over each connection said of their sender. */
	private final Map<Integer, String> connections = new ConcurrentHashMap<>();

	private volatile @Nullable LabCertificate certificate;

	private LabServer(LabHandler handler, @Nullable LabCertificate certificate) {
		this.handler = handler;
		this.certificate = certificate;
	}

	/**
	 * Starts serving HTTPS.
	 * @param handler the simulator
	 * @param certificate what it presents
	 * @param port the port, or 0 for a free one
	 */
	public static LabServer https(LabHandler handler, LabCertificate certificate, int port) {
		return new LabServer(handler, certificate).start(port);
	}

	/** Starts serving HTTPS to those alone who show a certificate, which nobody has. */
	public static LabServer httpsWithClientCertificates(LabHandler handler, LabCertificate certificate) {
		LabServer demanding = new LabServer(handler, certificate);
		demanding.server.requireClientAuth();
		return demanding.start(0);
	}

	/**
	 * Starts serving plain HTTP, as a server does whose administrator never set up TLS.
	 */
	public static LabServer http(LabHandler handler, int port) {
		return new LabServer(handler, null).start(port);
	}

	private LabServer start(int port) {
		Logger.getLogger(MockWebServer.class.getName()).setLevel(Level.SEVERE);
		if (this.certificate != null) {
			this.server.useHttps(sslContext().getSocketFactory());
		}
		this.server.setServerSocketFactory(new PromptSockets());
		this.server.setProtocols(List.of(Protocol.HTTP_1_1));
		this.server.setBodyLimit(BODY_LIMIT);
		this.server.setDispatcher(new HandlerDispatcher());
		try {
			this.server.start(InetAddress.getLoopbackAddress(), port);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Port " + port + " cannot be used", ex);
		}
		return this;
	}

	public int port() {
		return this.server.getPort();
	}

	/** Over how many connections requests came so far. */
	public int connections() {
		return this.connections.size();
	}

	/** The same of those alone that call themselves so ({@code User-Agent}). */
	public int connections(String userAgent) {
		return (int) this.connections.values().stream().filter(userAgent::equals).count();
	}

	/** What the server presents from the next handshake on. */
	public void present(LabCertificate certificate) {
		this.certificate = certificate;
	}

	public LabCertificate certificate() {
		LabCertificate certificate = this.certificate;
		if (certificate == null) {
			throw new IllegalStateException("This server speaks plain HTTP");
		}
		return certificate;
	}

	@Override
	public void close() {
		this.server.close();
	}

	private SSLContext sslContext() {
		try {
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(new KeyManager[] { new CurrentCertificate() }, null, null);
			return context;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private final class HandlerDispatcher extends Dispatcher {

		@Override
		public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
			// The server keeps every request for takeRequest(); nobody takes them here.
			LabServer.this.server.takeRequest(0, TimeUnit.SECONDS);
			String sender = request.getHeaders().get("User-Agent");
			LabServer.this.connections.put(request.getConnectionIndex(), (sender != null) ? sender : "");
			byte[] body = (request.getBody() != null) ? request.getBody().toByteArray() : new byte[0];
			Map<String, List<String>> headers = request.getHeaders().toMultimap();
			return written(LabServer.this.handler
				.handle(LabRequest.of(request.getMethod(), request.getTarget(), headers, body)));
		}

		private MockResponse written(LabResponse response) {
			MockResponse.Builder builder = new MockResponse.Builder().code(response.status())
				.body(new Buffer().write(response.body()));
			response.headers().forEach((name, values) -> values.forEach((value) -> builder.addHeader(name, value)));
			switch (response.delivery()) {
				case WHOLE -> {
				}
				// Whoever is asked has shaken hands already: all that is left is to hang
				// up.
				case LOST, REFUSED, NAME_UNKNOWN, UNREACHABLE, TLS_REFUSED, NOT_TLS, OTHER_CERTIFICATE ->
					builder.onResponseStart(new SocketEffect.CloseSocket());
				case SILENT -> builder.onResponseStart(SocketEffect.Stall.INSTANCE);
				case TRICKLED -> builder.throttleBody(1, 500, TimeUnit.MILLISECONDS);
				case CUT -> builder.onResponseBody(new SocketEffect.CloseSocket());
			}
			return builder.build();
		}

	}

	/** Reads the certificate at each handshake, so that it can change while serving. */
	private final class CurrentCertificate extends X509ExtendedKeyManager {

		private static final String ALIAS = "current";

		@Override
		public String[] getServerAliases(String keyType, Principal[] issuers) {
			return new String[] { ALIAS };
		}

		@Override
		public @Nullable String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
			return keyType.equals("EC") ? ALIAS : null;
		}

		@Override
		public @Nullable String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
			return keyType.equals("EC") ? ALIAS : null;
		}

		@Override
		public X509Certificate[] getCertificateChain(String alias) {
			return new X509Certificate[] { certificate().certificate() };
		}

		@Override
		public PrivateKey getPrivateKey(String alias) {
			return certificate().privateKey();
		}

		@Override
		public String[] getClientAliases(String keyType, Principal[] issuers) {
			return new String[0];
		}

		@Override
		public @Nullable String chooseClientAlias(String[] keyType, Principal[] issuers, Socket socket) {
			return null;
		}

	}

}
