package io.github.dsmsso.wizard.dsm;

import java.util.Set;
import java.util.TreeSet;

import io.github.dsmsso.wizard.http.Redirect;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.DsmPath;
import io.github.dsmsso.wizard.shared.Problem;

/**
 * What can go wrong with DSM, in words; its error codes have theirs in
 * {@link DsmErrorCode}.
 */
final class DsmProblems {

	private static final String NOT_DSM = "not-dsm";

	private static final String REDIRECTED = "redirected";

	private static final String LEAVES_TLS = "leaves-tls";

	private static final String BELOW_PATH = "below-path";

	private static final String SIGN_IN_IN_FRONT = "sign-in-in-front";

	private DsmProblems() {
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
		Set<String> names = new TreeSet<>(Set.of(NOT_DSM, REDIRECTED, LEAVES_TLS, BELOW_PATH, SIGN_IN_IN_FRONT));
		names.addAll(DsmErrorCode.names());
		return names;
	}

}
