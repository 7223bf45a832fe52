package io.github.dsmsso.lab.dsm;

import org.jspecify.annotations.Nullable;

/** Control Panel, Login Portal and External Access: ports and names of DSM. */
public final class WebSettings {

	private volatile int httpPort = 5000;

	private volatile int httpsPort = 5001;

	private volatile @Nullable String fqdn;

	private volatile String externalHostname = "";

	private volatile boolean httpsRedirect;

	public WebSettings ports(int http, int https) {
		this.httpPort = http;
		this.httpsPort = https;
		return this;
	}

	/** The customised domain of DSM. */
	public WebSettings domain(@Nullable String fqdn) {
		this.fqdn = fqdn;
		return this;
	}

	/** The host name under External Access. */
	public WebSettings externalHostname(String hostname) {
		this.externalHostname = hostname;
		return this;
	}

	public WebSettings redirectsToHttps() {
		return redirectsToHttps(true);
	}

	WebSettings redirectsToHttps(boolean redirects) {
		this.httpsRedirect = redirects;
		return this;
	}

	int httpPort() {
		return this.httpPort;
	}

	int httpsPort() {
		return this.httpsPort;
	}

	@Nullable String fqdn() {
		return this.fqdn;
	}

	String externalHostname() {
		return this.externalHostname;
	}

	boolean httpsRedirect() {
		return this.httpsRedirect;
	}

}
