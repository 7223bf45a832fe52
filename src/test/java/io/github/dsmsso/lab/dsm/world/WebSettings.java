package io.github.dsmsso.lab.dsm.world;

import org.jspecify.annotations.Nullable;

/** Control Panel, Login Portal and External Access: ports and names of DSM. */
public final class WebSettings {

	private volatile int httpPort = 5000;

	private volatile int httpsPort = 5001;

	private volatile @Nullable String fqdn;

	private volatile String externalHostname = "";

	private volatile boolean httpsRedirect;

	private volatile @Nullable String driveDomain;

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

	/** The domain of Synology Drive, under Login Portal > Applications. */
	public WebSettings driveDomain(@Nullable String fqdn) {
		this.driveDomain = fqdn;
		return this;
	}

	public @Nullable String driveDomain() {
		return this.driveDomain;
	}

	public WebSettings redirectsToHttps() {
		return redirectsToHttps(true);
	}

	public WebSettings redirectsToHttps(boolean redirects) {
		this.httpsRedirect = redirects;
		return this;
	}

	public int httpPort() {
		return this.httpPort;
	}

	public int httpsPort() {
		return this.httpsPort;
	}

	public @Nullable String fqdn() {
		return this.fqdn;
	}

	public String externalHostname() {
		return this.externalHostname;
	}

	public boolean httpsRedirect() {
		return this.httpsRedirect;
	}

}
