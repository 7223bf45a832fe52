package io.github.dsmsso.wizard.dsm;

import java.util.List;

import io.github.dsmsso.wizard.http.ApiException;

/**
 * An administrator's session with DSM. Every method sends one POST with the session id as
 * the cookie {@code id} and the token in the {@code X-SYNO-TOKEN} header, and throws
 * {@link DsmException} where DSM says no and {@link ApiException} where its answer stayed
 * away; after a write the latter leaves open whether it was done.
 */
public interface DsmSession extends AutoCloseable {

	/** The server this session is with. */
	DsmServer server();

	/** The account that signed in. */
	String account();

	/** Reads the three SSO objects together; their reads run in parallel. */
	SsoClient ssoClient();

	/** {@code SYNO.Core.Directory.OIDC.SSO get}. */
	OidcSso oidcSso();

	/** {@code SYNO.Core.Directory.SSO.Profile get}. */
	SsoProfile ssoProfile();

	/**
	 * {@code SYNO.Core.Directory.SSO.Setting get}; only where the capabilities have it.
	 */
	SsoSetting ssoSetting();

	/**
	 * {@code SYNO.Core.Directory.OIDC.SSO set} with every field; does not switch SSO on.
	 */
	void saveOidcSso(OidcSso oidcSso);

	/** {@code SYNO.Core.Directory.SSO.Profile set}: the switch. */
	void saveSsoProfile(SsoProfile profile);

	/**
	 * {@code SYNO.Core.Directory.SSO.Setting set}; only where the capabilities have it.
	 */
	void saveSsoSetting(SsoSetting setting);

	/** What this NAS is: model, version, name, addresses, directory membership. */
	NasDescription describe();

	/**
	 * The accounts of this NAS ({@code SYNO.Core.User list}), who of them administers it
	 * ({@code SYNO.Core.Group.Member list}) and who of them may use the application DSM
	 * ({@code SYNO.Core.AppPriv.Rule list}, and the members of groups that a rule is
	 * about); all of them run in parallel, and that the last one fails is no failure.
	 */
	DsmAccounts accounts();

	/** Who is signed in now: {@code SYNO.Core.CurrentConnection list}. */
	List<CurrentConnection> currentConnections();

	/** {@code SYNO.API.Auth logout}; a session that is gone already is no error. */
	@Override
	void close();

}
