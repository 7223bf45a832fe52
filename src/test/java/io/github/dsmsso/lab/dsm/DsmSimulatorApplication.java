package io.github.dsmsso.lab.dsm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;

import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.sso.JdkOutboundHttp;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.lab.http.LabServer;
import io.github.dsmsso.lab.run.LabOptions;

/**
 * Starts a demo NAS alone, until it is stopped:
 * {@code --port=5001 --http-port=5000 --release=7.2.2 --trust=authentik.pem}; plain HTTP
 * only where its port is given.
 */
public final class DsmSimulatorApplication {

	private DsmSimulatorApplication() {
	}

	public static void main(String[] arguments) throws IOException, CertificateException {
		LabOptions options = LabOptions.only(arguments, "port", "http-port", "release", "trust");
		DsmWorld world = DemoNas.world(DsmVersion.of(options.get("release", "7.2.2")), Clock.systemDefaultZone());
		RunningDsm dsm = RunningDsm.start(world, new JdkOutboundHttp(trusted(options.get("trust", ""))),
				LabCertificate.selfSigned("localhost", "127.0.0.1"), Integer.parseInt(options.get("port", "5001")));
		options.get("http-port").map(Integer::parseInt).ifPresent((port) -> {
			LabServer.http(dsm.simulator().inPlain(), port);
			System.out.println("It answers without encryption at http://localhost:" + port);
		});
		System.out.println(world.version().versionString() + " answers at " + dsm.address()
				+ ", see it and break it at " + dsm.address() + "/debug");
		System.out.println("Certificate: " + dsm.server().certificate().fingerprint());
		System.out.println("Accounts, all with the password " + DemoNas.PASSWORD + ": " + DemoNas.ADMINISTRATOR + ", "
				+ DemoNas.OTP_ADMINISTRATOR + " (authenticator secret " + DemoNas.OTP_SECRET
				+ "), anna, bob (disabled), carla, dave, frank, grace");
	}

	private static List<X509Certificate> trusted(String file) throws IOException, CertificateException {
		if (file.isEmpty()) {
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
