package io.github.dsmsso.wizard.apply;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dsmsso.lab.calls.Side;
import io.github.dsmsso.lab.http.LabResponse.Delivery;
import io.github.dsmsso.wizard.Bench;
import io.github.dsmsso.wizard.apply.CellRun.Terminal;
import io.github.dsmsso.wizard.apply.Progress.StepProgress;
import io.github.dsmsso.wizard.apply.Progress.StepState;
import io.github.dsmsso.wizard.apply.Watch.Moment;
import io.github.dsmsso.wizard.plan.Change;
import io.github.dsmsso.wizard.plan.Change.SsoSettingChange;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;

/**
 * What has to hold in every cell, whatever has gone wrong. It judges by what the
 * simulators hold and what was sent, never by what the wizard thinks.
 */
final class Oracle {

	/** An apply may take so long, and then the calls in progress may end. */
	private static final Duration LONGEST_APPLY = Duration.ofSeconds(180 + 30);

	/** By then a write that was given up has arrived, or never will. */
	private static final Duration LATEST_ARRIVAL = Duration.ofSeconds(60);

	/** An undo waits for late arrivals before and after. */
	private static final Duration LONGEST_UNDO = Duration.ofSeconds(60 + 240 + 30 + 60);

	/** What stands between the texts of an answer, be it JSON or a page. */
	private static final Pattern MARKUP = Pattern.compile("[\"<>{}\\[\\]]+");

	private final CellRun run;

	private final Bench bench;

	private final Inventory before;

	private final List<String> violations = new ArrayList<>();

	private Oracle(CellRun run) {
		this.run = run;
		this.bench = run.bench();
		this.before = run.before();
	}

	/** Returns what does not hold, each with its rule; ideally nothing. */
	static List<String> judge(CellRun run) {
		Oracle oracle = new Oracle(run);
		try {
			oracle.judge();
		}
		catch (ProblemException ex) {
			oracle.violation(SafetyRule.IS_SETTLED_BY_THE_NEXT_RUN,
					ex.problem().code() + " although everything is in order again");
		}
		return oracle.violations;
	}

	private void judge() {
		theEndIsAllowed();
		itIsAsItSays();
		theSignInLeadsSomewhere();
		nothingIsLeftWithoutReason();
		oneOfEachAndNothingOfOthers();
		nothingOfOthersIsLost();
		theProblemIsTold();
		noSecretIsTold();
		noRefusalIsEchoed();
		itEndsInTime();
		nothingIsWrittenUnannounced();
		whatIsLeftCanBeUndone();
		theNextRunSettlesIt();
		theSignInPageNeverLeadsIntoAChange();
		noCallIsRepeatedBlindly();
		onlyKnownCallsAreSent();
		nobodyElseIsCalled();
	}

	private void theEndIsAllowed() {
		expect(SafetyRule.ENDS_AS_IT_SAYS, this.run.cell().mishap().allowed().contains(this.run.terminal()),
				"must not end " + this.run.terminal());
	}

	private void itIsAsItSays() {
		switch (this.run.terminal()) {
			case REFUSED, BEFORE -> everythingIsAsBefore();
			case AFTER -> everythingIsAsWanted();
			case REPORTED -> theReportIsExact();
		}
	}

	private void everythingIsAsBefore() {
		List<String> different = withoutEdits(this.before.differencesTo(now())).stream()
			.filter((difference) -> !isToldToStay(difference))
			.toList();
		expect(SafetyRule.ENDS_AS_IT_SAYS, different.isEmpty(), "said to be as before: " + different);
	}

	/**
	 * DSM may refuse a blank profile and blank settings; that they stay is told as an
	 * exception, and nobody is led to them.
	 */
	private boolean isToldToStay(String difference) {
		return !this.bench.nas().sso().offersOidc()
				&& (isTold("apply.profile-name-stays") && difference.equals("sso-profile sso_profile")
						|| isTold("apply.dsm-settings-stay") && difference.startsWith("oidc-sso "));
	}

	private boolean isTold(String code) {
		return this.run.run().exceptions().stream().anyMatch((exception) -> exception.code().equals(code));
	}

