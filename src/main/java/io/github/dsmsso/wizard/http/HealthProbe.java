package io.github.dsmsso.wizard.http;

import java.net.HttpURLConnection;
import java.net.URI;

/**
 * Asks the wizard on this machine whether it is ready, for a container's health check: an
 * image needs no shell tool for it. Ends with status 0 when it is.
 */
public final class HealthProbe {

	private HealthProbe() {
	}

	public static void main(String[] args) throws Exception {
		String port = System.getenv().getOrDefault("SERVER_PORT", "8080");
		URI readiness = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
		HttpURLConnection connection = (HttpURLConnection) readiness.toURL().openConnection();
		connection.setConnectTimeout(2000);
		connection.setReadTimeout(3000);
		System.exit((connection.getResponseCode() == HttpURLConnection.HTTP_OK) ? 0 : 1);
	}

}
