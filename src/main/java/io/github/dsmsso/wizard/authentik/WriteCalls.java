package io.github.dsmsso.wizard.authentik;

/**
 * The calls by which a release of authentik has objects written, for those who tell of
 * them or write them down: the paths are those by which the client itself goes.
 */
public final class WriteCalls {

	private final String scopeMappings;

	public WriteCalls(AuthentikCapabilities capabilities) {
		this.scopeMappings = Resources.scopeMappings(capabilities);
	}

	public AuthentikCall newSigningKey() {
		return new AuthentikCall("POST", Resources.KEY_PAIRS + HttpCertificateKeyPairs.GENERATE);
	}

	public AuthentikCall newScopeMapping() {
		return new AuthentikCall("POST", this.scopeMappings);
	}

	public AuthentikCall newProvider() {
		return new AuthentikCall("POST", Resources.OAUTH2_PROVIDERS);
	}

	public AuthentikCall changedProvider(int pk) {
		return new AuthentikCall("PATCH", Resources.OAUTH2_PROVIDERS + pk + "/");
	}

	public AuthentikCall newApplication() {
		return new AuthentikCall("POST", Resources.APPLICATIONS);
	}

	public AuthentikCall changedApplication(String slug) {
		return new AuthentikCall("PATCH", Resources.APPLICATIONS + slug + "/");
	}

	public AuthentikCall newBinding() {
		return new AuthentikCall("POST", Resources.POLICY_BINDINGS);
	}

	public AuthentikCall removedBinding(String pk) {
		return new AuthentikCall("DELETE", Resources.POLICY_BINDINGS + pk + "/");
	}

	/** An attribute is written with its user. */
	public AuthentikCall changedUser(int pk) {
		return new AuthentikCall("PATCH", Resources.USERS + pk + "/");
	}

}