	private void everythingIsAsWanted() {
		Plan next = this.run.nextPlan();
		List<String> missing = withoutEdits(next.writes().stream().flatMap(Oracle::fields).toList());
		expect(SafetyRule.ENDS_AS_IT_SAYS, next.canBeApplied() && missing.isEmpty(), "said to be applied: " + missing);
		boolean on = this.bench.nas().sso().offersOidc();
		expect(SafetyRule.ENDS_AS_IT_SAYS, on || !this.run.edited().isEmpty(),
				"said to be applied, and there is no button");
	}

	private static Stream<String> fields(Change change) {
		return change.describe()
			.fields()
			.stream()
			.filter((field) -> field.changed())
			.map((field) -> change.describe().object() + " " + field.field());
	}

	private void theReportIsExact() {
		List<String> real = this.before.differencesTo(now())
			.stream()
			.filter((difference) -> isWritten(difference) || !this.run.edited().contains(difference))
			.toList();
		List<String> told = Inventory.differencesIn(this.run.comparison(), this.run.run().plan().writes());
		expect(SafetyRule.ENDS_AS_IT_SAYS, withReplaced(told, real).equals(withReplaced(real, real)),
				"the report tells " + told + ", and there is " + real);
	}

	/**
	 * What somebody else did to what the run leaves alone is not its report's to tell.
	 */
	private boolean isWritten(String difference) {
		return this.run.run()
			.plan()
			.writes()
			.stream()
			.anyMatch((change) -> difference.startsWith(change.describe().object() + " "));
	}

	/**
	 * Where somebody put another object in the place of one, it is the same one to a
	 * report that goes by names.
	 */
	private static Set<String> withReplaced(List<String> differences, List<String> real) {
		return differences.stream()
			.map((difference) -> difference.replaceAll(" .*", ""))
			.filter((kind) -> real.contains(kind + " has come") && real.contains(kind + " has gone"))
			.collect(Collectors.collectingAndThen(Collectors.toSet(),
					(replaced) -> differences.stream()
						.map((difference) -> replaced.contains(difference.replaceAll(" .*", ""))
								? difference.replaceAll(" .*", " is another") : difference)
						.collect(Collectors.toCollection(TreeSet::new))));
	}

	/** What could be reached was taken back, unless the sign-in would break. */
	private void nothingIsLeftWithoutReason() {
		if (this.run.terminal() == Terminal.REPORTED) {
			this.run.run()
				.steps()
				.stream()
				.filter((step) -> step.state() == StepState.LEFT_BEHIND && !hasReason(step))
				.forEach((step) -> violation(SafetyRule.ENDS_AS_IT_SAYS,
						step.code() + " was left behind for no reason"));
		}
	}

	/** What DSM leads people to is not taken away from under it. */
	private void theSignInLeadsSomewhere() {
		boolean here = this.bench.nas().sso().offersOidc()
				&& this.bench.nas().sso().text("oidc_wellknown").startsWith("https://auth.example/");
		if (here && this.run.edited().isEmpty()) {
			Map<String, List<Map<String, Object>>> there = this.bench.authentik().inventory();
			Object provider = there.get("oauth2provider")
				.stream()
				.filter((row) -> row.get("client_id").equals(this.bench.nas().sso().text("oidc_client_id")))
				.map((row) -> row.get("pk"))
				.findFirst()
				.orElse("none");
			expect(SafetyRule.ENDS_AS_IT_SAYS,
					there.get("application").stream().anyMatch((row) -> provider.equals(row.get("provider"))),
					"DSM leads people to what is not there");
		}
	}

	/** Somebody else changed it, its server failed, or sign-ins may need it. */
	private boolean hasReason(StepProgress step) {
		Mishap mishap = this.run.cell().mishap();
		String object = step.code().replaceAll("\\..*", "");
		boolean edited = this.run.edited().stream().anyMatch((path) -> path.startsWith(object + " "));
		boolean failed = !mishap.isEdit() && sideOf(object) == mishap.side();
		boolean inUse = mishap.side() == Side.DSM
				&& (mishap.isEdit() ? this.bench.nas().sso().enabled() : serviceMayBeOn());
		boolean passwordFirst = step.problem().code().equals("apply.password-stays-first");
		return edited || failed || inUse || passwordFirst;
	}

