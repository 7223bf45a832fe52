package io.github.dsmsso.wizard.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.dsmsso.wizard.Bench;
import io.github.dsmsso.wizard.accounts.Inquiry;
import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.connection.SignedInNas;
import io.github.dsmsso.wizard.dsm.DsmSession;
import io.github.dsmsso.wizard.judgement.Judgement;
import io.github.dsmsso.wizard.shared.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a plan says of people, and what is looked at once more before it is made.
 */
class PlansTests {

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
	void aNameThatWasTakenMeanwhileGivesWayToTheNextFreeOne() {
		Proposal proposal = proposal();
		assertThat(look(proposal, proposal.desired()).desired()).isEqualTo(proposal.desired());
		BENCH.authentik().hasASamlProvider("synology");
		Prospect prospect = look(proposal, proposal.desired());
		assertThat(prospect.desired()).returns("synology-2", DesiredState::providerName)
			.returns("synology-2", DesiredState::applicationSlug);
		assertThat(prospect.current().nameTaken()).isFalse();
	}

	@Test
	void aNameThatSomebodyChoseIsNotExchanged() {
		Proposal proposal = proposal();
		BENCH.authentik().hasASamlProvider("nas");
		DesiredState chosen = proposal.desired().withNewNames("nas");
		assertThat(look(proposal, chosen).desired()).isEqualTo(chosen);
		assertThat(plan(proposal, chosen).blockers()).extracting(Problem::code)
			.containsExactly("plan.provider-name-taken");
	}

	@Test
	void theNamesOfAConnectionThatIsThereAreItsOwn() {
		BENCH.start(BENCH.plan());
		Proposal proposal = proposal();
		Prospect prospect = look(proposal, proposal.desired());
		assertThat(prospect.desired()).isEqualTo(proposal.desired());
		assertThat(prospect.current().provider()).isNotNull();
		assertThat(plan(proposal, proposal.desired()).isFulfilled()).isTrue();
	}

	@Test
	void whoLosesAndWhoGainsAccessByAnotherChoiceIsNamed() {
		BENCH.start(BENCH.plan());
		BENCH.authentik().groupIsBound("Family", "synology", false);
		Proposal proposal = proposal();
		AccessRestriction frank = new AccessRestriction(Set.of(), Set.of(BENCH.authentik().people().keyOf("frank")));
		Plan plan = plan(proposal, proposal.desired().withAccess(frank));
		assertThat(named(plan, "plan.gives-access")).isEqualTo("frank");
		assertThat(named(plan, "plan.takes-access")).isEqualTo("anna");
		assertThat(plan(proposal, proposal.desired()).risks()).isEmpty();
	}

	@Test
	void ofManyTheFirstTwelveAreNamedAndAllAreCounted() {
		for (int number = 10; number < 23; number++) {
			BENCH.authentik().people().userComes("colleague-" + number, "", "", null, "Family");
			BENCH.nas().account("colleague-" + number);
		}
		BENCH.start(BENCH.plan());
		BENCH.authentik().groupIsBound("NAS users", "synology", false);
		Proposal proposal = proposal();
		AccessRestriction family = new AccessRestriction(Set.of(group("NAS users"), group("Family")), Set.of());
		String named = named(plan(proposal, proposal.desired().withAccess(family)), "plan.gives-access");
		assertThat(named).endsWith("colleague-21 … (13)").doesNotContain("colleague-22");
	}

	@Test
	void anApplicationThatNobodyMayUseIsNotPlanned() {
		BENCH.authentik().closesApplicationsWithoutBindings();
		Proposal proposal = proposal();
		assertThat(plan(proposal, proposal.desired()).blockers()).extracting(Problem::code)
			.containsExactly("plan.nobody-may-use");
		DesiredState forFamily = proposal.desired()
			.withAccess(new AccessRestriction(Set.of(group("Family")), Set.of()));
		assertThat(plan(proposal, forFamily).blockers()).isEmpty();
	}

	@Test
	void whoIsGivenTheNameOfAnAdministratorIsNamed() {
		int dave = BENCH.authentik().people().keyOf("dave@example.org");
		Proposal proposal = proposal();
		Plan toAdministrator = plan(proposal, proposal.desired()
			.withBridge(new NameBridge(NameBridge.ATTRIBUTE, Map.of(dave, BENCH.dsmSession().account()))));
		assertThat(named(toAdministrator, "plan.bridges-to-administrator")).isEqualTo("dave@example.org");
		Plan toHisOwn = plan(proposal,
				proposal.desired().withBridge(new NameBridge(NameBridge.ATTRIBUTE, Map.of(dave, "dave"))));
		assertThat(toHisOwn.risks()).isEmpty();
	}

	@Test
	void whoGainsAccessByAnotherNameIsNamedWhereAConnectionIsThere() {
		BENCH.start(BENCH.plan());
		int dave = BENCH.authentik().people().keyOf("dave@example.org");
		Proposal proposal = proposal();
		Plan bridged = plan(proposal,
				proposal.desired().withBridge(new NameBridge(NameBridge.ATTRIBUTE, Map.of(dave, "dave"))));
		assertThat(named(bridged, "plan.gives-access")).isEqualTo("dave@example.org");
	}

	@Test
	void whatIsWrongAfterwardsIsSaidUnlessThePlanHadSaidIt() {
		Proposal proposal = proposal();
		Plan plan = plan(proposal, proposal.desired());
		BENCH.start(plan);
		assertThat(stillWrong(proposal, plan)).isEmpty();
		BENCH.nas().sso().configure(Map.of("oidc_scope", "openid email"));
		assertThat(stillWrong(proposal, plan)).extracting(Judgement::code).containsExactly("check.dsm-scope.missing");
	}

	private static List<Judgement> stillWrong(Proposal proposal, Plan plan) {
		return BENCH.bean(Plans.class).stillWrong(BENCH.connection(), proposal, plan);
	}

	private static String named(Plan plan, String risk) {
		return plan.risks()
			.stream()
			.filter((problem) -> problem.code().equals(risk))
			.map((problem) -> problem.arguments().get(0))
			.findFirst()
			.orElse("nobody");
	}

	private static Prospect look(Proposal proposal, DesiredState desired) {
		return BENCH.bean(Plans.class).look(BENCH.connection(), proposal, desired);
	}

	private static Plan plan(Proposal proposal, DesiredState desired) {
		return BENCH.bean(Plans.class).plan(BENCH.connection(), proposal, look(proposal, desired), Extent.EVERYTHING);
	}

	private static String group(String name) {
		return BENCH.authentikClient()
			.directory()
			.groups()
			.stream()
			.filter((found) -> found.name().equals(name))
			.findFirst()
			.orElseThrow()
			.pk();
	}

	private static Proposal proposal() {
		DsmSession session = BENCH.dsmSession();
		SignedInNas nas = new SignedInNas(session, session.snapshot().description().get(), session.ssoClient());
		return BENCH.bean(Proposals.class)
			.propose(BENCH.connection(), nas, BENCH.bean(StateReader.class).inventory(BENCH.authentikClient()),
					ProviderChoice.ofLikeliest(), Inquiry.Listener.NONE);
	}

}
