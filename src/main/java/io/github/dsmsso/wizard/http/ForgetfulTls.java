package io.github.dsmsso.wizard.http;

import java.security.SecureRandom;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

import org.jspecify.annotations.Nullable;

/**
 * TLS that never resumes a session, so that the certificate is looked at in each
 * handshake: the JDK asks no trust manager when it resumes. An engine that does not know
 * its peer finds no session to resume; the server's name is set by the HTTP client.
 */
final class ForgetfulTls extends SSLContextSpi {

	private final SSLContext delegate;

	private ForgetfulTls(SSLContext delegate) {
		this.delegate = delegate;
	}

	static SSLContext over(SSLContext context) {
		return new SSLContext(new ForgetfulTls(context), context.getProvider(), context.getProtocol()) {
		};
	}

	@Override
	protected SSLEngine engineCreateSSLEngine(String host, int port) {
		return this.delegate.createSSLEngine();
	}

	@Override
	protected SSLEngine engineCreateSSLEngine() {
		return this.delegate.createSSLEngine();
	}

	@Override
	protected SSLParameters engineGetDefaultSSLParameters() {
		return this.delegate.getDefaultSSLParameters();
	}

	@Override
	protected SSLParameters engineGetSupportedSSLParameters() {
		return this.delegate.getSupportedSSLParameters();
	}

	@Override
	protected SSLSessionContext engineGetClientSessionContext() {
		return this.delegate.getClientSessionContext();
	}

	@Override
	protected SSLSessionContext engineGetServerSessionContext() {
		return this.delegate.getServerSessionContext();
	}

	@Override
	protected void engineInit(KeyManager @Nullable [] keys, TrustManager @Nullable [] trust,
			@Nullable SecureRandom random) {
		throw new UnsupportedOperationException();
	}

	@Override
	protected SSLSocketFactory engineGetSocketFactory() {
		throw new UnsupportedOperationException();
	}

	@Override
	protected SSLServerSocketFactory engineGetServerSocketFactory() {
		throw new UnsupportedOperationException();
	}

}