	private static Side sideOf(String object) {
		return Set.of("oidc-sso", "sso-profile", "sso-setting").contains(object) ? Side.DSM : Side.AUTHENTIK;
	}

	/** It was on, or there was a call to switch it. */
	private boolean serviceMayBeOn() {
		return this.run.watch().moments().get(0).signIn().enabled() || this.run.watch()
			.calls()
			.stream()
			.anyMatch((moment) -> moment.call().name().text().equals("SYNO.Core.Directory.SSO.Profile set"));
	}

	private void theSignInPageNeverLeadsIntoAChange() {
		if (this.run.edited().contains("sso-setting sso_default_login")) {
			return;
		}
		List<Moment> moments = this.run.watch().moments();
		for (int index = 1; index < moments.size(); index++) {
			Moment earlier = moments.get(index - 1);
			Moment later = moments.get(index);
			boolean byOthers = earlier.call() == null && later.call() == null
					|| this.run.cell().mishap().isEdit() && later.call() != null && !later.call().name().isWrite();
			boolean byDefault = earlier.signIn().byDefault() || later.signIn().byDefault();
			boolean changed = !earlier.signIn().isSameService(later.signIn());
			expect(SafetyRule.DEFAULT_LEADS_TO_WHAT_STAYS, byOthers || !changed || !byDefault,
					"the service changes while SSO is the default");
			expect(SafetyRule.DEFAULT_LEADS_TO_WHAT_STAYS,
					!earlier.signIn().byDefault() || !isWriteBelowTheDefault(later),
					"written while SSO is the default");
		}
	}

	/** Where the default goes off it goes off first, and comes back last. */
	private boolean isWriteBelowTheDefault(Moment moment) {
		boolean goesOff = this.run.run() != null
				&& this.run.run().plan().writes().stream().anyMatch(SsoSettingChange.class::isInstance);
		return goesOff && moment.call() != null && moment.call().name().isWrite()
				&& !moment.call().name().text().equals("SYNO.Core.Directory.SSO.Setting set");
	}

	private void oneOfEachAndNothingOfOthers() {
		Inventory now = now();
		this.before.values().forEach((owner, fields) -> {
			boolean theirs = fields.containsValue("wiki") || fields.containsValue("Wiki");
			expect(SafetyRule.TOUCHES_NOTHING_OF_OTHERS, !theirs || fields.equals(now.values().get(owner)),
					"touched what belongs to others: " + owner);
		});
		atMostOne(now.ofKind("provider").values(), "name");
		atMostOne(now.ofKind("application").values(), "slug");
		List<String> bindings = now.ofKind("binding")
			.values()
			.stream()
			.map((row) -> row.get("target") + " " + row.get("group") + " " + row.get("user"))
			.toList();
		expect(SafetyRule.TOUCHES_NOTHING_OF_OTHERS, Set.copyOf(bindings).size() == bindings.size(),
				"a binding is there twice");
	}

	private void atMostOne(Collection<Map<String, Object>> rows, String field) {
		List<Object> names = rows.stream().map((row) -> row.get(field)).toList();
		expect(SafetyRule.TOUCHES_NOTHING_OF_OTHERS, new TreeSet<>(names).size() == names.size(),
				"there are two of a kind: " + names);
	}

	/** What somebody else made or set before the first reading stays as it is. */
	private void nothingOfOthersIsLost() {
		Inventory now = now();
		this.run.foreign()
			.forEach((owner) -> expect(SafetyRule.TOUCHES_NOTHING_OF_OTHERS, now.values().containsKey(owner),
					"deleted what others made: " + owner));
		boolean fasterThanApply = this.run.cell().mishap() instanceof Mishap.SomebodyWasFaster
				&& this.run.cell().phase() == Phase.APPLY && !this.run.edited().isEmpty();
		if (fasterThanApply) {
			List<String> different = this.before.differencesTo(now);
			expect(SafetyRule.TOUCHES_NOTHING_OF_OTHERS,
					this.run.terminal() == Terminal.BEFORE && Set.copyOf(different).equals(this.run.edited()),
					"went on although somebody had changed " + this.run.edited() + ": " + different);
		}
	}

