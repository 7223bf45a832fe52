package io.github.dsmsso.wizard.authentik;

import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.Peer;

/**
 * authentik's admin API ({@code /api/v3/}) as the token's owner sees it, grouped by
 * resource. Every method throws {@link AuthentikException} where authentik says no and
 * {@link ApiException} where its answer stayed away; after a write the latter leaves open
 * whether it was done. Lists are read to their last page.
 */
public interface AuthentikClient {

	Peer peer();

	AuthentikCapabilities capabilities();

	/** Whose token this is, as read when it was first shown. */
	TokenOwner owner();

	/**
	 * Which of the rights this wizard needs the token lacks, as far as reading can tell.
	 */
	MissingPermissions missingPermissions();

	Flows flows();

	CertificateKeyPairs keys();

	ScopeMappings scopeMappings();

	OAuth2Providers providers();

	Applications applications();

	PolicyBindings bindings();

	Directory directory();

	Events events();

}
