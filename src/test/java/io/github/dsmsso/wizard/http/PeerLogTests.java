package io.github.dsmsso.wizard.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import io.github.dsmsso.lab.http.LabResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

class PeerLogTests {

	private static final String MARK = "s3cr3t-mark";

	private final Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("ROOT");

	private final Level before = this.root.getLevel();

	private final List<Appender<ILoggingEvent>> others = new ArrayList<>();

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final Listener listener = Listener.https();

	private final PeerClient client = TestPeerClients.hurried().clientFor(this.listener.trusted());

	@BeforeEach
	void logEverything() {
		this.log.start();
		this.root.iteratorForAppenders().forEachRemaining(this.others::add);
		this.others.forEach(this.root::detachAppender);
		this.root.addAppender(this.log);
		this.root.setLevel(Level.TRACE);
	}

	@AfterEach
	void stop() {
		this.root.detachAppender(this.log);
		this.root.setLevel(this.before);
		this.others.forEach(this.root::addAppender);
		this.listener.close();
	}

	@Test
	void noBodyAndNoHeaderIsEverLogged() {
		this.listener.answering((answer) -> LabResponse.of(200, "application/json", "{\"key\":\"" + MARK + "\"}")
			.with("Set-Cookie", "id=" + MARK));
		Map<String, String> headers = Map.of("Authorization", "Bearer " + MARK, "Cookie", "id=" + MARK);
		this.client.postForm("form", Map.of("passwd", MARK), headers).block();
		this.client.sendJson(HttpMethod.POST, "json", "{\"client_secret\":\"" + MARK + "\"}", headers).block();
		HttpAnswer answer = this.client.get("read", headers).block();
		LoggerFactory.getLogger("test").debug("Dropped: {} {}", answer, answer.json().size());
		assertThat(this.listener.heard()).hasSize(3);
		// Other threads may still be logging.
		assertThat(List.copyOf(this.log.list)).extracting(ILoggingEvent::getFormattedMessage)
			.isNotEmpty()
			.noneMatch((line) -> line.contains(MARK));
	}

}