	private void noSecretIsTold() {
		Secrets secrets = Secrets.of(this.run);
		secrets.foundIn(this.run.problems().toString())
			.forEach((name) -> violation(SafetyRule.TELLS_NO_SECRET, name + " in a problem"));
		secrets.foundIn(new String(this.run.watch().journalBytes(), StandardCharsets.UTF_8))
			.forEach((name) -> violation(SafetyRule.TELLS_NO_SECRET, name + " in the journal"));
		secrets.foundIn(LogCapture.drained())
			.forEach((name) -> violation(SafetyRule.TELLS_NO_SECRET, name + " in the log"));
	}

	/** What a peer writes into a refusal may be anything. */
	private void noRefusalIsEchoed() {
		String told = this.run.problems().toString();
		this.run.watch()
			.calls()
			.stream()
			.map(Moment::response)
			.filter((response) -> response.status() >= 400)
			.flatMap((response) -> MARKUP.splitAsStream(response.text()))
			.filter((text) -> text.strip().contains(" ") && told.contains(text))
			.distinct()
			.forEach((sentence) -> violation(SafetyRule.REPEATS_NO_ANSWER, "repeats “" + sentence + "”"));
	}

	private void nobodyElseIsCalled() {
		expect(SafetyRule.CALLS_NOBODY_ELSE, this.bench.strangers().isEmpty(), "called " + this.bench.strangers());
	}

	private void itEndsInTime() {
		Duration applied = applied();
		expect(SafetyRule.ENDS_IN_TIME, applied.compareTo(LONGEST_APPLY) <= 0, "applied for " + applied);
		Duration took = this.run.took();
		expect(SafetyRule.ENDS_IN_TIME, took.compareTo(LONGEST_APPLY.plus(LONGEST_UNDO)) <= 0, "took " + took);
	}

	private Duration applied() {
		List<Instant> during = this.run.watch()
			.calls()
			.stream()
			.filter((moment) -> moment.stage() == RunOutcome.RUNNING)
			.map(Moment::at)
			.toList();
		return during.isEmpty() ? Duration.ZERO : Duration.between(during.get(0), during.get(during.size() - 1));
	}

	private void noCallIsRepeatedBlindly() {
		Map<String, List<Integer>> sent = new HashMap<>();
		List<Moment> calls = this.run.watch().calls();
		for (int index = 0; index < calls.size(); index++) {
			Moment moment = calls.get(index);
			if (moment.call().name().isWrite()) {
				sent.computeIfAbsent(moment.click() + " " + moment.stage() + " " + moment.call().text(),
						(text) -> new ArrayList<>())
					.add(index);
			}
		}
		sent.values().forEach((times) -> expectSecondAfterRead(calls, times));
		Map<Integer, Long> logins = calls.stream()
			.filter((moment) -> moment.call().name().text().equals("SYNO.API.Auth login"))
			.collect(Collectors.groupingBy(Moment::click, Collectors.counting()));
		expect(SafetyRule.SENDS_NOTHING_AGAIN_UNSEEN, logins.values().stream().allMatch((count) -> count == 1),
				"more than one sign-in a click");
	}

	private void expectSecondAfterRead(List<Moment> calls, List<Integer> times) {
		String call = calls.get(times.get(0)).call().name().text();
		expect(SafetyRule.SENDS_NOTHING_AGAIN_UNSEEN, times.size() <= 2, "sent " + times.size() + " times: " + call);
		for (int again = 1; again < times.size(); again++) {
			boolean read = calls.subList(times.get(again - 1) + 1, times.get(again))
				.stream()
				.anyMatch((moment) -> isRead(moment, calls.get(times.get(0))));
			expect(SafetyRule.SENDS_NOTHING_AGAIN_UNSEEN, read || isRefusedAsACompound(calls.get(times.get(again - 1))),
					"sent again without a look: " + call);
			Duration quiet = Duration.between(calls.get(times.get(again - 1)).at(), calls.get(times.get(again)).at());
			boolean mayArriveLate = makesTwo(call) && !isAnsweredByAuthentik(calls.get(times.get(again - 1)));
			expect(SafetyRule.SENDS_NOTHING_AGAIN_UNSEEN, !mayArriveLate || quiet.compareTo(LATEST_ARRIVAL) >= 0,
					"sent again too soon: " + call);
		}
	}

