package io.github.dsmsso.wizard.verify;

import java.util.List;

/**
 * The checks, in the order of the way from authentik to DSM to people. Each names one
 * cause: where another check tells what is wrong, it says that it depends on others.
 */
final class Checks {

	static final List<Check> ALL = List.of(new ApplicationCheck(), new GateCheck(), new DiscoveryCheck(),
			new IssuerCheck(), new SignatureCheck(), new EncryptionCheck(), new AuthorizationFlowCheck(),
			new ClientTypeCheck(), new RedirectCheck(), new GrantTypeCheck(), new ScopesCheck(),
			new IdTokenClaimsCheck(), new CertificateCheck(), new ServiceCheck(), new WellKnownCheck(),
			new EndpointsCheck(), new ClientIdCheck(), new ClientSecretCheck(), new DsmRedirectCheck(),
			new DsmAddressesCheck(), new AppPortalsCheck(), new DsmScopeCheck(), new UserClaimCheck(),
			new AccountTypeCheck(), new LoginPageCheck(), new SsoButtonCheck(), new SignInWindowCheck(),
			new ClocksCheck(), new OtherSsoCheck(), new SsoByDefaultCheck(), new PeopleCheck(), new AccessCheck(),
			new AdministratorsCheck(), new SubjectCheck(), new RenamingCheck(), new BreakGlassCheck(),
			new LeftoversCheck(), ExpiryCheck.ofSigningKey(), ExpiryCheck.ofAuthentik(), ExpiryCheck.ofDsm());

	private Checks() {
	}

}
