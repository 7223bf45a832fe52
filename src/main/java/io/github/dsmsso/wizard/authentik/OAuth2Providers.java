package io.github.dsmsso.wizard.authentik;

import java.util.List;
import java.util.Optional;

/** {@code /providers/oauth2/}. */
public interface OAuth2Providers {

	/** Every OAuth2 provider the token may see. */
	List<OAuth2Provider> list();

	/**
	 * Names of the providers of every type ({@code /providers/all/}): a name is unique
	 * over all of them. Only those of OAuth2 providers where the token may not see more.
	 */
	List<ProviderName> names();

	/** One provider; empty where it is gone. */
	Optional<OAuth2Provider> get(int pk);

	/** Creates a provider: {@code POST}. The pk of the draft is not read. */
	OAuth2Provider create(OAuth2Provider draft);

	/**
	 * Brings a provider from one to the other: {@code PATCH} of the fields that differ. A
	 * secret that is not known is left as it is. authentik may refuse an empty list of
	 * grant types and an invalidation flow that is null.
	 * @param from the provider as it is
	 * @param to the provider as it shall be
	 */
	OAuth2Provider update(OAuth2Provider from, OAuth2Provider to);

	/**
	 * Deletes a provider; an application that used it stays without one. One that is gone
	 * already is no failure.
	 */
	void delete(int pk);

	/**
	 * {@code GET …/setup_urls/}; its well-known URL is empty until an application uses
	 * it.
	 */
	SetupUrls setupUrls(int pk);

	/**
	 * The claims a user would bring: {@code GET …/preview_user/?for_user=}; empty where
	 * the token may not ask, and before 2024.2 for anyone but the token's owner.
	 */
	Optional<ClaimPreview> previewUser(int pk, int userPk);

	/**
	 * A provider of any type.
	 *
	 * @param pk its key
	 * @param name its name
	 * @param component the component of authentik's user interface, which tells its type
	 */
	record ProviderName(int pk, String name, String component) {

	}

}