	/**
	 * authentik numbers what it answers itself: it is done with a request that ended in
	 * an internal error.
	 */
	private static boolean isAnsweredByAuthentik(Moment moment) {
		return moment.response().delivery() == Delivery.WHOLE
				&& moment.response().headers().containsKey("X-authentik-id");
	}

	/** authentik would make a second binding of the same kind. */
	private static boolean makesTwo(String call) {
		return call.equals("POST /policies/bindings/");
	}

	/** DSM does not want to be told so, and has done nothing. */
	private static boolean isRefusedAsACompound(Moment moment) {
		return moment.call().isMember() && moment.response().delivery() == Delivery.WHOLE
				&& moment.response()
					.text()
					.matches("\\{\"error\":\\{\"code\":(10[1-5]|11[2-4]|120)\\},\"success\":false\\}");
	}

	private static boolean isRead(Moment moment, Moment write) {
		return !moment.call().name().isWrite() && moment.call().side() == write.call().side()
				&& moment.response().delivery() == Delivery.WHOLE
				&& Set.of(200, 404).contains(moment.response().status());
	}

	private void theProblemIsTold() {
		boolean failed = this.run.terminal() == Terminal.REFUSED
				|| this.run.terminal() == Terminal.BEFORE && this.run.cell().phase() != Phase.UNDO;
		expect(SafetyRule.SAYS_WHY, !failed || !this.run.problems().isEmpty(), "nobody says why");
		for (Problem problem : this.run.problems()) {
			expect(SafetyRule.SAYS_WHY, ProblemSentences.areWrittenFor(problem), "no sentences for " + problem.code());
		}
	}

	private void onlyKnownCallsAreSent() {
		this.run.watch()
			.calls()
			.stream()
			.map((moment) -> moment.call().name().text())
			.filter((call) -> !CallClass.isKnown(call))
			.distinct()
			.forEach((call) -> violation(SafetyRule.SENDS_KNOWN_CALLS, "sent " + call));
	}

	/** What a kill at that moment would have left had to be in the journal. */
	private void nothingIsWrittenUnannounced() {
		boolean journalWorks = !(this.run.cell().mishap() instanceof Mishap.JournalFails);
		this.run.watch()
			.calls()
			.stream()
			.filter((moment) -> journalWorks && !moment.call().noted())
			.forEach((moment) -> violation(SafetyRule.NOTES_BEFORE_IT_WRITES,
					"written before the journal knew: " + moment.call().name()));
	}

	/** Pressing undo once more, when all is in order again. */
	private void whatIsLeftCanBeUndone() {
		if (this.run.terminal() == Terminal.REPORTED) {
			Terminal terminal = this.run.undoOnceMore();
			if (this.run.edited().isEmpty()) {
				expect(SafetyRule.ENDS_AS_IT_SAYS, terminal == Terminal.BEFORE, "a second undo ends " + terminal);
			}
			if (terminal == Terminal.BEFORE) {
				everythingIsAsBefore();
			}
			else {
				theReportIsExact();
			}
		}
	}

	private void theNextRunSettlesIt() {
		Terminal next = this.run.runOnceMore();
		if (this.run.edited().isEmpty()) {
			expect(SafetyRule.IS_SETTLED_BY_THE_NEXT_RUN, next == Terminal.AFTER, "the next run ends " + next);
			expect(SafetyRule.IS_SETTLED_BY_THE_NEXT_RUN, this.run.nextPlan().changesNothing(),
					"a third run changes something");
		}
	}

	private Inventory now() {
		return Inventory.of(this.bench);
	}

	private List<String> withoutEdits(List<String> differences) {
		return differences.stream().filter((path) -> !this.run.edited().contains(path)).toList();
	}

	private void expect(SafetyRule rule, boolean holds, String otherwise) {
		if (!holds) {
			violation(rule, otherwise);
		}
	}

	private void violation(SafetyRule rule, String text) {
		this.violations.add(rule.brokenBy(text));
	}

}
