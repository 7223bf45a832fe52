package io.github.dsmsso.lab.dsm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.lab.http.LabServer;
import org.jspecify.annotations.Nullable;

/**
 * Starts a demo NAS alone, until it is stopped:
 * {@code --port=5001 --http-port=5000 --profile=7.2.2 --trust=authentik.pem}; plain HTTP
 * only where its port is given.
 */
public final class DsmSimulatorApplication {

	private DsmSimulatorApplication() {
	}

	public static void main(String[] arguments) throws IOException, CertificateException {
		Map<String, String> options = options(arguments);
		DsmWorld world = DemoNas.world(DsmVersion.of(options.getOrDefault("profile", "7.2.2")),
				Clock.systemDefaultZone());
		RunningDsm dsm = DsmSimulator.start(world, new JdkOutboundHttp(trusted(options.get("trust"))),
				LabCertificate.selfSigned("localhost", "127.0.0.1"),
				Integer.parseInt(options.getOrDefault("port", "5001")));
		if (options.containsKey("http-port")) {
			LabServer plain = LabServer.http(dsm.simulator().inPlain(), Integer.parseInt(options.get("http-port")));
			System.out.println("It answers without encryption at http://localhost:" + plain.port());
		}
		System.out.println(world.version().versionString() + " answers at " + dsm.address()
				+ ", see it and break it at " + dsm.address() + "/debug");
		System.out.println("Certificate: " + dsm.server().certificate().fingerprint());
		System.out.println("Accounts, all with the password " + DemoNas.PASSWORD + ": " + DemoNas.ADMINISTRATOR + ", "
				+ DemoNas.OTP_ADMINISTRATOR + " (authenticator secret " + DemoNas.OTP_SECRET
				+ "), anna, bob (disabled), carla, dave, frank, grace");
	}

	private static Map<String, String> options(String[] arguments) {
		Map<String, String> options = new HashMap<>();
		for (String argument : arguments) {
			String[] parts = argument.split("=", 2);
			if (parts.length != 2 || !List.of("--port", "--http-port", "--profile", "--trust").contains(parts[0])) {
				throw new IllegalArgumentException("Not an option: " + argument);
			}
			options.put(parts[0].substring(2), parts[1]);
		}
		return options;
	}

	private static List<X509Certificate> trusted(@Nullable String file) throws IOException, CertificateException {
		if (file == null) {
			return List.of();
		}
		try (InputStream stream = Files.newInputStream(Path.of(file))) {
			return CertificateFactory.getInstance("X.509")
				.generateCertificates(stream)
				.stream()
				.map(X509Certificate.class::cast)
				.toList();
		}
	}

}
