package io.github.dsmsso.wizard;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The wizard with the environment of {@code docker/nas/compose.yaml}: over HTTPS, by the
 * names that were allowed, and with the setup code; and with that of the document about
 * reverse proxies.
 */
@ExtendWith(OutputCaptureExtension.class)
class ContainerOnTheNetworkTests {

	private static final Path COMPOSE = Path.of("docker", "nas", "compose.yaml");

	@TempDir
	private Path folder;

	private CertificateFiles tls;

	/** As Docker would hand over the environment, and on a free port. */
	private static ServletWebServerApplicationContext start(Map<String, Object> environment) {
		return (ServletWebServerApplicationContext) new SpringApplicationBuilder(DsmSsoWizardApplication.class)
			.initializers((context) -> context.getEnvironment()
				.getPropertySources()
				.addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
						new SystemEnvironmentPropertySource("compose-systemEnvironment", environment)))
			.run("--server.port=0", "--wizard.apply.journal=target/journals/" + UUID.randomUUID());
	}

	private Map<String, Object> environment() throws IOException {
		Map<String, Object> environment = new LinkedHashMap<>();
		service().get("environment")
			.forEach((name, value) -> environment.put(name,
					value.toString().replace("/run/tls", this.folder.toString())));
		return environment;
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Map<String, Object>> service() throws IOException {
		Map<String, Object> file = new Yaml().load(Files.readString(COMPOSE));
		return ((Map<String, Map<String, Map<String, Object>>>) file.get("services")).get("wizard");
	}

	@Test
	void itAnswersOverHttpsByTheNamesThatWereAllowedAndAsksForTheCode(CapturedOutput console) throws IOException {
		this.tls = CertificateFiles.in(this.folder, "nas.example.lan", "localhost");
		try (ServletWebServerApplicationContext wizard = start(environment())) {
			int port = wizard.getWebServer().getPort();
			assertThat(console.getOut()).contains("Open https://nas.example.lan:" + port + " in your browser");
			for (String name : List.of("nas.example.lan", "192.168.1.20")) {
				assertThat(get(port, name, "/")).startsWith("HTTP/1.1 302").contains("/access\r\n");
			}
			assertThat(get(port, "nas.example.lan", "/access")).startsWith("HTTP/1.1 200")
				.contains("Enter the setup code", "Set-Cookie: __Host-dsm-sso-wizard", "; Secure");
			assertThat(get(port, "evil.example", "/access")).startsWith("HTTP/1.1 421");
		}
	}

	@Test
	void behindAProxyItsPathIsBelieved() throws IOException, InterruptedException {
		try (ServletWebServerApplicationContext wizard = start(Map.of("SERVER_FORWARD_HEADERS_STRATEGY", "framework",
				"WIZARD_ACCESS_ALLOWED_HOSTS", "wizard.example.org", "WIZARD_ACCESS_HTTPS", "true"))) {
			URI address = URI.create("http://127.0.0.1:" + wizard.getWebServer().getPort() + "/access");
			HttpRequest asked = HttpRequest.newBuilder(address)
				.header("X-Forwarded-Proto", "https")
				.header("X-Forwarded-Host", "wizard.example.org")
				.header("X-Forwarded-Prefix", "/sso-wizard")
				.build();
			assertThat(HttpClient.newHttpClient().send(asked, BodyHandlers.ofString()).body())
				.contains("action=\"/sso-wizard/access\"");
		}
	}

	private String get(int port, String host, String path) throws IOException {
		try (Socket socket = this.tls.context().getSocketFactory().createSocket("localhost", port);
				OutputStream out = socket.getOutputStream();
				InputStream in = socket.getInputStream()) {
			out.write(("GET " + path + " HTTP/1.1\r\nHost: " + host + ":" + port
					+ "\r\nConnection: close\r\nAccept: text/html\r\n\r\n")
				.getBytes(StandardCharsets.US_ASCII));
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
