package io.github.dsmsso.wizard.access;

import java.util.ArrayList;
import java.util.List;

import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleEvent;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalHeadersTests {

	private final Tomcat tomcat = new Tomcat();

	private final Connector connector = new Connector();

	private final Request request = new Request();

	private final Response response = new Response();

	@BeforeEach
	void connect() {
		this.connector.getProtocolHandler().setAdapter(this.tomcat);
	}

	@Test
	void beforeTheConnectorIsReadyThereIsNothingToProtect() {
		new RefusalHeaders().lifecycleEvent(new LifecycleEvent(this.connector, Lifecycle.BEFORE_INIT_EVENT, null));
		assertThat(this.connector.getProtocolHandler().getAdapter()).isSameAs(this.tomcat);
	}

	@Test
	void aRequestThatTomcatServesHasTheHeadersBeforeAnybodyElseSetsThem() throws Exception {
		protecting().service(this.request, this.response);
		assertThat(this.tomcat.heard).containsExactly("service, framed: DENY");
	}

	@Test
	void aRequestThatTomcatCannotReadHasThemWhenItIsLogged() {
		protecting().log(this.request, this.response, 1);
		assertThat(this.tomcat.heard).containsExactly("log, framed: DENY");
		assertThat(this.response.getMimeHeaders().getHeader("Content-Security-Policy")).contains("default-src 'none'");
	}

	@Test
	void anAnswerThatHasLeftStaysAsItIs() {
		this.response.setCommitted(true);
		protecting().log(this.request, this.response, 1);
		assertThat(this.tomcat.heard).containsExactly("log, framed: null");
	}

	@Test
	void everythingElseIsTomcatsOwn() throws Exception {
		Adapter protecting = protecting();
		assertThat(protecting.prepare(this.request, this.response)).isTrue();
		assertThat(protecting.asyncDispatch(this.request, this.response, SocketEvent.OPEN_READ)).isTrue();
		this.tomcat.answer = false;
		assertThat(protecting.prepare(this.request, this.response)).isFalse();
		assertThat(protecting.asyncDispatch(this.request, this.response, SocketEvent.OPEN_READ)).isFalse();
		protecting.checkRecycled(this.request, this.response);
		assertThat(protecting.getDomain()).isEqualTo("tomcat");
		assertThat(this.tomcat.heard).containsExactly("checkRecycled, framed: null");
	}

	private Adapter protecting() {
		new RefusalHeaders().lifecycleEvent(new LifecycleEvent(this.connector, Lifecycle.AFTER_INIT_EVENT, null));
		return this.connector.getProtocolHandler().getAdapter();
	}

	/** Remembers what it was asked, and which header the answer had then. */
	private static final class Tomcat implements Adapter {

		private final List<String> heard = new ArrayList<>();

		private boolean answer = true;

		private void hear(String what, Response response) {
			this.heard.add(what + ", framed: " + response.getMimeHeaders().getHeader("X-Frame-Options"));
		}

		@Override
		public void service(Request request, Response response) {
			hear("service", response);
		}

		@Override
		public boolean prepare(Request request, Response response) {
			return this.answer;
		}

		@Override
		public boolean asyncDispatch(Request request, Response response, SocketEvent status) {
			return this.answer;
		}

		@Override
		public void log(Request request, Response response, long time) {
			hear("log", response);
		}

		@Override
		public void checkRecycled(Request request, Response response) {
			hear("checkRecycled", response);
		}

		@Override
		public String getDomain() {
			return "tomcat";
		}

	}

}
