package io.github.dsmsso.wizard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import io.github.dsmsso.lab.http.LabCertificate;

/**
 * A certificate with its key in two files, as OpenSSL writes them.
 *
 * @param certificate the file with the certificate
 * @param key the file with its key
 * @param made what stands in them
 */
public record CertificateFiles(Path certificate, Path key, LabCertificate made) {

	/** Writes a new certificate for some names. */
	public static CertificateFiles in(Path folder, String... names) {
		try {
			LabCertificate made = LabCertificate.selfSigned(names);
			return new CertificateFiles(
					Files.writeString(folder.resolve("certificate.pem"),
							pem("CERTIFICATE", made.certificate().getEncoded())),
					Files.writeString(folder.resolve("key.pem"), pem("PRIVATE KEY", made.privateKey().getEncoded())),
					made);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String pem(String kind, byte[] content) {
		return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + kind
				+ "-----\n";
	}

	/** A client that trusts this certificate alone. */
	public HttpClient client() {
		return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(context()).build();
	}

	/** Trusts this certificate alone. */
	public SSLContext context() {
		try {
			KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
			trusted.load(null, null);
			trusted.setCertificateEntry("wizard", this.made.certificate());
			TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			trust.init(trusted);
			SSLContext tls = SSLContext.getInstance("TLS");
			tls.init(null, trust.getTrustManagers(), null);
			return tls;
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
