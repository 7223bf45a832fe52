package io.github.dsmsso.lab.dsm;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Opens the session of whoever has proved who they are, and tells them about it. */
final class SignInDesk {

	private final DsmWorld world;

	SignInDesk(DsmWorld world) {
		this.world = world;
	}

	/**
	 * Opens a session.
	 * @param means what the connection log says after "via"
	 */
	ApiAnswer open(ApiCall call, Account account, String means) {
		Parameters parameters = call.parameters();
		boolean tokenWanted = parameters.text("enable_syno_token").equals("yes");
		DsmSession session = this.world.sessions().begin(account, tokenWanted, limited(parameters));
		this.world.connectionLog().signedIn(this.world.now(), account, session.source(), means);
		Map<String, @Nullable Object> data = Json.object("account", account.name(), "is_portal_port", false, "sid",
				session.sid());
		addToken(data, session);
		// An empty ik_message would end the handshake of a client that began one.
		if (!parameters.has("ik_message")) {
			data.put("ik_message", "");
		}
		return withCookies(withDevice(data, call, account), parameters, session);
	}

	private boolean limited(Parameters parameters) {
		return this.world.fromOutside() && parameters.text("ik_message").isEmpty();
	}

	private void addToken(Map<String, @Nullable Object> data, DsmSession session) {
		if (session.synoToken() != null) {
			data.put("synotoken", session.synoToken());
		}
		else if (!this.world.assumes(DsmAssumption.NO_TOKEN_UNASKED)) {
			data.put("synotoken", "--------");
		}
	}

	/** The token's key is "did" up to version 6, "device_id" from then on. */
	private Map<String, @Nullable Object> withDevice(Map<String, @Nullable Object> data, ApiCall call,
			Account account) {
		if (call.parameters().text("enable_device_token").equals("yes")) {
			String device = this.world.sessions().token(64);
			account.trustDevice(device);
			data.put((call.version() < 7) ? "did" : "device_id", device);
		}
		return data;
	}

	private ApiAnswer withCookies(Map<String, @Nullable Object> data, Parameters parameters, DsmSession session) {
		ApiAnswer answer = ApiAnswer.of(data);
		return parameters.text("format").equals("sid") ? answer
				: answer.cookie("id=" + session.sid() + ";path=/;Secure;HttpOnly");
	}

}
