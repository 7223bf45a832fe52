package io.github.dsmsso.wizard.plan;

import java.util.List;
import java.util.Map;

import io.github.dsmsso.wizard.authentik.AllowedRedirect;
import io.github.dsmsso.wizard.shared.Problem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is found under the names that a plan wants, and what others have a share in.
 */
class WhoseItIsTests {

	private static final AllowedRedirect OTHER_NAS = AllowedRedirect.exactly("https://other-nas.example.com:5001");

	private final ExistingSetup setup = ExistingSetup.wellSet();

	@Test
	void aProviderOfTheWantedNameIsSomebodyElsesUnlessDsmOrItsAddressSaysOtherwise() {
		this.setup.providerName = "synology";
		this.setup.hasApplication = false;
		this.setup.redirects = List.of(OTHER_NAS);
		this.setup.clientId = "other-client";
		assertThat(blockersOfANewConnection()).containsExactly("plan.provider-name-taken");
		this.setup.redirects = List.of(OTHER_NAS, AllowedRedirect.exactly(ExistingSetup.NAS));
		assertThat(blockersOfANewConnection()).isEmpty();
		this.setup.redirects = List.of(OTHER_NAS);
		this.setup.clientId = "nas-client";
		assertThat(blockersOfANewConnection()).isEmpty();
	}

	@Test
	void anApplicationWithoutAProviderIsThisNassWhereDsmNamesIt() {
		this.setup.hasProvider = false;
		this.setup.applicationProvider = null;
		assertThat(this.setup.plan().blockers()).isEmpty();
		this.setup.wellKnown = this.setup.wellKnown.replace("/nas/", "/another/");
		assertThat(this.setup.plan().blockers()).extracting(Problem::code)
			.containsExactly("plan.application-slug-taken");
	}

	@Test
	void othersWhoUseTheProviderAreNamedBeforeTheirNamesAreBridged() {
		this.setup.withReadableProfile().redirects = List.of(AllowedRedirect.exactly(ExistingSetup.NAS), OTHER_NAS);
		assertThat(this.setup.plan().risks()).isEmpty();
		this.setup.bridge = new NameBridge(NameBridge.ATTRIBUTE, Map.of());
		assertThat(this.setup.plan().risks())
			.containsExactly(Problem.of("plan.bridges-names-of-others", "NAS sign-in", OTHER_NAS.url()));
	}

	@Test
	void rightsAtAuthentikMatterOnlyWhereSomethingIsWrittenThere() {
		this.setup.superuser = false;
		this.setup.scope = "openid email";
		assertThat(this.setup.plan().risks()).isEmpty();
		this.setup.encryptionKey = "rsa";
		assertThat(this.setup.plan().risks()).extracting(Problem::code).containsExactly("plan.rights-unseen");
	}

	private List<String> blockersOfANewConnection() {
		DesiredState desired = ExistingSetup.blank().proposed();
		return Planner.plan(desired, this.setup.current(), this.setup.inventory(), this.setup.provider().credentials())
			.blockers()
			.stream()
			.map(Problem::code)
			.toList();
	}

}
