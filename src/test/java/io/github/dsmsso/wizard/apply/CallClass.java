package io.github.dsmsso.wizard.apply;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.github.dsmsso.lab.calls.CallSite;
import io.github.dsmsso.lab.calls.Side;
import io.github.dsmsso.wizard.apply.CellRun.Terminal;

/**
 * What a call is there for, and so how a walk may end in which it goes wrong. Calls of
 * the same class have to be survived alike.
 */
enum CallClass {

	/**
	 * Reads before anything is planned. That something is absent is an answer; what is
	 * planned from a wrong one is refused by the guard.
	 */
	PREFLIGHT(EnumSet.of(Terminal.REFUSED, Terminal.BEFORE, Terminal.AFTER),
			EnumSet.of(Terminal.REFUSED, Terminal.BEFORE)),
	/** The sign-in. */
	LOGIN(EnumSet.of(Terminal.REFUSED, Terminal.AFTER), EnumSet.of(Terminal.REFUSED)),
	/** Reads once more before the first write. */
	GUARD(EnumSet.of(Terminal.BEFORE, Terminal.AFTER), EnumSet.of(Terminal.BEFORE, Terminal.REPORTED)),
	/** Writes in authentik. */
	CREATE(EnumSet.of(Terminal.BEFORE, Terminal.AFTER), EnumSet.of(Terminal.BEFORE, Terminal.AFTER, Terminal.REPORTED)),
	/** Writes in DSM. */
	SET(EnumSet.of(Terminal.BEFORE, Terminal.AFTER), EnumSet.of(Terminal.BEFORE, Terminal.AFTER, Terminal.REPORTED)),
	/** Reads back. */
	READ_BACK(EnumSet.of(Terminal.BEFORE, Terminal.AFTER), EnumSet.of(Terminal.BEFORE, Terminal.REPORTED)),
	/** Reads what DSM will read. */
	DISCOVERY(EnumSet.of(Terminal.BEFORE, Terminal.AFTER), EnumSet.of(Terminal.BEFORE, Terminal.REPORTED)),
	/** Gives DSM its settings back. */
	UNDO_SET(EnumSet.of(Terminal.BEFORE, Terminal.REPORTED), EnumSet.of(Terminal.BEFORE, Terminal.REPORTED)),
	/** Gives authentik its objects back, or deletes them. */
	UNDO_DELETE(EnumSet.of(Terminal.BEFORE, Terminal.REPORTED), EnumSet.of(Terminal.BEFORE, Terminal.REPORTED)),
	/** Reads before and after something is taken back. */
	UNDO_READ(EnumSet.of(Terminal.BEFORE, Terminal.REPORTED), EnumSet.of(Terminal.BEFORE, Terminal.REPORTED)),
	/** Signs out. */
	LOGOUT(EnumSet.of(Terminal.AFTER), EnumSet.of(Terminal.AFTER));

	private static final Set<String> SIGN_IN = Set.of("SYNO.API.Info query", "SYNO.Core.Desktop.SessionData getjs",
			"SYNO.API.Auth login", "GET /core/users/me/", "GET /admin/version/");

	private static final Set<String> READS = Set.of("SYNO.Entry.Request request", "SYNO.Core.Directory.OIDC.SSO get",
			"SYNO.Core.Directory.SSO.Profile get", "SYNO.Core.Directory.SSO.Setting get",
			"SYNO.Core.CurrentConnection list", "SYNO.DSM.Info getinfo", "SYNO.Core.Network get",
			"SYNO.Core.Web.DSM get", "SYNO.Core.Web.DSM.External get", "SYNO.Core.AppPortal list",
			"SYNO.Core.Directory.Domain get", "SYNO.Core.Directory.LDAP get", "SYNO.Core.Directory.SSO.SAML get",
			"SYNO.Core.Directory.SSO.CAS get", "SYNO.Core.Directory.SSO get", "GET /providers/oauth2/",
			"GET /providers/oauth2/{id}/", "GET /providers/all/", "GET /core/applications/",
			"GET /core/applications/{slug}/", "GET /policies/bindings/", "GET /policies/bindings/{id}/",
			"GET /crypto/certificatekeypairs/", "GET /crypto/certificatekeypairs/{id}/", "GET /flows/instances/",
			"GET /propertymappings/provider/scope/", "GET /propertymappings/provider/scope/{id}/", "GET /core/groups/",
			"GET /core/users/", "GET /core/users/{id}/", "GET /admin/settings/");

	private static final Set<String> DISCOVERIES = Set.of("GET /application/o/{slug}/.well-known/openid-configuration");

	private static final Set<String> WRITES = Set.of("SYNO.Core.Directory.OIDC.SSO set",
			"SYNO.Core.Directory.SSO.Profile set", "SYNO.Core.Directory.SSO.Setting set", "POST /providers/oauth2/",
			"PATCH /providers/oauth2/{id}/", "DELETE /providers/oauth2/{id}/", "POST /core/applications/",
			"PATCH /core/applications/{slug}/", "DELETE /core/applications/{slug}/", "POST /policies/bindings/",
			"DELETE /policies/bindings/{id}/", "POST /crypto/certificatekeypairs/generate/",
			"DELETE /crypto/certificatekeypairs/{id}/", "POST /propertymappings/provider/scope/",
			"DELETE /propertymappings/provider/scope/{id}/", "PATCH /core/users/{id}/");

	private static final Set<String> SIGN_OUT = Set.of("SYNO.API.Auth logout");

	private final Set<Terminal> ofOneFault;

	private final Set<Terminal> ofALastingFault;

	CallClass(Set<Terminal> ofOneFault, Set<Terminal> ofALastingFault) {
		this.ofOneFault = ofOneFault;
		this.ofALastingFault = ofALastingFault;
	}

	/** How a walk may end in which one call of this class goes wrong. */
	Set<Terminal> ofOneFault() {
		return this.ofOneFault;
	}

	/** How a walk may end in which, from that call on, the server is gone. */
	Set<Terminal> ofALastingFault() {
		return this.ofALastingFault;
	}

	/** Whether the wizard may send this call at all. */
	static boolean isKnown(String call) {
		return List.of(SIGN_IN, READS, DISCOVERIES, WRITES, SIGN_OUT)
			.stream()
			.anyMatch((names) -> names.contains(call));
	}

	/**
	 * The class of a call.
	 * @param phase the phase it belongs to
	 * @param site the call
	 * @param earlier the calls of that phase before it
	 * @throws AssertionError for a call that has none: what is to become of it has to be
	 * decided first
	 */
	static CallClass of(Phase phase, CallSite site, List<CallSite> earlier) {
		String call = site.call().text();
		if (!isKnown(call)) {
			throw new AssertionError("A call without a class: " + phase + " " + site);
		}
		return switch (phase) {
			case SIGN_IN -> call.equals("SYNO.API.Auth login") ? LOGIN : PREFLIGHT;
			case PLAN -> PREFLIGHT;
			case APPLY -> inApply(site, earlier);
			case UNDO -> !site.call().isWrite() ? UNDO_READ : (site.side() == Side.DSM) ? UNDO_SET : UNDO_DELETE;
			case SIGN_OUT -> LOGOUT;
		};
	}

	private static CallClass inApply(CallSite site, List<CallSite> earlier) {
		if (site.call().isWrite()) {
			return (site.side() == Side.DSM) ? SET : CREATE;
		}
		if (DISCOVERIES.contains(site.call().text())) {
			return DISCOVERY;
		}
		boolean written = earlier.stream().anyMatch((other) -> other.side() == site.side() && other.call().isWrite());
		return written ? READ_BACK : GUARD;
	}

}
