package io.github.dsmsso.lab.dsm.signin;

import java.util.List;

import io.github.dsmsso.lab.dsm.protocol.CallParameters;
import io.github.dsmsso.lab.dsm.protocol.DsmError;
import io.github.dsmsso.lab.dsm.protocol.Handshake;
import io.github.dsmsso.lab.dsm.protocol.Json;
import io.github.dsmsso.lab.dsm.sso.OidcSignIn;
import io.github.dsmsso.lab.dsm.webapi.ApiAnswer;
import io.github.dsmsso.lab.dsm.webapi.ApiCall;
import io.github.dsmsso.lab.dsm.webapi.ApiCatalogue;
import io.github.dsmsso.lab.dsm.webapi.ApiCatalogue.Access;
import io.github.dsmsso.lab.dsm.webapi.ApiFamily;
import io.github.dsmsso.lab.dsm.world.Account;
import io.github.dsmsso.lab.dsm.world.DsmAssumption;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import org.jspecify.annotations.Nullable;

/** SYNO.API.Auth and what a sign-in page asks before a sign-in. */
public final class Auth implements ApiFamily {

	private final DsmWorld world;

	private final PasswordAdmission passwords;

	private final OidcSignIn oidc;

	private final SignInDesk desk;

	private final Handshake handshake = new Handshake();

	public Auth(DsmWorld world, OidcSignIn oidc) {
		this.world = world;
		this.passwords = new PasswordAdmission(world);
		this.oidc = oidc;
		this.desk = new SignInDesk(world, this.handshake);
	}

	@Override
	public void describe(ApiCatalogue catalogue) {
		catalogue.api("SYNO.API.Auth")
			.in(3, 7, "login", Access.ANYONE, this::login)
			.in(6, 6, "Login", Access.ANYONE, this::login)
			.in(1, 7, "logout", Access.ANYONE, this::logout)
			.in(6, 6, "Logout", Access.ANYONE, this::logout)
			.in(5, 6, "session", Access.ANYONE, Auth::unknown)
			.in(5, 6, "synotoken", Access.ANYONE, Auth::unknown)
			.in(6, 6, "oidc", Access.ANYONE, Auth::unknown)
			.in(6, 6, "token", Access.ANYONE, Auth::unknown)
			.in(6, 7, "reset", Access.ANYONE, Auth::unknown)
			.in(7, 7, "suspend", Access.USERS, Auth::unknown)
			.in(7, 7, "resume", Access.USERS, Auth::unknown);
		catalogue.api("SYNO.API.Auth.Type").anyone("get", this::types);
		catalogue.api("SYNO.API.Auth.Key").users("get", Auth::unknown).users("grant", Auth::unknown);
		catalogue.api("SYNO.API.Auth.RedirectURI").anyone("run", Auth::unknown).anyone("check", Auth::unknown);
		catalogue.api("SYNO.API.Auth.UIConfig").anyone("get", this::handshakeKey);
	}

	private ApiAnswer login(ApiCall call) {
		CallParameters parameters = call.parameters();
		if (parameters.has("code")) {
			return this.desk.open(call, admittedByProvider(call), this.oidc.means());
		}
		return this.desk.open(call, this.passwords.admitted(parameters, device(call)), "password");
	}

	private Account admittedByProvider(ApiCall call) {
		Account account = this.oidc.admitted(call.parameters());
		if (!this.world.assumes(DsmAssumption.NO_SECOND_FACTOR_AFTER_SSO)) {
			this.passwords.askForSecondFactor(account, call.parameters(), device(call));
		}
		return account;
	}

	/** The token of a trusted device, as a parameter or in the cookie it came in. */
	private static @Nullable String device(ApiCall call) {
		return call.parameters().has("device_id") ? call.parameters().text("device_id") : call.request().cookie("did");
	}

	private ApiAnswer logout(ApiCall call) {
		if (call.session() != null) {
			this.world.sessions().end(call.session());
		}
		else if (!this.world.assumes(DsmAssumption.LOGOUT_ALWAYS_SUCCEEDS)) {
			throw new DsmError(119);
		}
		return ApiAnswer.ok().cookie("id=;path=/;Max-Age=0");
	}

	private ApiAnswer types(ApiCall call) {
		call.parameters().string("account");
		return ApiAnswer.of(List.of(Json.object("type", "passwd")));
	}

	/** What these methods want to hear is not known in public. */
	private static ApiAnswer unknown(ApiCall call) {
		throw new DsmError(120);
	}

	private ApiAnswer handshakeKey(ApiCall call) {
		return ApiAnswer.of(Json.object()).cookie("_SSID=" + this.handshake.publicKey() + ";path=/;Secure");
	}

}
