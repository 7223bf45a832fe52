package io.github.dsmsso.wizard.dsm;

import java.util.Map;

import io.github.dsmsso.wizard.shared.Problem;

/**
 * DSM's error codes in words: official login guide for 400 to 410, public clients for the
 * rest.
 */
final class DsmProblems {

	private static final Map<Integer, String> OF_SIGN_IN = Map.ofEntries(Map.entry(400, "wrong-password"),
			Map.entry(401, "account-disabled"), Map.entry(402, "not-permitted"), Map.entry(403, "code-required"),
			Map.entry(404, "wrong-code"), Map.entry(405, "portal-only"), Map.entry(406, "second-factor-not-set-up"),
			Map.entry(407, "blocked"), Map.entry(408, "password-expired"), Map.entry(409, "password-expired"),
			Map.entry(410, "password-expired"), Map.entry(411, "account-locked"), Map.entry(414, "code-mailed"),
			Map.entry(449, "approval-required"));

	private static final Map<Integer, String> COMMON = Map.ofEntries(Map.entry(102, "api-missing"),
			Map.entry(103, "api-missing"), Map.entry(104, "api-missing"), Map.entry(116, "demo-site"),
			Map.entry(120, "value-refused"), Map.entry(114, "value-refused"), Map.entry(150, "address-changed"),
			Map.entry(1501, "being-configured"), Map.entry(1500, "session-gone"));

	private DsmProblems() {
	}

	static Problem problemOf(DsmErrorCode code) {
		return Problem.of("dsm." + nameOf(code), String.valueOf(code.number()), code.api())
			.withDetail(code.api() + " " + code.number());
	}

	private static String nameOf(DsmErrorCode code) {
		if (code.api().equals("SYNO.API.Auth") && OF_SIGN_IN.containsKey(code.number())) {
			return OF_SIGN_IN.get(code.number());
		}
		if (code.isSessionGone()) {
			return "session-gone";
		}
		if (code.isNotPermitted()) {
			return "not-administrator";
		}
		return COMMON.getOrDefault(code.number(), "other-code");
	}

}
