package io.github.dsmsso.wizard.shared;

import java.net.URI;

/**
 * The address of a server: scheme, host, port and, where the server lives under a
 * sub-path, that path. Made by {@link AddressParser}, so host and port are canonical.
 *
 * @param scheme {@code https}, or {@code http} for a literal loopback address
 * @param host lower-case name, dotted quad, or IPv6 address in brackets
 * @param port the port, 443 or 80 where none was given
 * @param path {@code /} or a path that begins and ends with a slash
 */
public record BaseUrl(String scheme, String host, int port, String path) {

	/**
	 * Reads DSM's address as people paste it, also with the pages of DSM's that the
	 * browser shows behind it; see {@link AddressParser}.
	 * @throws ProblemException where it is no address, with what to type instead
	 */
	public static BaseUrl parse(String typed) {
		ServerOrigin origin = new AddressParser(typed).parse();
		return new BaseUrl(origin.scheme(), origin.host(), origin.port(), "/");
	}

	/** The same server under a sub-path. */
	public BaseUrl withPath(String path) {
		return new BaseUrl(this.scheme, this.host, this.port, path);
	}

	/** The same host on another port. */
	public BaseUrl withPort(int port) {
		return new BaseUrl(this.scheme, this.host, port, this.path);
	}

	/** Scheme, host and, where it is not the scheme's own, port; no slash at the end. */
	public String origin() {
		return serverItself().toString();
	}

	/** Host and, where it is not the scheme's own, port: what a client sends as Host. */
	public String authority() {
		return serverItself().authority();
	}

	/**
	 * An address below this one.
	 * @param relative a path without a leading slash, with its query already encoded
	 */
	public URI resolve(String relative) {
		return URI.create(origin() + this.path + relative);
	}

	/** Whether a URL that a server named leads to this very server. */
	public boolean covers(URI url) {
		int port = (url.getPort() >= 0) ? url.getPort() : ("https".equals(url.getScheme()) ? 443 : 80);
		return this.scheme.equals(url.getScheme()) && this.host.equalsIgnoreCase(url.getHost()) && this.port == port;
	}

	/**
	 * The address for a person: where its name has letters beyond ASCII, the name in its
	 * own letters with the address that is called, such as
	 * {@code bücher.example (https://xn--bcher-kva.example:5001)}.
	 */
	public String inBothForms() {
		return inBothForms(toString());
	}

	/**
	 * The host for a person: {@code bücher.example (xn--bcher-kva.example)}, or the host
	 * alone where there is only one form of it.
	 */
	public String hostInBothForms() {
		return inBothForms(this.host);
	}

	private String inBothForms(String called) {
		String name = InternationalName.toUnicode(this.host);
		return name.equals(this.host) ? called : name + " (" + called + ")";
	}

	private ServerOrigin serverItself() {
		return new ServerOrigin(this.scheme, this.host, this.port);
	}

	@Override
	public String toString() {
		return "/".equals(this.path) ? origin() : origin() + this.path;
	}

}
