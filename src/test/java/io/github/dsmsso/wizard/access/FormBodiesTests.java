package io.github.dsmsso.wizard.access;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;

import io.github.dsmsso.lab.time.VirtualTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

import static org.assertj.core.api.Assertions.assertThat;

class FormBodiesTests {

	private final VirtualTime clock = new VirtualTime();

	private final FormBodies withCode = new FormBodies(true, this.clock);

	private final FormBodies withoutCode = new FormBodies(false, this.clock);

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@ParameterizedTest
	@ValueSource(strings = { "/access", "/theme", "/nas" })
	void aFormOfNoSessionIsAnEmptyOne(String path) {
		Form form = new Form(path, "code=x");
		assertThat(passedOn(this.withCode, form)).isEmpty();
		assertThat(form.wasRead).isFalse();
		assertThat(this.response.getHeader("Connection")).isEqualTo("close");
	}

	@Test
	void aFormOfASessionThatTheCodeHasNotOpenedIsAnEmptyOne() {
		Form form = new Form("/nas", "address=nas").ofSession();
		assertThat(passedOn(this.withCode, form)).isEmpty();
		assertThat(form.wasRead).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/access", "/theme" })
	void whoHasNotTypedTheCodeMayTypeItAndChooseColours(String path) {
		assertThat(passedOn(this.withCode, new Form(path, "address=nas").ofSession())).isEqualTo("nas");
		assertThat(this.response.getHeader("Connection")).isNull();
	}

	@Test
	void aFormOfASessionThatTheCodeHasOpenedIsRead() {
		assertThat(passedOn(this.withCode, new Form("/nas", "address=nas").ofOpenedSession())).isEqualTo("nas");
	}

	@Test
	void whereNoCodeIsAskedForAFormOfAnySessionIsRead() {
		assertThat(passedOn(this.withoutCode, new Form("/nas", "address=nas").ofSession())).isEqualTo("nas");
		assertThat(passedOn(this.withoutCode, new Form("/nas", "address=nas"))).isEmpty();
	}

	@Test
	void aLinkIsNoForm() {
		Form link = new Form("/nas", "");
		link.setMethod("GET");
		link.setParameter("address", "in the address");
		assertThat(passedOn(this.withCode, link)).isEqualTo("in the address");
	}

	@Test
	void aFormThatComesInPiecesIsReadAsAWhole() {
		assertThat(passedOn(this.withoutCode,
				new Form("/nas", "address=nas").ofSession().trickling(Duration.ofMillis(900))))
			.isEqualTo("nas");
	}

	@Test
	void aFormThatIsNotThereByItsDeadlineIsGivenUp() {
		Form form = new Form("/nas", "address=nas").ofSession().trickling(Duration.ofSeconds(1));
		assertThat(passedOn(this.withoutCode, form)).isNull();
		assertThat(this.response.getStatus()).isEqualTo(408);
	}

	@Test
	void aFormThatEndsTooSoonIsGivenUp() {
		Form form = new Form("/nas", "address=nas").ofSession().endingAfter(5);
		assertThat(passedOn(this.withoutCode, form)).isNull();
		assertThat(this.response.getStatus()).isEqualTo(408);
	}

	@Test
	void whoHangsUpIsNoErrorOfTheWizard() {
		Form form = new Form("/nas", "address=nas").ofSession().failing();
		form.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new IOException("gone"));
		assertThat(passedOn(this.withoutCode, form)).isNull();
		assertThat(form.getAttribute(RequestDispatcher.ERROR_EXCEPTION)).isNull();
	}

	@Test
	void whatTomcatHasAnsweredIsNotAnsweredTwice() {
		this.response.setStatus(400);
		this.response.setCommitted(true);
		assertThat(passedOn(this.withoutCode, new Form("/nas", "address=nas").ofSession().failing())).isNull();
		assertThat(this.response.getStatus()).isEqualTo(400);
	}

	@Test
	void aBodyThatIsNoFormIsRefused() {
		assertThat(passedOn(this.withoutCode, new Form("/nas", "address=%zz").ofSession())).isNull();
		assertThat(this.response.getStatus()).isEqualTo(400);
	}

