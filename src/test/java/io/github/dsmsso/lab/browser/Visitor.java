package io.github.dsmsso.lab.browser;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

import io.github.dsmsso.lab.browser.PlainBrowser.Page;
import io.github.dsmsso.lab.http.LabHandler;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A person who signs in to the NAS by authentik. What the script of DSM's page would do,
 * is done here.
 */
public final class Visitor {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** More than any flow of the laboratory shows. */
	private static final int MOST_PAGES = 5;

	private final String nas;

	private final PlainBrowser browser;

	/**
	 * Somebody who reaches both servers.
	 * @param nas the origin of the NAS, to which its redirect URI belongs too
	 * @param authentik the origin of authentik
	 */
	public Visitor(String nas, LabHandler nasServer, String authentik, LabHandler authentikServer) {
		this.nas = nas;
		this.browser = new PlainBrowser(Map.of(nas, nasServer, authentik, authentikServer));
	}

	/**
	 * The whole way, from the SSO button to DSM's desktop or to what DSM says instead.
	 * @throws IllegalStateException if authentik leads nobody back to the NAS
	 */
	public Welcome signIn(String username, String password) {
		JsonNode button = pressSsoButton();
		if (!button.path("success").asBoolean()) {
			return new Welcome(null, wordsFor(button, pageFacts().path("noUrl").asString()));
		}
		Map<String, String> login = Map.of("api", "SYNO.API.Auth", "version", "7", "method", "login", "client",
				"browser", "session", "webui", "enable_syno_token", "yes", "server", "oidc", "code",
				codeFor(button, username, password));
		JsonNode answer = json(this.browser.submit(atNas("/webapi/entry.cgi"), login));
		return answer.path("success").asBoolean() ? new Welcome(answer.path("data").path("account").asString(), "")
				: new Welcome(null, wordsFor(answer, "no text"));
	}

	/**
	 * The way to the code that DSM's page would hand to DSM, as if the window was closed
	 * before.
	 * @throws IllegalStateException if authentik leads nobody back to the NAS
	 */
	public String codeFor(String username, String password) {
		return codeFor(pressSsoButton(), username, password);
	}

	private String codeFor(JsonNode button, String username, String password) {
		String state = UUID.randomUUID().toString();
		URI authorize = URI.create(addressIn(button) + "&state=" + state);
		Page landing = throughAuthentik(authorize, Map.of("uid_field", username, "password", password));
		if (this.browser.hasLostItsOpener()) {
			throw new IllegalStateException("DSM's page waits in vain: its pop-up has lost its opener");
		}
		String code = landing.parameters().get("code");
		if (code == null || !state.equals(landing.parameters().get("state"))) {
			throw new IllegalStateException("DSM's page takes no such answer: " + landing.parameters().keySet());
		}
		return code;
	}

	private JsonNode pressSsoButton() {
		return json(this.browser.open(atNas("/index.cgi?action=oidcauthurl&method=oidc")));
	}

	private static String addressIn(JsonNode button) {
		if (!button.path("success").asBoolean()) {
			throw new IllegalStateException("DSM has no address for the SSO button");
		}
		return button.path("data").path("url").asString();
	}

	/** Submits whatever form is shown, until the way leads back. */
	private Page throughAuthentik(URI authorize, Map<String, String> form) {
		Page page = this.browser.open(authorize);
		for (int pages = 0; pages < MOST_PAGES && page.text().contains("<form method=\"post\">"); pages++) {
			page = this.browser.submit(page.address(), form);
		}
		if (!page.isOf(this.nas)) {
			throw new IllegalStateException("authentik shows: " + page.text());
		}
		return page;
	}

	/** What DSM's page writes for a refusal. */
	private String wordsFor(JsonNode refusal, String otherwise) {
		String code = refusal.path("error").path("code").asString();
		return pageFacts().path("messages").path(code).asString(otherwise);
	}

	private JsonNode pageFacts() {
		String page = this.browser.open(atNas("/")).text();
		return JSON.readTree(page.replaceFirst("(?s).*<script id=\"facts\"[^>]*>(.*?)</script>.*", "$1"));
	}

	private URI atNas(String target) {
		return URI.create(this.nas + target);
	}

	private static JsonNode json(Page page) {
		return JSON.readTree(page.text());
	}

	/**
	 * What DSM's page shows in the end.
	 *
	 * @param account the account whose desktop is open, or null
	 * @param words what is written instead, or an empty text
	 */
	public record Welcome(@Nullable String account, String words) {

	}

}
