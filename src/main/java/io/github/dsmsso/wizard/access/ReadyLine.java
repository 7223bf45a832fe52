package io.github.dsmsso.wizard.access;

import java.net.InetAddress;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Prints at the start which address to open, and the code that is asked for there.
 */
@Component
class ReadyLine {

	private static final Logger logger = LoggerFactory.getLogger(ReadyLine.class);

	private final AccessProperties access;

	private final ServerProperties server;

	private final SetupCodes codes;

	ReadyLine(AccessProperties access, ServerProperties server, SetupCodes codes) {
		this.access = access;
		this.server = server;
		this.codes = codes;
	}

	@EventListener
	void ready(ApplicationReadyEvent event) {
		if (event.getApplicationContext() instanceof WebServerApplicationContext running
				&& running.getWebServer() != null) {
			logger.info("The wizard is ready. Open {} in your browser.", address(running.getWebServer().getPort()));
		}
		if (this.access.setupCode()) {
			this.codes.offer();
		}
	}

	/**
	 * The first name that was allowed, else the address that is listened on. A name on
	 * the network goes with HTTPS; where that is not the wizard's own, it is that of a
	 * proxy, which has a port of its own.
	 */
	String address(int port) {
		Optional<String> name = new AllowedHosts(this.access.allowedHosts()).firstOnTheNetwork();
		String host = name.orElseGet(() -> host(this.server.getAddress()));
		boolean ofAProxy = name.isPresent() && !hasItsOwnTls();
		String scheme = (ofAProxy || hasItsOwnTls()) ? "https" : "http";
		String shownPort = (ofAProxy || AllowedHosts.hasPort(host)) ? "" : ":" + port;
		return scheme + "://" + host + shownPort + Objects.toString(this.server.getServlet().getContextPath(), "");
	}

	private boolean hasItsOwnTls() {
		return this.server.getSsl() != null && this.server.getSsl().isEnabled();
	}

	private static String host(@Nullable InetAddress address) {
		if (address == null || address.isLoopbackAddress() || address.isAnyLocalAddress()) {
			return "localhost";
		}
		return AllowedHosts.bracketed(address.getHostAddress());
	}

}
