package io.github.dsmsso.wizard.authentik;

import io.github.dsmsso.wizard.http.Peer;

/**
 * authentik's API over HTTP, as the token's owner sees it.
 */
final class HttpAuthentikClient implements AuthentikClient {

	private final Peer peer;

	private final AuthentikCapabilities capabilities;

	private final TokenOwner owner;

	private final Resources resources;

	private final Flows flows;

	private final Directory directory;

	HttpAuthentikClient(Peer peer, Api api, AuthentikCapabilities capabilities, TokenOwner owner) {
		this.peer = peer;
		this.capabilities = capabilities;
		this.owner = owner;
		this.resources = Resources.of(api, capabilities);
		this.flows = new HttpFlows(this.resources);
		this.directory = new HttpDirectory(this.resources, capabilities);
	}

	@Override
	public Peer peer() {
		return this.peer;
	}

	@Override
	public AuthentikCapabilities capabilities() {
		return this.capabilities;
	}

	@Override
	public TokenOwner owner() {
		return this.owner;
	}

	@Override
	public MissingPermissions missingPermissions() {
		return this.owner.superuser() ? MissingPermissions.none() : new PermissionProbe(this.resources).look();
	}

	@Override
	public Flows flows() {
		return this.flows;
	}

	@Override
	public CertificateKeyPairs keys() {
		return new HttpCertificateKeyPairs(this.resources.keyPairs(), this.capabilities);
	}

	@Override
	public ScopeMappings scopeMappings() {
		return new HttpScopeMappings(this.resources.scopeMappings());
	}

	@Override
	public OAuth2Providers providers() {
		return new HttpOAuth2Providers(this.resources, this.capabilities, this.owner);
	}

	@Override
	public Applications applications() {
		return new HttpApplications(this.resources.applications(), this.owner);
	}

	@Override
	public PolicyBindings bindings() {
		return new HttpPolicyBindings(this.resources.policyBindings());
	}

	@Override
	public Directory directory() {
		return this.directory;
	}

	@Override
	public Events events() {
		return new HttpEvents(this.resources.events(), this.capabilities);
	}

}