	/** Each form arrives while the one before it is still being read. */
	@Test
	void strangersWhoFillAllPlacesKeepOnlyOtherStrangersOutAndOnlyAsLongAsTheyAreThere() throws Exception {
		MockHttpServletResponse refused = new MockHttpServletResponse();
		List<String> passedOn = new ArrayList<>();
		Form form = new Form("/access", "address=of a stranger").ofSession();
		form.whenRead = () -> {
			send(this.withCode, new Form("/access", "address=nas").ofSession(), refused);
			passedOn.add(passedOn(this.withCode, new Form("/nas", "address=of the administrator").ofOpenedSession()));
		};
		for (int place = 1; place < FormBodies.PLACES; place++) {
			Form inside = form;
			form = new Form("/access", "address=of a stranger").ofSession();
			form.whenRead = () -> passedOn.add(passedOn(this.withCode, inside));
		}
		Form first = form;
		onADeepStack(() -> passedOn.add(passedOn(this.withCode, first)));
		assertThat(passedOn).hasSize(FormBodies.PLACES + 1)
			.startsWith("of the administrator")
			.endsWith("of a stranger");
		assertThat(refused.getStatus()).isEqualTo(503);
		assertThat(refused.getHeader("Retry-After")).isEqualTo("10");
		assertThat(refused.getContentType()).isEqualTo("text/plain");
		assertThat(refused.getContentAsString()).contains("Try again in a moment");
		onADeepStack(() -> passedOn.add(passedOn(this.withCode, first)));
		assertThat(passedOn).as("as many again, afterwards").hasSize(2 * (FormBodies.PLACES + 1));
	}

	private static void onADeepStack(Runnable work) throws InterruptedException {
		Thread thread = new Thread(null, work, "many forms at a time", 64 << 20);
		thread.start();
		thread.join();
	}

	/**
	 * The field "address" of what is passed on, empty without it; null where nothing is.
	 */
	private @Nullable String passedOn(FormBodies filter, Form form) {
		return send(filter, form, this.response);
	}

	private static @Nullable String send(FormBodies filter, Form form, MockHttpServletResponse response) {
		MockFilterChain chain = new MockFilterChain();
		try {
			filter.doFilter(form, response, chain);
		}
		catch (IOException | ServletException ex) {
			throw new IllegalStateException(ex);
		}
		if (chain.getRequest() == null) {
			return null;
		}
		String address = chain.getRequest().getParameter("address");
		return (address != null) ? address : "";
	}

	/** A form that arrives in a way of its own, each time that it is sent. */
	private final class Form extends MockHttpServletRequest {

		private final byte[] body;

		private Supplier<InputStream> arriving;

		private boolean wasRead;

		private Runnable whenRead = () -> {
		};

		Form(String path, String body) {
			super("POST", path);
			setServletPath(path);
			this.body = body.getBytes(StandardCharsets.UTF_8);
			this.arriving = () -> new ByteArrayInputStream(this.body);
			setContent(this.body);
		}

		Form ofSession() {
			getSession(true);
			return this;
		}

		Form ofOpenedSession() {
			getSession(true).setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, "opened");
			return this;
		}

		/** One byte at a time. */
		Form trickling(Duration pause) {
			InputStream all = new ByteArrayInputStream(this.body);
			this.arriving = () -> new InputStream() {

				@Override
				public int read() throws IOException {
					FormBodiesTests.this.clock.pass(pause);
					return all.read();
				}

				@Override
				public int read(byte[] bytes, int offset, int length) throws IOException {
					int read = read();
					bytes[offset] = (byte) read;
					return (read < 0) ? -1 : 1;
				}

			};
			return this;
		}

		Form endingAfter(int length) {
			this.arriving = () -> new ByteArrayInputStream(this.body, 0, length);
			return this;
		}

		Form failing() {
			this.arriving = () -> new InputStream() {

				@Override
				public int read() throws IOException {
					throw new IOException("gone");
				}

			};
			return this;
		}

		@Override
		public ServletInputStream getInputStream() {
			this.wasRead = true;
			this.whenRead.run();
			InputStream bytes = this.arriving.get();
			return new DelegatingServletInputStream(bytes) {

				@Override
				public int read(byte[] into, int offset, int length) throws IOException {
					return bytes.read(into, offset, length);
				}

			};
		}

	}

}
