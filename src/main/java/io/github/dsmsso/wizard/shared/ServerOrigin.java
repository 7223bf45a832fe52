package io.github.dsmsso.wizard.shared;

/**
 * Scheme, host and port of a server.
 *
 * @param scheme {@code https} or {@code http}
 * @param host its host
 * @param port its port
 */
record ServerOrigin(String scheme, String host, int port) {

	static int usualPort(String scheme) {
		return "https".equals(scheme) ? 443 : 80;
	}

	/** Host and, where it is not the scheme's own, port. */
	String authority() {
		return (this.port == usualPort(this.scheme)) ? this.host : this.host + ":" + this.port;
	}

	@Override
	public String toString() {
		return this.scheme + "://" + authority();
	}

}
