package io.github.dsmsso.wizard.dsm;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.dsmsso.wizard.http.Redirect;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.DsmPath;
import io.github.dsmsso.wizard.shared.Problem;

/**
 * DSM's error codes in words: official login guide for 400 to 410, public clients for the
 * rest.
 */
final class DsmProblems {

	private static final String SESSION_GONE = "session-gone";

	private static final String NOT_ADMINISTRATOR = "not-administrator";

	private static final String NOT_DSM = "not-dsm";

	private static final String REDIRECTED = "redirected";

	private static final String LEAVES_TLS = "leaves-tls";

	private static final String BELOW_PATH = "below-path";

	private static final String SIGN_IN_IN_FRONT = "sign-in-in-front";

	private static final String OTHER = "other-code";

	private static final Map<Integer, String> OF_SIGN_IN = Map.ofEntries(Map.entry(400, "wrong-password"),
			Map.entry(401, "account-disabled"), Map.entry(402, "not-permitted"), Map.entry(403, "code-required"),
			Map.entry(404, "wrong-code"), Map.entry(405, "portal-only"), Map.entry(406, "second-factor-not-set-up"),
			Map.entry(407, "blocked"), Map.entry(408, "password-expired"), Map.entry(409, "password-expired"),
			Map.entry(410, "password-expired"), Map.entry(411, "account-locked"), Map.entry(414, "code-mailed"),
			Map.entry(449, "approval-required"));

	private static final Map<Integer, String> COMMON = Map.ofEntries(Map.entry(100, "unsure"),
			Map.entry(102, "api-missing"), Map.entry(103, "api-missing"), Map.entry(104, "api-missing"),
			Map.entry(109, "unsure"), Map.entry(110, "unsure"), Map.entry(111, "unsure"),
			Map.entry(114, "value-refused"), Map.entry(116, "demo-site"), Map.entry(117, "unsure"),
			Map.entry(118, "unsure"), Map.entry(120, "value-refused"), Map.entry(125, "unsure"),
			Map.entry(150, "address-changed"), Map.entry(1500, SESSION_GONE), Map.entry(1501, "being-configured"),
			Map.entry(2704, "being-configured"), Map.entry(3112, "being-configured"),
			Map.entry(3113, "being-configured"), Map.entry(3202, "being-configured"));

	private DsmProblems() {
	}

	/** The arguments are the number and the API. */
	static Problem problemOf(DsmErrorCode code) {
		return Problem.of("dsm." + nameOf(code), String.valueOf(code.number()), code.api())
			.withDetail(code.api() + " " + code.number());
	}

	/** The argument is the address that was called. */
	static Problem notDsm(BaseUrl called) {
		return Problem.of("dsm." + NOT_DSM, called.toString());
	}

	/**
	 * The arguments are the address that was called and the origin it leads to, or the
	 * path where it leads to a page of its own.
	 */
	static Problem redirected(Redirect redirect) {
		if (redirect.staysOnServer() && !redirect.looksLikeSignIn()) {
			return redirectedBelow(redirect.from(), DsmPath.inFrontOfDsm(redirect.target().getRawPath()));
		}
		String name = redirect.looksLikeSignIn() ? SIGN_IN_IN_FRONT : redirect.leavesTls() ? LEAVES_TLS : REDIRECTED;
		return Problem.of("dsm." + name, redirect.from().toString(), redirect.origin());
	}

	private static Problem redirectedBelow(BaseUrl called, DsmPath path) {
		boolean told = !path.isRoot() && path.isPlain();
		return told ? Problem.of("dsm." + BELOW_PATH, called.toString(), path.toString()) : notDsm(called);
	}

	/** Every name that has its sentences in the message bundle. */
	static Set<String> names() {
		Set<String> names = new TreeSet<>(Set.of(SESSION_GONE, NOT_ADMINISTRATOR, NOT_DSM, REDIRECTED, LEAVES_TLS,
				BELOW_PATH, SIGN_IN_IN_FRONT, OTHER));
		names.addAll(OF_SIGN_IN.values());
		names.addAll(COMMON.values());
		return names;
	}

	private static String nameOf(DsmErrorCode code) {
		if (code.api().equals(DsmCall.LOGIN.api()) && OF_SIGN_IN.containsKey(code.number())) {
			return OF_SIGN_IN.get(code.number());
		}
		if (code.isSessionGone()) {
			return SESSION_GONE;
		}
		if (code.isNotPermitted()) {
			return NOT_ADMINISTRATOR;
		}
		return COMMON.getOrDefault(code.number(), OTHER);
	}

}
