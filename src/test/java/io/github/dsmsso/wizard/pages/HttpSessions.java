package io.github.dsmsso.wizard.pages;

import java.util.stream.Stream;

import org.apache.catalina.Context;
import org.apache.catalina.Manager;

import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The sessions that browsers have with a wizard. */
final class HttpSessions {

	private HttpSessions() {
	}

	/** As if nobody had clicked for a quarter of an hour. */
	static void expireAll(ServletWebServerApplicationContext wizard) {
		TomcatWebServer tomcat = (TomcatWebServer) wizard.getWebServer();
		Stream.of(tomcat.getTomcat().getHost().findChildren())
			.map((child) -> ((Context) child).getManager())
			.map(Manager::findSessions)
			.flatMap(Stream::of)
			.forEach((session) -> session.expire());
	}

}
