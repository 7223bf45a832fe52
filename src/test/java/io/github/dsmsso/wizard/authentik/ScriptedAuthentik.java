package io.github.dsmsso.wizard.authentik;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabServer;
import io.github.dsmsso.wizard.http.Fingerprint;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.http.TestPeerClients;
import io.github.dsmsso.wizard.http.TlsTrust;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Secret;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server that gives the answers it was told, each word for word, and remembers what it
 * heard.
 */
final class ScriptedAuthentik implements AutoCloseable {

	static final String TOKEN = "k9cQ4ZpWlRtV0mB7yJd2";

	static final int OWNER = 5;

	private static final LabCertificate CERTIFICATE = LabCertificate.selfSigned("localhost");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Map<String, LabHandler> answers = new ConcurrentHashMap<>();

	private final List<LabRequest> heard = new CopyOnWriteArrayList<>();

	private final LabServer server = LabServer.https(this::answer, CERTIFICATE, 0);

	private AuthentikApi api = new HttpAuthentikApi(TestPeerClients.patient());

	private final String webPath;

	private ScriptedAuthentik(String webPath) {
		this.webPath = webPath;
		answers("GET root/config/", """
				{"error_reporting": {"enabled": false}, "capabilities": ["can_geo_ip"], "cache_timeout": 300}""");
	}

	/** An authentik of the given release; the token's owner is a superuser. */
	static ScriptedAuthentik of(String version) {
		return below("/").ofVersion(version).ownedBySuperuser(true);
	}

	static ScriptedAuthentik below(String webPath) {
		return new ScriptedAuthentik(webPath).ofVersion("2026.8.3").ownedBySuperuser(true);
	}

	ScriptedAuthentik ofVersion(String version) {
		return answers("GET admin/version/", """
				{"version_current": "%s", "version_latest": "2026.8.5", "outdated": true}""".formatted(version));
	}

	ScriptedAuthentik ownedBySuperuser(boolean superuser) {
		return answers("GET core/users/me/", """
				{"user": {"pk": %d, "username": "wizard", "is_superuser": %s, "is_active": true}}""".formatted(OWNER,
				superuser));
	}

	/** It is reached without a socket from now on: whoever waits for it loses no time. */
	ScriptedAuthentik withoutASocket() {
		this.api = new HttpAuthentikApi(TestPeerClients.inProcess(origin(), this::answer));
		return this;
	}

	/** Answers a call, written as {@code METHOD path}, with JSON. */
	ScriptedAuthentik answers(String call, String json) {
		return answers(call, 200, json);
	}

	ScriptedAuthentik answers(String call, int status, String json) {
		return answers(call, LabResponse.of(status, "application/json", json));
	}

	ScriptedAuthentik answers(String call, LabResponse answer) {
		return answers(call, (request) -> answer);
	}

	ScriptedAuthentik answers(String call, LabHandler answer) {
		this.answers.put(call, answer);
		return this;
	}

	/** Answers a list with one page. */
	ScriptedAuthentik lists(String path, String... results) {
		return answers("GET " + path, page(0, 1, results));
	}

	static String page(int next, int totalPages, String... results) {
		return """
				{"pagination": {"next": %d, "previous": 0, "count": 7, "current": 1, "total_pages": %d,
				"start_index": 1, "end_index": 1}, "results": [%s], "autocomplete": {}}""".formatted(next, totalPages,
				String.join(",", results));
	}

	static String forbidden() {
		return """
				{"detail": "You do not have permission to perform this action."}""";
	}

	private LabResponse answer(LabRequest request) {
		this.heard.add(request);
		String path = request.path().replaceFirst("^" + this.webPath + "api/v3/", "");
		LabHandler answer = this.answers.get(request.method() + " " + path);
		return (answer != null) ? answer.handle(request)
				: LabResponse.html(404, "<html><title>Not Found</title></html>");
	}

	AuthentikApi api() {
		return this.api;
	}

	Peer peer() {
		return peer(this.webPath);
	}

	Peer peer(String webPath) {
		return new Peer(BaseUrl.parse(origin()).withPath(webPath),
				TlsTrust.in(new Fingerprint(CERTIFICATE.fingerprint())));
	}

	private String origin() {
		return "https://localhost:" + this.server.port();
	}

	AuthentikClient client() {
		return this.api.connect(peer(), Secret.of(TOKEN));
	}

	List<LabRequest> heard() {
		return this.heard;
	}

	/** The one request of that method and path, after authentik's prefix. */
	LabRequest heard(String call) {
		List<LabRequest> found = this.heard.stream()
			.filter((request) -> (request.method() + " " + request.path()).equals(callBelowPrefix(call)))
			.toList();
		if (found.size() != 1) {
			throw new AssertionError(call + " was heard " + found.size() + " times");
		}
		return found.get(0);
	}

	JsonNode bodyOf(String call) {
		return JSON.readTree(heard(call).text());
	}

	private String callBelowPrefix(String call) {
		return call.replaceFirst(" ", " " + this.webPath + "api/v3/");
	}

	@Override
	public void close() {
		this.server.close();
	}

}
