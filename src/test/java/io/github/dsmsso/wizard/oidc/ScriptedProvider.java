package io.github.dsmsso.wizard.oidc;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabServer;
import io.github.dsmsso.wizard.http.Fingerprint;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.http.TestPeerClients;
import io.github.dsmsso.wizard.http.TlsTrust;
import io.github.dsmsso.wizard.shared.BaseUrl;

/**
 * A provider that answers each path as it is told to, and remembers what it was asked.
 */
final class ScriptedProvider implements AutoCloseable {

	static final String WELL_KNOWN = "/application/o/synology/.well-known/openid-configuration";

	static final String JWKS = "/application/o/synology/jwks/";

	static final String REVOKE = "/application/o/revoke/";

	static final String AUTHORIZE = "/application/o/authorize/";

	private static final LabCertificate CERTIFICATE = LabCertificate.selfSigned("localhost");

	private final Map<String, LabResponse> answers = new ConcurrentHashMap<>();

	private final List<LabRequest> heard = new CopyOnWriteArrayList<>();

	private final LabServer server = LabServer.https(this::answer, CERTIFICATE, 0);

	final OpenIdProvider client = new HttpOpenIdProvider(TestPeerClients.patient());

	private LabResponse answer(LabRequest request) {
		this.heard.add(request);
		return this.answers.getOrDefault(request.path(), LabResponse.html(404, "<title>Not Found</title>"));
	}

	ScriptedProvider answers(String path, LabResponse answer) {
		this.answers.put(path, answer);
		return this;
	}

	ScriptedProvider answers(String path, int status, String json) {
		return answers(path, LabResponse.of(status, "application/json", json));
	}

	/** Publishes a document whose addresses begin with the given text. */
	ScriptedProvider publishes(String base) {
		return answers(WELL_KNOWN, 200, document(base));
	}

	static String document(String base) {
		return """
				{"issuer": "%1$s/application/o/synology/",
				"authorization_endpoint": "%1$s/application/o/authorize/",
				"token_endpoint": "%1$s/application/o/token/",
				"userinfo_endpoint": "%1$s/application/o/userinfo/",
				"revocation_endpoint": "%1$s/application/o/revoke/",
				"jwks_uri": "%1$s/application/o/synology/jwks/",
				"response_types_supported": ["code", "id_token"],
				"grant_types_supported": ["authorization_code",
				"urn:ietf:params:oauth:grant-type:device_code"],
				"id_token_signing_alg_values_supported": ["RS256"],
				"subject_types_supported": ["public"],
				"token_endpoint_auth_methods_supported": ["client_secret_post", "client_secret_basic"],
				"scopes_supported": ["openid", "email", "profile"],
				"request_parameter_supported": false,
				"claims_supported": ["sub", "iss", "preferred_username"],
				"claims_parameter_supported": false}""".formatted(base);
	}

	/** The address, without a slash at the end. */
	String address() {
		return "https://localhost:" + this.server.port();
	}

	Peer peer() {
		return peer("/");
	}

	Peer peer(String path) {
		return new Peer(BaseUrl.parse(address()).withPath(path),
				TlsTrust.in(new Fingerprint(CERTIFICATE.fingerprint())));
	}

	URI wellKnown() {
		return URI.create(address() + WELL_KNOWN);
	}

	DiscoveryDocument discovered() {
		DiscoveryDocument document = publishes(address()).client.discovery(peer(), wellKnown());
		this.heard.clear();
		return document;
	}

	List<LabRequest> heard() {
		return this.heard;
	}

	@Override
	public void close() {
		this.server.close();
	}

}
