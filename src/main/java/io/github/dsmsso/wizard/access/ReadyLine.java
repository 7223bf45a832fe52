package io.github.dsmsso.wizard.access;

import java.net.InetAddress;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Prints at the start which address to open.
 */
@Component
class ReadyLine {

	private static final Logger logger = LoggerFactory.getLogger(ReadyLine.class);

	private final ServerProperties server;

	ReadyLine(ServerProperties server) {
		this.server = server;
	}

	@EventListener
	void ready(WebServerInitializedEvent event) {
		if (!StringUtils.hasText(event.getApplicationContext().getServerNamespace())) {
			logger.info("The wizard is ready. Open {} in your browser.", address(event.getWebServer().getPort()));
		}
	}

	private String address(int port) {
		boolean https = this.server.getSsl() != null && this.server.getSsl().isEnabled();
		String path = this.server.getServlet().getContextPath();
		return (https ? "https" : "http") + "://" + host(this.server.getAddress()) + ":" + port
				+ ((path != null) ? path : "");
	}

	private static String host(@Nullable InetAddress address) {
		boolean here = address == null || address.isLoopbackAddress() || address.isAnyLocalAddress();
		return here ? "localhost" : address.getHostAddress();
	}

}
