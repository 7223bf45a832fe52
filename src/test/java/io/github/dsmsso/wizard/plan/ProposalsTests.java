package io.github.dsmsso.wizard.plan;

import java.util.List;
import java.util.Map;

import io.github.dsmsso.wizard.Bench;
import io.github.dsmsso.wizard.accounts.DefaultAccess;
import io.github.dsmsso.wizard.accounts.Inquiry;
import io.github.dsmsso.wizard.connection.SignedInNas;
import io.github.dsmsso.wizard.dsm.DsmSession;
import io.github.dsmsso.wizard.judgement.Recognition.Candidate;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is proposed for a NAS by what both systems hold.
 */
class ProposalsTests {

	private static final Bench BENCH = Bench.usual();

	@BeforeEach
	void startOver() {
		BENCH.startOver();
	}

	@AfterAll
	static void close() {
		BENCH.close();
	}

	@Test
	void aNewConnectionGetsTheUsualNames() {
		Proposal proposal = likeliest();
		assertThat(proposal.taken()).isNull();
		assertThat(proposal.application()).isNull();
		assertThat(proposal.desired()).returns("synology", DesiredState::providerName)
			.returns("synology", DesiredState::applicationSlug)
			.returns("Synology DSM", DesiredState::applicationName)
			.returns("preferred_username", DesiredState::userClaim);
		assertThat(proposal.defaultAccess()).isEqualTo(DefaultAccess.OPEN);
		assertThat(proposal.claims()).containsExactly("preferred_username", "email");
	}

	@Test
	void namesThatOthersHaveAreNumbered() {
		BENCH.authentik().hasASamlProvider("synology").hasASamlProvider("synology-2");
		assertThat(likeliest().desired()).returns("synology-3", DesiredState::providerName)
			.returns("synology-3", DesiredState::applicationSlug)
			.returns("Synology DSM 3", DesiredState::applicationName);
	}

	@Test
	void theConnectionThatIsThereIsTakenUp() {
		BENCH.start(BENCH.plan());
		BENCH.authentik().groupIsBound("Family", "synology", false);
		Proposal proposal = likeliest();
		assertThat(proposal.taken()).isNotNull();
		assertThat(proposal.desired().adoptedProvider()).isEqualTo(proposal.taken().provider().pk());
		assertThat(proposal.application()).isNotNull().returns("synology", (found) -> found.slug());
		assertThat(proposal.desired().access().groupPks()).hasSize(1);
		assertThat(proposal.bindings()).hasSize(1);
		assertThat(proposal.others()).isEmpty();
	}

	@Test
	void aProviderOfItsOwnLeavesTheOneThatIsThereToBeChosenAgain() {
		BENCH.start(BENCH.plan());
		Candidate there = likeliest().taken();
		Proposal anew = propose(ProviderChoice.ofNew());
		assertThat(anew.taken()).isNull();
		assertThat(anew.application()).isNull();
		assertThat(anew.desired().providerName()).isEqualTo("synology-2");
		assertThat(anew.others()).containsExactly(there);
		assertThat(propose(ProviderChoice.of(there.provider().pk())).taken()).isEqualTo(there);
	}

	@Test
	void anotherProviderThatNamesThisNasMayBeChosen() {
		BENCH.start(BENCH.plan());
		BENCH.authentik().connectionComes("by-hand", "by-hand", "s3cret", "https://nas.example:5001");
		List<Candidate> others = likeliest().others();
		assertThat(others).extracting((other) -> other.provider().name()).containsExactly("by-hand");
		Proposal chosen = propose(ProviderChoice.of(others.get(0).provider().pk()));
		assertThat(chosen.desired().providerName()).isEqualTo("by-hand");
		assertThat(chosen.others()).extracting((other) -> other.provider().name()).containsExactly("synology");
	}

	@Test
	void anApplicationThatLostItsProviderIsGivenOneUnlessAllIsToBeNew() {
		BENCH.start(BENCH.plan());
		BENCH.authentik().somebodyDeletesTheProvider("synology");
		assertThat(likeliest().taken()).isNull();
		assertThat(likeliest().application()).isNotNull().returns("synology", (found) -> found.slug());
		assertThat(propose(ProviderChoice.ofNew()).application()).isNull();
	}

	@Test
	void anAddressThatDsmHoldsIsOfferedBesideTheOneItWasOpenedAt() {
		BENCH.start(BENCH.plan());
		BENCH.nas().sso().configure(Map.of("oidc_redirect_uri", "https://old.example.com"));
		assertThat(likeliest().desired().redirectUri().value()).isEqualTo("https://nas.example:5001");
		assertThat(likeliest().addresses()).extracting(RedirectUri::value).contains("https://old.example.com");
		BENCH.nas().sso().configure(Map.of("oidc_redirect_uri", "https://old.example.com/"));
		assertThat(likeliest().addresses()).extracting(RedirectUri::value).doesNotContain("https://old.example.com/");
	}

	@Test
	void aClaimByWhichNobodyIsFoundGivesWayToTheUserName() {
		BENCH.start(BENCH.plan());
		BENCH.nas().sso().configure(Map.of("oidc_user_claim", "email"));
		Proposal proposal = likeliest();
		assertThat(proposal.desired().userClaim()).isEqualTo("preferred_username");
		assertThat(proposal.heldClaim()).isEqualTo("email");
		assertThat(proposal.inventory().claims().gettingIn()).isZero();
		assertThat(proposal.inventory().claims().gettingInByUsername()).isPositive();
	}

	@Test
	void aClaimByWhichPeopleAreFoundStays() {
		BENCH.start(BENCH.plan());
		BENCH.nas().account("anna@example.org");
		BENCH.nas().sso().configure(Map.of("oidc_user_claim", "email"));
		assertThat(likeliest().desired().userClaim()).isEqualTo("email");
		assertThat(likeliest().inventory().claims().gettingIn()).isPositive();
	}

	@Test
	void whatSomebodysOwnMappingSendsIsAskedOfAuthentik() {
		BENCH.start(BENCH.plan());
		BENCH.scopeMappingComes("Accounts", "nas", "return {\"account\": request.user.username}");
		Object mapping = BENCH.authentikClient()
			.scopeMappings()
			.list()
			.stream()
			.filter((found) -> found.name().equals("Accounts"))
			.findFirst()
			.orElseThrow()
			.pk();
		BENCH.authentik().somebodyChangesTheProvider("synology", "property_mappings", List.of(mapping));
		assertThat(likeliest().claims()).containsExactly("preferred_username", "email", "account");
	}

	private static Proposal likeliest() {
		return propose(ProviderChoice.ofLikeliest());
	}

	private static Proposal propose(ProviderChoice choice) {
		DsmSession session = BENCH.dsmSession();
		SignedInNas nas = new SignedInNas(session, session.snapshot().description().get(), session.ssoClient());
		return BENCH.bean(Proposals.class)
			.propose(BENCH.connection(), nas, BENCH.bean(StateReader.class).inventory(BENCH.authentikClient()), choice,
					Inquiry.Listener.NONE);
	}

}
