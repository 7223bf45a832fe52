package io.github.dsmsso.lab.dsm.sso;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import org.jspecify.annotations.Nullable;

/**
 * Whom the NAS believes: the public authorities and what an administrator imported.
 */
public final class NasTrust {

	private NasTrust() {
	}

	public static SSLContext context(List<X509Certificate> imported) {
		try {
			KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
			store.load(null, null);
			List<X509Certificate> anchors = new ArrayList<>(imported);
			for (TrustManager manager : managers(null)) {
				anchors.addAll(Arrays.asList(((X509TrustManager) manager).getAcceptedIssuers()));
			}
			for (X509Certificate anchor : anchors) {
				store.setCertificateEntry("anchor-" + store.size(), anchor);
			}
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, managers(store), null);
			return context;
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
		TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init(store);
		return factory.getTrustManagers();
	}

}
