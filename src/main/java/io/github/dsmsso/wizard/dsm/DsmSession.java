package io.github.dsmsso.wizard.dsm;

import java.util.List;
import java.util.Optional;

import io.github.dsmsso.wizard.http.ApiException;

/**
 * An administrator's session with DSM. Every request is a POST with the session id as the
 * cookie {@code id} and the token in the {@code X-SYNO-TOKEN} header. What is read
 * together goes out as one {@code SYNO.Entry.Request} where DSM takes it, else as calls
 * side by side. Every method throws {@link DsmException} where DSM says no and
 * {@link ApiException} where its answer stayed away; after a write the latter leaves open
 * whether it was done.
 */
public interface DsmSession extends AutoCloseable {

	/** The server this session is with. */
	DsmServer server();

	/** The account that signed in. */
	String account();

	/** Reads the three SSO objects in one request. */
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
	 * @return the three SSO objects as they are after that, where DSM told them in the
	 * same request; else empty
	 */
	Optional<SsoClient> saveOidcSso(OidcSso oidcSso);

	/**
	 * {@code SYNO.Core.Directory.SSO.Profile set}: the switch.
	 * @return as {@link #saveOidcSso}
	 */
	Optional<SsoClient> saveSsoProfile(SsoProfile profile);

	/**
	 * {@code SYNO.Core.Directory.SSO.Setting set}; only where the capabilities have it.
	 * @return as {@link #saveOidcSso}
	 */
	Optional<SsoClient> saveSsoSetting(SsoSetting setting);

	/**
	 * The accounts of this NAS ({@code SYNO.Core.User list}), who of them administers it
	 * ({@code SYNO.Core.Group.Member list}) and who of them may use the application DSM
	 * ({@code SYNO.Core.AppPriv.Rule list}, and the members of groups that a rule is
	 * about), in one request as far as they do not depend on one another. That the rules
	 * cannot be read is no failure.
	 */
	DsmAccounts accounts();

	/** Who is signed in now: {@code SYNO.Core.CurrentConnection list}. */
	List<CurrentConnection> currentConnections();

	/**
	 * The three SSO objects and who is signed in, in one request. That the latter cannot
	 * be read is no failure.
	 */
	SsoMoment ssoMoment();

	/** All of this, and DSM's clock, in one request. */
	Snapshot snapshot();

	/** {@code SYNO.API.Auth logout}; a session that is gone already is no error. */
	@Override
	void close();

}
