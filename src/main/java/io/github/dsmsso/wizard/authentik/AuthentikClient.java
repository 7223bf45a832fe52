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
	 * Which of the rights this wizard needs the token lacks, as far as reading can tell:
	 * the rights to view flows, key pairs, scope mappings, OAuth2 providers,
	 * applications, bindings, groups, users and events. A superuser lacks none.
	 * <p>
	 * Not to be seen by reading are the rights to write. Needed are
	 * {@code authentik_providers_oauth2.add_oauth2provider}, {@code change_…} and
	 * {@code delete_…}, {@code authentik_core.add_application}, {@code change_…} and
	 * {@code delete_…}, {@code authentik_policies.add_policybinding} and
	 * {@code delete_…}, and, to make a key where there is none,
	 * {@code authentik_crypto.add_certificatekeypair} and {@code delete_…}; to bridge
	 * names {@code authentik_providers_oauth2.add_scopemapping} and {@code delete_…}, and
	 * to fill the attribute in {@code authentik_core.change_user}. A write without its
	 * right is refused by name.
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
