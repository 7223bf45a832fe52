package io.github.dsmsso.lab.dsm.signin;

import java.util.Map;

import io.github.dsmsso.lab.dsm.protocol.CallParameters;
import io.github.dsmsso.lab.dsm.protocol.Handshake;
import io.github.dsmsso.lab.dsm.protocol.Json;
import io.github.dsmsso.lab.dsm.webapi.ApiAnswer;
import io.github.dsmsso.lab.dsm.webapi.ApiCall;
import io.github.dsmsso.lab.dsm.world.Account;
import io.github.dsmsso.lab.dsm.world.DsmAssumption;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import io.github.dsmsso.lab.dsm.world.NasSession;
import org.jspecify.annotations.Nullable;

/** Opens the session of whoever has proved who they are, and tells them about it. */
final class SignInDesk {

	private final DsmWorld world;

	private final Handshake handshake;

	SignInDesk(DsmWorld world, Handshake handshake) {
		this.world = world;
		this.handshake = handshake;
	}

	/**
	 * Opens a session. The token of a trusted device is called "did" up to version 6 and
	 * "device_id" from then on.
	 * @param means what the connection log says after "via"
	 */
	ApiAnswer open(ApiCall call, Account account, String means) {
		CallParameters parameters = call.parameters();
		Handshake.Result done = handshake(parameters.text("ik_message"));
		NasSession session = begin(parameters, account, done).openedWith(call.request().header("User-Agent"));
		String device = trustedDevice(parameters, account);
		this.world.connectionLog().signedIn(this.world.now(), account, session.source(), means);
		Map<String, @Nullable Object> data = told(session, done);
		if (device != null) {
			data.put(nameOfDeviceToken(call.version()), device);
		}
		ApiAnswer answer = ApiAnswer.of(data);
		return parameters.text("format").equals("sid") ? answer : withCookies(answer, session, device);
	}

	private String nameOfDeviceToken(int version) {
		return (version >= 7 && this.world.assumes(DsmAssumption.DEVICE_TOKEN_IS_DEVICE_ID)) ? "device_id" : "did";
	}

	private Handshake.@Nullable Result handshake(String message) {
		return message.isEmpty() ? null : this.handshake.answer(message);
	}

	private NasSession begin(CallParameters parameters, Account account, Handshake.@Nullable Result done) {
		boolean tokenWanted = parameters.text("enable_syno_token").equals("yes")
				&& this.world.assumes(DsmAssumption.TOKEN_COMES_WHEN_ASKED_FOR);
		return this.world.sessions().begin(account, tokenWanted, done);
	}

	private @Nullable String trustedDevice(CallParameters parameters, Account account) {
		if (!parameters.text("enable_device_token").equals("yes")) {
			return null;
		}
		String device = this.world.sessions().token(64);
		account.trustDevice(device);
		return device;
	}

	private Map<String, @Nullable Object> told(NasSession session, Handshake.@Nullable Result done) {
		Map<String, @Nullable Object> data = Json.object("account", session.account().name(), "ik_message",
				(done != null) ? done.reply() : "", "is_portal_port", false, "sid", session.sid());
		if (session.synoToken() != null) {
			data.put("synotoken", session.synoToken());
		}
		else if (!this.world.assumes(DsmAssumption.NO_TOKEN_UNASKED)) {
			data.put("synotoken", "--------");
		}
		return data;
	}

	private static ApiAnswer withCookies(ApiAnswer answer, NasSession session, @Nullable String device) {
		ApiAnswer withId = answer.cookie("id=" + session.sid() + ";path=/;Secure;HttpOnly");
		return (device != null) ? withId.cookie("did=" + device + ";Max-Age=2592000;path=/;Secure;HttpOnly") : withId;
	}

}
