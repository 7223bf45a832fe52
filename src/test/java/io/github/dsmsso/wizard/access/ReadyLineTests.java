package io.github.dsmsso.wizard.access;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.CertificateFiles;
import io.github.dsmsso.wizard.OtherWizard;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class ReadyLineTests {

	private static final Pattern LINES = Pattern.compile(
			"(?s).*The wizard is ready\\. Open (\\S+) in your browser\\.\\R[^\\n]*Setup code: [A-Z2-7]{4}-[A-Z2-7]{4}\\.");

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "http://localhost:%d, ''", "http://localhost:%d/sso-wizard, --server.servlet.context-path=/sso-wizard",
			"https://localhost:%d, --server.ssl.certificate=file:%s --server.ssl.certificate-private-key=file:%s" })
	void theAddressIsPrintedWithTheCodeThatItAsksFor(String address, String settings, CapturedOutput console)
			throws IOException, InterruptedException {
		CertificateFiles tls = CertificateFiles.in(this.folder, "localhost");
		String[] all = settings.formatted(tls.certificate(), tls.key()).split(" ");
		try (OtherWizard wizard = OtherWizard.with((part) -> part,
				Stream.of(all).filter((one) -> !one.isEmpty()).toArray(String[]::new))) {
			Matcher printed = LINES.matcher(console.getOut());
			assertThat(printed.lookingAt()).isTrue();
			assertThat(printed.group(1)).isEqualTo(address.formatted(wizard.port()));
			assertThat(opened(tls.client(), printed.group(1))).contains("Enter the setup code");
		}
	}

	/** Redirects are followed here: in tests the JDK's client follows one alone. */
	private static String opened(HttpClient client, String address) throws IOException, InterruptedException {
		URI here = URI.create(address);
		HttpResponse<String> page = client.send(HttpRequest.newBuilder(here).build(), BodyHandlers.ofString());
		while (page.headers().firstValue("Location").isPresent()) {
			here = here.resolve(page.headers().firstValue("Location").get());
			page = client.send(HttpRequest.newBuilder(here).build(), BodyHandlers.ofString());
		}
		return page.body();
	}

	@ParameterizedTest
	@CsvSource({ "'', '', false, http://localhost:8080", "0.0.0.0, '', false, http://localhost:8080",
			"192.168.1.20, '', false, http://192.168.1.20:8080",
			"fd00::20, '', false, http://[fd00:0:0:0:0:0:0:20]:8080",
			"0.0.0.0, nas.example.org, true, https://nas.example.org:8080",
			"0.0.0.0, '127.0.0.1,192.168.1.20,nas.example.org', true, https://192.168.1.20:8080",
			"0.0.0.0, nas.example.org:9443, true, https://nas.example.org:9443",
			"127.0.0.1, wizard.example.org, false, https://wizard.example.org",
			"127.0.0.1, 'localhost:8081,[fd00::20]:8443', false, https://[fd00::20]:8443",
			"127.0.0.1, localhost:8081, false, http://localhost:8080" })
	void theAddressHasTheFirstNameOnTheNetworkThatWasAllowed(String listening, String allowed, boolean https,
			String address) throws UnknownHostException {
		ServerProperties server = new ServerProperties();
		server.setAddress(listening.isEmpty() ? null : InetAddress.getByName(listening));
		server.setSsl(https ? new Ssl() : null);
		assertThat(ready(server, allowed.isEmpty() ? List.of() : List.of(allowed.split(","))).address(8080))
			.isEqualTo(address);
	}

	private static ReadyLine ready(ServerProperties server, List<String> allowedHosts) {
		return new ReadyLine(new AccessProperties(true, allowedHosts, !allowedHosts.isEmpty(), Duration.ofHours(1)),
				server, new SetupCodes(Clock.systemUTC(), new SecureRandom()));
	}

}
