package io.github.dsmsso.wizard.dsm;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.dsmsso.wizard.shared.Problem;

/**
 * An error code of DSM. The same number means different things to {@code SYNO.API.Auth}
 * and to other APIs, so the API is part of it. What they mean is known from the official
 * login guide for 400 to 410 and from public clients for the rest.
 *
 * @param api the API that answered
 * @param number the code
 */
public record DsmErrorCode(String api, int number) {

	private static final String SESSION_GONE = "session-gone";

	private static final String NOT_ADMINISTRATOR = "not-administrator";

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

	/** The session is gone: 106 timed out, 107 replaced by another, 119 unknown. */
	public boolean isSessionGone() {
		return !isSignIn() && (this.number == 106 || this.number == 107 || this.number == 119);
	}

	/** The session may not do this. */
	public boolean isNotPermitted() {
		return !isSignIn() && (this.number == 105 || this.number == 122 || this.number == 123 || this.number == 124
				|| this.number == 126 || this.number == 127 || this.number == 160);
	}

	/** DSM was busy or unsure of itself, so that a write may have been done or not. */
	public boolean leavesOutcomeOpen() {
		return this.number == 100 || this.number >= 109 && this.number <= 111 || this.number == 117
				|| this.number == 118 || this.number == 125;
	}

	private boolean isSignIn() {
		return "SYNO.API.Auth".equals(this.api) && this.number >= 400;
	}

	/**
	 * The same, for a person; a code without a sentence of its own is told by its number.
	 * The arguments are the number and the API.
	 */
	public Problem problem() {
		return Problem.of("dsm." + name(), String.valueOf(this.number), this.api)
			.withDetail(this.api + " " + this.number);
	}

	private String name() {
		if (this.api.equals(DsmCall.LOGIN.api()) && OF_SIGN_IN.containsKey(this.number)) {
			return OF_SIGN_IN.get(this.number);
		}
		if (isSessionGone()) {
			return SESSION_GONE;
		}
		if (isNotPermitted()) {
			return NOT_ADMINISTRATOR;
		}
		return COMMON.getOrDefault(this.number, OTHER);
	}

	/** Every name of a code that has its sentences in the message bundle. */
	static Set<String> names() {
		Set<String> names = new TreeSet<>(Set.of(SESSION_GONE, NOT_ADMINISTRATOR, OTHER));
		names.addAll(OF_SIGN_IN.values());
		names.addAll(COMMON.values());
		return names;
	}

}
