package io.github.dsmsso.wizard.authentik;

import io.github.dsmsso.wizard.shared.Version;

/**
 * What a release of authentik can do, derived from its version alone; the borders are
 * those of authentik's own API schemas, release by release.
 *
 * @param version the release
 */
public record AuthentikCapabilities(Version version) {

	/** The oldest release this wizard was tried with. */
	private static final Version OLDEST = new Version(2023, 10, 0);

	public boolean isSupported() {
		return this.version.compareTo(OLDEST) >= 0;
	}

	/**
	 * Redirect URIs are objects with a matching mode; before, one string of regular
	 * expressions.
	 */
	public boolean redirectUrisAreObjects() {
		boolean inLine202408 = this.version.isAtLeast(2024, 8, 5) && !this.version.isAtLeast(2024, 10);
		return inLine202408 || this.version.isAtLeast(2024, 10, 3);
	}

	/** A provider names an invalidation flow, and must. */
	public boolean hasInvalidationFlow() {
		return this.version.isAtLeast(2024, 10);
	}

	/** A provider names its grant types; one created without any answers no request. */
	public boolean hasGrantTypes() {
		return this.version.isAtLeast(2026, 5);
	}

	/** Scope mappings moved below {@code propertymappings/provider/}. */
	public boolean scopeMappingsBelowProvider() {
		return this.version.isAtLeast(2024, 8);
	}

	/** Key pairs say {@code key_type}; before, {@code private_key_type}. */
	public boolean keyPairsSayKeyType() {
		return this.version.isAtLeast(2025, 12);
	}

	/** The algorithm of a generated key can be chosen; before, it is always RSA. */
	public boolean keyAlgorithmCanBeChosen() {
		return this.version.isAtLeast(2024, 4);
	}

	/** Events can be filtered by exact action. */
	public boolean hasExactActionFilter() {
		return this.version.isAtLeast(2025, 8);
	}

	/** A provider may name a key that its tokens are encrypted with. */
	public boolean hasEncryptionKey() {
		return this.version.isAtLeast(2024, 10);
	}

	/** A redirect URI says whether it is for authorization or for logout. */
	public boolean redirectUrisHaveType() {
		return this.version.isAtLeast(2026, 5);
	}

	/**
	 * What is read as client secret may be a reference to one, as announced for 2026.11.
	 */
	public boolean mayReferToSecrets() {
		return this.version.isAtLeast(2026, 11);
	}

	/** Claims can be previewed for another user than the token's owner. */
	public boolean previewsOtherUsers() {
		return this.version.isAtLeast(2024, 2);
	}

	/** A group may have several parents ({@code parents}); before, one at most. */
	public boolean groupsHaveManyParents() {
		return this.version.isAtLeast(2025, 12);
	}

	/** Users can be listed without their groups, and groups without their members. */
	public boolean listsCanBeSlim() {
		return this.version.isAtLeast(2024, 4);
	}

	/**
	 * The system may close applications that nobody is bound to: the flag
	 * {@code core_default_app_access} (authentik PR 16247).
	 */
	public boolean mayCloseApplications() {
		return this.version.isAtLeast(2026, 5);
	}

	/**
	 * Applications that nobody is bound to are open unless the flag says otherwise. Later
	 * releases are announced to close them.
	 */
	public boolean opensApplicationsByDefault() {
		return !this.version.isAtLeast(2026, 11);
	}

	/** Settings of the whole system are part of the API. */
	public boolean hasSystemSettings() {
		return this.version.isAtLeast(2024, 2);
	}

}
