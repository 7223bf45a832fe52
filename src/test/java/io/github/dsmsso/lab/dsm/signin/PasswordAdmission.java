package io.github.dsmsso.lab.dsm.signin;

import java.util.List;
import java.util.Set;

import io.github.dsmsso.lab.dsm.protocol.CallParameters;
import io.github.dsmsso.lab.dsm.protocol.DsmError;
import io.github.dsmsso.lab.dsm.protocol.Json;
import io.github.dsmsso.lab.dsm.protocol.SignInMessage;
import io.github.dsmsso.lab.dsm.world.Account;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import io.github.dsmsso.lab.dsm.world.SecondFactor;
import org.jspecify.annotations.Nullable;

/**
 * The sign-in with a password, and with what DSM asks for besides. Only failed passwords
 * and codes count for Auto Block.
 */
final class PasswordAdmission {

	private static final Set<String> SESSIONS = Set.of("", "webui", "FileStation", "DSM");

	/** The question's token looks like a JWT; this is the header of one. */
	private static final String SHAPE = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.";

	private final DsmWorld world;

	PasswordAdmission(DsmWorld world) {
		this.world = world;
	}

	/**
	 * The account that may come in.
	 * @param device the token of a trusted device, or null
	 * @throws DsmError with one of the codes 400 to 414
	 */
	Account admitted(CallParameters parameters, @Nullable String device) {
		refuseBlockedAddress();
		Account account = holderOfPassword(parameters);
		refuseClosed(account);
		refuseWithoutPrivilege(account, parameters.text("session"));
		askForSecondFactor(account, parameters, device);
		return account;
	}

	private void refuseBlockedAddress() {
		if (this.world.autoBlock().blocks(this.world.clientAddress())) {
			throw SignInMessage.BLOCKED.error();
		}
	}

	private Account holderOfPassword(CallParameters parameters) {
		String name = parameters.text("account");
		Account account = this.world.named(name).orElse(null);
		if (account != null && account.isLocked()) {
			throw SignInMessage.LOCKED.error();
		}
		if (account == null || !account.proves(parameters.text("passwd"))) {
			throw failed(name, SignInMessage.WRONG_PASSWORD);
		}
		return account;
	}

	private void refuseClosed(Account account) {
		if (account.isClosed(this.world.now())) {
			throw SignInMessage.DISABLED.error();
		}
		if (account.passwordProblem() != 0) {
			throw new DsmError(account.passwordProblem());
		}
	}

	private void refuseWithoutPrivilege(Account account, String session) {
		boolean knownSession = SESSIONS.contains(session) || account.isAdministrator();
		if (!this.world.privileges().allow(account) || !knownSession) {
			throw SignInMessage.NOT_PRIVILEGED.error();
		}
	}

	/**
	 * Asks for what the account has to show besides.
	 * @throws DsmError 403, 404, 406 or 414
	 */
	void askForSecondFactor(Account account, CallParameters parameters, @Nullable String device) {
		String code = parameters.text("otp_code");
		SecondFactor factor = account.secondFactor();
		if (factor != null && !account.trustsDevice(device)) {
			askForCode(account, factor, code);
		}
		if (factor == null && account.secondFactorEnforced()) {
			throw SignInMessage.SECOND_FACTOR_ENFORCED.error();
		}
		if (account.mailedCode() != null && !account.mailedCode().equals(code)) {
			throw new DsmError(414, Json.object("email", masked(account.email())));
		}
	}

	/** Whether the account has to show more than its password. */
	static boolean asksForMore(Account account) {
		return account.secondFactor() != null || account.secondFactorEnforced() || account.mailedCode() != null;
	}

	private void askForCode(Account account, SecondFactor factor, String code) {
		if (code.isEmpty()) {
			String token = SHAPE + this.world.sessions().token(48) + "." + this.world.sessions().token(32);
			account.pendingToken(token);
			throw new DsmError(403, Json.object("token", token, "types", List.of(Json.object("type", "otp"))));
		}
		if (!factor.accept(code, this.world.now())) {
			throw failed(account.name(), SignInMessage.WRONG_CODE);
		}
	}

	private DsmError failed(String name, SignInMessage message) {
		String source = this.world.clientAddress();
		this.world.connectionLog().failed(this.world.now(), name, source, "password");
		if (this.world.autoBlock().failed(source, this.world.now())) {
			this.world.connectionLog().blocked(this.world.now(), source);
		}
		return message.error();
	}

	private static String masked(String email) {
		return email.replaceFirst("(?<=^.)[^@]*", "***");
	}

}
