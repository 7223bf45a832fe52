package io.github.dsmsso.wizard.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.dsmsso.lab.oracle.SignInOracle;
import io.github.dsmsso.lab.run.Draw;
import io.github.dsmsso.wizard.Bench;
import io.github.dsmsso.wizard.Figures;
import io.github.dsmsso.wizard.apply.Applier;
import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.apply.RunOutcome;
import io.github.dsmsso.wizard.authentik.AuthentikGroup;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.judgement.Recognition;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.verify.CheckResult;
import io.github.dsmsso.wizard.verify.VerificationSubject;
import io.github.dsmsso.wizard.verify.Verifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One judgement: over thousands of set-ups that people may have, something is found wrong
 * exactly where something is planned; every change of what is there has its reason; what
 * DSM can live with stays; and what is applied leaves nothing wrong. At both systems,
 * besides: nobody loses or gains access unless the plan says so, and undo restores every
 * field.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JudgementTests {

	private static final String NAS = "https://nas.example:5001";

	private static final String AUTHENTIK = "https://auth.example";

	/** What authentik may not take back, and the plan says beforehand. */
	private static final String GRANT_TYPES_STAY = "authentik: oauth2provider: grant_types: [] → [authorization_code]";

	private static final int DRAWS = Integer.getInteger("draws", 10_000);

	/** So many more are held by both systems, applied there, checked there and undone. */
	private static final int PLAYED = Integer.getInteger("played", 40);

	/** A known mistake has to be found before so many set-ups were drawn. */
	private static final int LONGEST_SEARCH = 3_000;

	private static final List<String> PEOPLE = List.of("akadmin", "anna", "bob", "Carla", "dave@example.org", "erin",
			"grace", "frank");

	/** Risks that say who loses or gains access. */
	private static final Set<String> SAID = Set.of("plan.moves-address", "plan.changes-claim",
			"plan.lets-local-accounts-in", "plan.replaces-other-service", "plan.adopts-application");

	private final long seed = Draw.seed();

	private final Bench bench = Bench.unchecked("7.2.2", "2026.5");

	private final Map<String, Integer> counts = new TreeMap<>();

	private DrawnSetup.Base base;

	private int caught;

	private int tried;

	@BeforeAll
	void connects() {
		this.bench.authentik().keyRing().hasAnEcKey("Elliptic");
		this.bench.authentik().people().userHasAttribute("dave@example.org", "account", "dave");
		this.bench.scopeMappingComes("Accounts", "nas",
				"return {\"account\": request.user.attributes.get(\"account\", request.user.username)}");
		this.bench.scopeMappingComes("Own profile", "profile",
				"return {\"name\": request.user.name, \"nickname\": request.user.username}");
		ApplyRun run = this.bench.start(this.bench.plan());
		assertThat(run.outcome()).isEqualTo(RunOutcome.APPLIED);
		List<Object> groups = this.bench.authentikClient()
			.directory()
			.groups()
			.stream()
			.map(AuthentikGroup::pk)
			.collect(Collectors.toList());
		List<Object> users = this.bench.authentikClient()
			.directory()
			.users()
			.stream()
			.filter((user) -> PEOPLE.contains(user.username()))
			.map(AuthentikUser::pk)
			.collect(Collectors.toList());
		this.base = new DrawnSetup.Base(this.bench.authentik().inventory(), this.bench.nas().sso().oidc(),
				bindingRow(groups), groups, users);
	}

	private Map<String, @Nullable Object> bindingRow(List<Object> groups) {
		PolicyBinding made = this.bench.authentikClient()
			.bindings()
			.create(PolicyBinding.ofGroup(application().orElseThrow(), (String) groups.get(0), 0));
		Map<String, @Nullable Object> row = new LinkedHashMap<>(
				this.bench.authentik().inventory().get("policybinding").get(0));
		this.bench.authentikClient().bindings().delete(made.pk());
		return row;
	}

	private Optional<String> application() {
		return this.bench.authentikClient().applications().get("synology").map((found) -> found.pk());
	}

	@AfterAll
	void keepsTheFigures() {
		Map<String, Object> figures = new LinkedHashMap<>(this.counts);
		figures.put("seed", this.seed);
		figures.put("mutants", this.tried);
		figures.put("mutants caught", this.caught);
		Figures.keep("judgement", figures);
		this.bench.close();
	}

	@Test
	void theJudgementAndThePlanAreOfOneMindAboutEverySetUp() {
		Random random = new Random(this.seed);
		assertThat(violations(DRAWS, () -> JudgedPlan.of(RandomSetups.draw(random), Mistake.NONE)).limit(5))
			.as("seed %d", this.seed)
			.isEmpty();
		assertThat(this.counts).containsKeys("right", "mended", "blocked", "offered", "by hand");
	}

	@Test
	void theChecksAndThePlanAreOfOneMindAboutWhatBothSystemsHold() {
		Random random = new Random(this.seed);
		assertThat(violations(PLAYED, () -> play(random, Mistake.NONE)).limit(5)).as("seed %d", this.seed).isEmpty();
		this.counts.put("held by both systems", PLAYED);
	}

	private Stream<String> violations(int draws, Supplier<Judged> judge) {
		List<String> violations = new ArrayList<>();
		for (int draw = 0; draw < draws; draw++) {
			count("drawn");
			Judged judged = judge.get();
			violations.addAll(judged.violations());
			judged.kinds().forEach(this::count);
		}
		this.counts.merge("violations", violations.size(), Integer::sum);
		return violations.stream();
	}

	@ParameterizedTest
	@EnumSource(value = Mistake.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
	void aKnownMistakeIsFound(Mistake mistake) {
		Random random = new Random(this.seed + 1);
		requireFound(mistake, () -> JudgedPlan.of(RandomSetups.draw(random), mistake));
	}

	@ParameterizedTest
	@EnumSource(value = Mistake.class,
			names = { "SETTINGS_ARE_FORGOTTEN", "PLAN_CALLS_ITSELF_EMPTY", "CHECK_IS_TOO_STRICT" })
	void aKnownMistakeIsFoundAtBothSystems(Mistake mistake) {
		Random random = new Random(this.seed + 1);
		requireFound(mistake, () -> play(random, mistake));
	}

	private void requireFound(Mistake mistake, Supplier<Judged> judge) {
		this.tried++;
		boolean found = Stream.generate(judge)
			.limit(LONGEST_SEARCH)
			.anyMatch((judged) -> !judged.violations().isEmpty());
		this.caught += found ? 1 : 0;
		assertThat(found).as("%s, seed %d", mistake, this.seed).isTrue();
	}

	/** What becomes of a set-up. */
	static String kindOf(Plan plan) {
		if (!plan.canBeApplied()) {
			return "blocked";
		}
		if (plan.changesNothing()) {
			return plan.isFulfilled() ? "right" : "by hand";
		}
		return "mended";
	}

	private void count(String kind) {
		this.counts.merge(kind, 1, Integer::sum);
	}

	/** At both systems, with everything that is asked and written. */
	private Judged play(Random random, Mistake mistake) {
		DrawnSetup setup = DrawnSetup.of(random, this.base);
		setup.on(this.bench);
		this.bench.bean(Applier.class).forget();
		Judged judged = new Judged(setup.toString());
		Plan plan = mistake.in(this.bench.plan());
		Set<String> wrong = mistake.in(failures(held()));
		judged.expect("nothing is wrong and " + plan.writes().size() + " changes are planned, " + wrong,
				wrong.isEmpty() == (plan.isFulfilled() && plan.blockers().isEmpty()) || isOnlyAboutPeople(wrong));
		plan.offers().stream().limit(1).forEach((offer) -> judged.is("offered"));
		if (plan.canBeApplied() && !plan.changesNothing()) {
			apply(plan, judged, mistake);
		}
		return judged.is(kindOf(plan));
	}

	private void apply(Plan plan, Judged judged, Mistake mistake) {
		Map<String, Object> before = everything();
		Map<String, String> admitted = admitted();
		Map<Integer, Boolean> allowed = allowed(plan);
		ApplyRun run = this.bench.start(plan);
		judged.expect("the plan cannot be applied: " + run.outcome() + " " + run.problem(),
				run.outcome() == RunOutcome.APPLIED);
		if (run.outcome() != RunOutcome.APPLIED) {
			return;
		}
		Set<String> wrong = mistake.in(failures(Optional.of(VerificationSubject.wished(this.bench.connection(),
				plan.desired().applicationSlug(), plan.desired().redirectUri()))));
		judged.expect("still wrong after the plan: " + wrong,
				wrong.isEmpty() || !plan.byHand().isEmpty() || isOnlyAboutPeople(wrong));
		judgeAccess(plan, judged, admitted, allowed);
		this.bench.bean(Applier.class).undo(run, this.bench.connection());
		judged.expect("undo ends as " + run.outcome(), run.outcome() == RunOutcome.UNDONE);
		Map<String, Object> after = everything();
		boolean announced = !plan.staysFilled().isEmpty() && !run.exceptions().isEmpty()
				&& difference(before, after).equals(GRANT_TYPES_STAY);
		judged.expect("undo leaves a difference: " + difference(before, after), before.equals(after) || announced);
	}

	private void judgeAccess(Plan plan, Judged judged, Map<String, String> before, Map<Integer, Boolean> allowed) {
		boolean said = plan.risks().stream().map(Problem::code).anyMatch(SAID::contains);
		Map<String, String> after = admitted();
		judged.expect("came in before as " + before + ", and then as " + after,
				said || after.entrySet().containsAll(before.entrySet()));
		judged.expect("new are let in: " + before + " → " + after,
				said || before.isEmpty() || before.keySet().containsAll(after.keySet()));
		judged.expect("authentik lets others use the application: " + allowed + " → " + allowed(plan),
				allowed.isEmpty() || allowed.equals(allowed(plan)));
	}

	/** Whom authentik itself lets use the application, where there is one before. */
	private Map<Integer, Boolean> allowed(Plan plan) {
		Map<Integer, Boolean> allowed = new TreeMap<>();
		if (plan.current().application() != null) {
			this.base.users()
				.forEach((user) -> this.bench.authentikClient()
					.applications()
					.checkAccess(plan.desired().applicationSlug(), (Integer) user)
					.ifPresent((passing) -> allowed.put((Integer) user, passing)));
		}
		return allowed;
	}

	/** Who would come to which desktop by single sign-on. */
	private Map<String, String> admitted() {
		SignInOracle oracle = SignInOracle.of(this.bench.nas(), NAS, this.bench.authentik(), AUTHENTIK);
		Map<String, String> admitted = new TreeMap<>();
		for (String person : PEOPLE) {
			Optional.ofNullable(oracle.admits(person)).ifPresent((account) -> admitted.put(person, account));
		}
		return admitted;
	}

	private Optional<VerificationSubject> held() {
		Recognition recognition = new Recognition(this.bench.dsmSession().oidcSso(), List.of(new RedirectUri(NAS)),
				this.bench.authentikClient().providers().list());
		return VerificationSubject.held(this.bench.connection(), recognition, this.bench.dsmSession().oidcSso());
	}

	private Set<String> failures(Optional<VerificationSubject> subject) {
		return subject.map((found) -> this.bench.bean(Verifier.class).verify(found))
			.map((report) -> report.with(CheckResult.Verdict.FAIL))
			.map((failed) -> failed.stream().map(CheckResult::findingCode).collect(Collectors.toSet()))
			.orElse(Set.of("no connection"));
	}

	/** Nobody has an account, or nobody may: settings are not to blame. */
	private static boolean isOnlyAboutPeople(Set<String> wrong) {
		return !wrong.isEmpty() && Set.of("check.people.nobody", "check.access.nobody").containsAll(wrong);
	}

	private Map<String, Object> everything() {
		return this.bench.everything();
	}

	/** The fields that differ, without what is the same. */
	private static String difference(Object before, Object after) {
		if (before instanceof Map<?, ?> one && after instanceof Map<?, ?> other) {
			return one.keySet()
				.stream()
				.filter((key) -> !Objects.equals(one.get(key), other.get(key)))
				.map((key) -> key + ": " + difference(one.get(key), other.get(key)))
				.collect(Collectors.joining("; "));
		}
		if (before instanceof List<?> one && after instanceof List<?> other && one.size() == other.size()) {
			return IntStream.range(0, one.size())
				.filter((place) -> !Objects.equals(one.get(place), other.get(place)))
				.mapToObj((place) -> difference(one.get(place), other.get(place)))
				.collect(Collectors.joining("; "));
		}
		return before + " → " + after;
	}

}
