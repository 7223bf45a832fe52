package io.github.dsmsso.wizard.apply;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.dsmsso.lab.dsm.world.DsmAssumption;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.run.Draw;
import io.github.dsmsso.wizard.Bench;
import io.github.dsmsso.wizard.Figures;
import io.github.dsmsso.wizard.apply.Progress.StepState;
import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever value a field had before: after the undo it has it again, or the wizard names
 * it. Both systems are judged by what the simulators hold. Of the values and their
 * combinations each run draws some for each pair of releases.
 */
class UndoRestoresTests {

	private static final int COMBINATIONS = 60;

	private static final int DRAWN = 8;

	private static final int MOST_AT_ONCE = 5;

	/** What {@link Bench#everything()} calls SSO by default. */
	private static final String DEFAULT_LOGIN = "default";

	/** A provider, an application and a NAS that lead to one another, made by hand. */
	private static final String NAME = "synology";

	@ParameterizedTest
	@CsvSource({ "7.1.1, 2023.10", "7.2.2, 2024.12", "7.2.2, 2025.12", "7.3.2, 2026.2", "7.4, 2026.5", "7.4, 2026.11" })
	void eachValueThatAServerCanHoldIsBackOrNamed(String dsm, String authentik) {
		long seed = Draw.seed();
		Map<String, Integer> ends = new TreeMap<>();
		try (Bench bench = Bench.of(dsm, authentik)) {
			List<Value> values = values(bench);
			for (List<Value> before : Draw.of("Values", combinations(values, new Random(seed)), DRAWN)) {
				String end = applyAndUndo(bench.startOver(), before, "seed " + seed + ": " + before);
				ends.merge(end, 1, Integer::sum);
			}
			Map<String, Object> figures = new LinkedHashMap<>(ends);
			figures.put("seed", seed);
			figures.put("values", values.size());
			Figures.keep("undo-restores-" + dsm + "-" + authentik, figures);
		}
		assertThat(ends).containsKey("as before");
	}

	@Test
	void emptyGrantTypesThatAuthentikDoesNotTakeBackAreNamedAndNothingIsLeftToUndo() {
		try (Bench bench = Bench.usual()) {
			connect(bench);
			bench.authentik().somebodyChangesTheProvider(NAME, "grant_types", List.of());
			Map<String, Object> before = bench.everything();

			ApplyRun run = applyAndUndo(bench, bench.plan());

			assertThat(run.outcome()).isEqualTo(RunOutcome.UNDONE);
			assertThat(run.exceptions()).extracting(Problem::code).containsExactly("apply.stays-filled");
			assertThat(run.exceptions().get(0).arguments()).containsExactly(NAME);
			assertThat(run.exceptions().get(0).detail()).isEqualTo("grant_types");
			assertThat(bench.bean(Applier.class).unfinished()).isEmpty();
			assertThat(without(before, Set.of("grant_types")))
				.isEqualTo(without(bench.everything(), Set.of("grant_types")));
		}
	}

	/** The other reading: it takes the empty list. */
	@Test
	void emptyGrantTypesThatAuthentikTakesBackAreBack() {
		try (Bench bench = Bench.usual()) {
			connect(bench);
			bench.authentik().somebodyChangesTheProvider(NAME, "grant_types", List.of());
			Map<String, Object> before = bench.everything();
			Plan plan = bench.plan();
			bench.authentikSuffers((server) -> takingEmptyGrantTypes(server, bench));

			ApplyRun run = applyAndUndo(bench, plan);

			assertThat(run.outcome()).isEqualTo(RunOutcome.UNDONE);
			assertThat(run.exceptions()).isEmpty();
			assertThat(bench.everything()).isEqualTo(before);
		}
	}

	private static LabHandler takingEmptyGrantTypes(LabHandler server, Bench bench) {
		return (request) -> {
			if (!request.method().equals("PATCH") || !request.text().contains("\"grant_types\":[]")) {
				return server.handle(request);
			}
			bench.authentik().somebodyChangesTheProvider(NAME, "grant_types", List.of());
			String rest = request.text().replaceAll(",?\"grant_types\":\\[\\],?", "");
			return server.handle(LabRequest.of("PATCH", request.target().toString(), request.headers(),
					rest.getBytes(StandardCharsets.UTF_8)));
		};
	}

	@Test
	void blankSettingsThatDsmDoesNotTakeBackAreNamedAndNothingIsLeftToUndo() {
		try (Bench bench = Bench.usual()) {
			bench.nas()
				.assume(DsmAssumption.BLANK_FIELDS_ARE_TAKEN, false)
				.assume(DsmAssumption.BLANK_PROFILE_IS_ACCEPTED, false);
			Object authentik = bench.everything().get("authentik");

			ApplyRun run = applyAndUndo(bench, bench.plan());

			assertThat(run.outcome()).isEqualTo(RunOutcome.UNDONE);
			assertThat(run.exceptions()).extracting(Problem::code)
				.containsExactlyInAnyOrder("apply.profile-name-stays", "apply.dsm-settings-stay");
			assertThat(bench.nas().sso().enabled()).isFalse();
			assertThat(bench.everything().get("authentik")).isEqualTo(authentik);
		}
	}

	@Test
	void aBindingThatIsSwitchedOffStaysBesideTheOneThatIsMadeForTheSameGroup() {
		try (Bench bench = Bench.usual()) {
			connect(bench);
			String group = group(bench, 0);
			String application = bench.authentikClient().applications().get(NAME).orElseThrow().pk();
			bench.authentikClient()
				.bindings()
				.create(new PolicyBinding("", application, group, null, null, 3, false, false, 10, true));
			Map<String, Object> before = bench.everything();

			Plan plan = bench.plan(bench.suggested().withAccess(new AccessRestriction(Set.of(group), Set.of())));
			ApplyRun run = bench.start(plan);
			assertThat(bench.authentikClient().bindings().list(application)).hasSize(2)
				.anyMatch(PolicyBinding::enabled);
			bench.bean(Applier.class).undo(run, bench.connection());

			assertThat(run.outcome()).isEqualTo(RunOutcome.UNDONE);
			assertThat(bench.everything()).isEqualTo(before);
		}
	}

	private static String applyAndUndo(Bench bench, List<Value> values, String description) {
		connect(bench);
		values.forEach((value) -> value.put().accept(bench));
		Map<String, Object> before = bench.everything();
		Plan plan = bench.plan(wanted(bench));
		if (!plan.canBeApplied()) {
			return "not applied";
		}
		ApplyRun run = applyAndUndo(bench, plan);
		Set<String> named = named(run, description);
		assertThat(without(bench.everything(), named)).as(description).isEqualTo(without(before, named));
		return named.isEmpty() ? "as before" : "as before but " + named;
	}

	private static ApplyRun applyAndUndo(Bench bench, Plan plan) {
		ApplyRun run = bench.start(plan);
		assertThat(run.outcome()).as("%s %s", run.problem(), run.steps()).isEqualTo(RunOutcome.APPLIED);
		bench.bean(Applier.class).undo(run, bench.connection());
		return run;
	}

	/**
	 * The fields that the wizard names; anything else it has to bring back. Beside a
	 * secret that nobody shows, the page of what is left names each field that differs,
	 * and DSM's sign-in page does not start with SSO again before the secret is there.
	 */
	private static Set<String> named(ApplyRun run, String description) {
		if (run.outcome() == RunOutcome.LEFT_BEHIND) {
			List<String> left = run.steps()
				.stream()
				.filter((step) -> step.state() == StepState.LEFT_BEHIND)
				.map((step) -> step.problem().code())
				.toList();
			assertThat(left).as(description)
				.contains("apply.secret-not-known")
				.isSubsetOf("apply.secret-not-known", "apply.password-stays-first");
			if (left.contains("apply.password-stays-first")) {
				return Set.of("client_secret", "grant_types", "invalidation_flow", DEFAULT_LOGIN);
			}
			return Set.of("client_secret", "grant_types", "invalidation_flow");
		}
		assertThat(run.outcome()).as("%s: %s", description, run.steps()).isEqualTo(RunOutcome.UNDONE);
		return run.exceptions().isEmpty() ? Set.of() : Set.of(run.exceptions().get(0).detail().split(", "));
	}

	/** A binding that is made again gets another key. */
	@SuppressWarnings("unchecked")
	private static Map<String, Object> without(Map<String, Object> everything, Set<String> named) {
		Map<String, Object> left = new TreeMap<>(everything);
		((Map<String, List<Map<String, Object>>>) everything.get("authentik")).forEach((table, rows) -> {
			Set<String> fields = table.equals("oauth2provider") ? named
					: table.equals("policybinding") ? Set.of("pk") : Set.of();
			left.put(table, rows.stream().map((row) -> row(row, fields)).sorted().toList());
		});
		left.remove("authentik");
		left.keySet().removeAll(named);
		return left;
	}

	private static String row(Map<?, ?> row, Set<String> named) {
		Map<String, String> fields = new TreeMap<>();
		row.forEach((name, value) -> fields.put(String.valueOf(name), text(value)));
		fields.keySet().removeAll(named);
		return fields.toString();
	}

	private static String text(@Nullable Object value) {
		if (value instanceof List<?> list) {
			return list.stream().map(UndoRestoresTests::text).toList().toString();
		}
		return (value instanceof Map<?, ?> map) ? row(map, Set.of()) : String.valueOf(value);
	}

	/** Each value by itself, and several at once. */
	private static List<List<Value>> combinations(List<Value> values, Random random) {
		List<List<Value>> combinations = new ArrayList<>();
		values.forEach((value) -> combinations.add(List.of(value)));
		for (int number = 0; number < COMBINATIONS; number++) {
			List<Value> shuffled = new ArrayList<>(values);
			Collections.shuffle(shuffled, random);
			combinations.add(List.copyOf(shuffled.subList(0, 2 + random.nextInt(MOST_AT_ONCE - 1))));
		}
		return combinations;
	}

	/** No secret of authentik's begins or ends with a blank: its API cuts them off. */
	private static List<Value> values(Bench bench) {
		AuthentikClient authentik = bench.authentikClient();
		List<Value> values = new ArrayList<>();
		values.addAll(provider("client_type", "public"));
		values.addAll(provider("client_secret", "", "pa$$ w\"örd\\'&+%=", "with-dashes", "1234"));
		values.addAll(provider("client_id", "by-hand", "with blank"));
		values.addAll(provider("signing_key", new Object[] { null }));
		values.addAll(provider("sub_mode", "hashed_user_id", "user_id", "user_upn", "user_username"));
		values.addAll(provider("property_mappings", List.of()));
		values.add(new Value("property_mappings in another order", (turned) -> turned.authentik()
			.somebodyChangesTheProvider(NAME, "property_mappings", reversedMappings(turned.authentikClient()))));
		values.addAll(provider("include_claims_in_id_token", false));
		values.addAll(provider("issuer_mode", "global"));
		values.addAll(redirects(authentik));
		if (authentik.capabilities().hasInvalidationFlow()) {
			values.addAll(provider("invalidation_flow", new Object[] { null }));
		}
		if (authentik.capabilities().hasEncryptionKey()) {
			values.add(new Value("encryption_key",
					(encrypted) -> encrypted.authentik()
						.somebodyChangesTheProvider(NAME, "encryption_key",
								encrypted.authentikClient().keys().list().get(0).pk())));
		}
		if (authentik.capabilities().hasGrantTypes()) {
			values.addAll(provider("grant_types", List.of(), List.of("authorization_code", "refresh_token"),
					List.of("client_credentials")));
		}
		values.addAll(application("name", "Our NAS", "<b>${7*7}</b>"));
		values.addAll(application("policy_engine_mode", "all"));
		values.addAll(application("meta_launch_url", "https://nas.example/%(username)s", "blank://blank"));
		values.addAll(application("meta_description", "two\nlines"));
		values.addAll(application("meta_publisher", "somebody"));
		values.addAll(bindings());
		values.addAll(dsm());
		return values;
	}

	private static List<String> reversedMappings(AuthentikClient authentik) {
		List<String> mappings = new ArrayList<>();
		authentik.scopeMappings().list().forEach((mapping) -> mappings.add(0, mapping.pk()));
		return mappings;
	}

	private static List<Value> redirects(AuthentikClient authentik) {
		if (!authentik.capabilities().redirectUrisAreObjects()) {
			return provider("redirect_uris", "", "*", ".*", "https://nas\\.example:5001/", "https://nas.example:5001/",
					"https://a\\.example\nhttps://nas\\.example:5001\n^https://.*$");
		}
		boolean typed = authentik.capabilities().redirectUrisHaveType();
		return provider("redirect_uris", List.of(),
				List.of(redirect("regex", "https://nas\\.example(:5001)?/?", typed)),
				List.of(redirect("strict", "https://nas.example:5001/", typed), redirect("regex", ".*", typed)),
				List.of(redirect("strict", "https://nas.example:5001", typed),
						redirect("strict", "https://other.example", typed)),
				List.of(redirect("strict", "*", typed)));
	}

	private static Map<String, String> redirect(String mode, String url, boolean typed) {
		Map<String, String> redirect = new TreeMap<>(Map.of("matching_mode", mode, "url", url));
		if (typed) {
			redirect.put("redirect_uri_type", "authorization");
		}
		return redirect;
	}

	private static List<Value> bindings() {
		return List.of(
				binding("of a group",
						(bench, application) -> new PolicyBinding("", application, group(bench, 1), null, null, 7, true,
								false, 10, true)),
				binding("of a user", (bench, application) -> new PolicyBinding("", application, null,
						bench.authentikClient().directory().users().get(0).pk(), null, 2, true, false, 90, false)),
				binding("switched off",
						(bench, application) -> new PolicyBinding("", application, group(bench, 0), null, null, 3,
								false, false, 5, true)),
				binding("turned round",
						(bench, application) -> new PolicyBinding("", application, group(bench, 0), null, null, 4, true,
								true, 5, false)),
				binding("twice", (bench, application) -> new PolicyBinding("", application, group(bench, 1), null, null,
						8, true, false, 10, false)));
	}

	private static List<Value> dsm() {
		List<Value> values = new ArrayList<>();
		for (String field : List.of("oidc_name", "oidc_redirect_uri", "oidc_scope", "oidc_user_claim",
				"oidc_authorization_endpoint", "oidc_token_endpoint", "oidc_client_secret")) {
			for (String value : List.of("", "another", " padded ", "1234", "true", "\"quoted\" ü & +%")) {
				values
					.add(new Value(field + " " + value, (bench) -> bench.nas().sso().configure(Map.of(field, value))));
			}
		}
		values.add(new Value("oidc_wellknown",
				(bench) -> bench.nas()
					.sso()
					.configure(Map.of("oidc_wellknown", "https://old.example/.well-known/openid-configuration"))));
		values.add(new Value("domain only",
				(bench) -> bench.nas().sso().configure(Map.of("oidc_allow_local_user", false))));
		values.add(new Value("switched off", (bench) -> bench.nas().sso().profile("oidc", false)));
		values.add(new Value("another profile", (bench) -> bench.nas().sso().profile("azure", true)));
		values.add(new Value("blank profile", (bench) -> bench.nas().sso().profile("", false)));
		values.add(new Value("by default", (bench) -> bench.nas().sso().defaultLogin(knowsDefault(bench))));
		return values;
	}

	private static boolean knowsDefault(Bench bench) {
		return bench.dsmSession().server().capabilities().hasSsoSetting();
	}

	private static List<Value> provider(String field, @Nullable Object... values) {
		return Arrays.stream(values)
			.map((value) -> new Value(field + " " + value,
					(bench) -> bench.authentik().somebodyChangesTheProvider(NAME, field, value)))
			.toList();
	}

	private static List<Value> application(String field, Object... values) {
		return Stream.of(values)
			.map((value) -> new Value(field + " " + value,
					(bench) -> bench.authentik().somebodyChangesTheApplication(NAME, field, value)))
			.toList();
	}

	private static Value binding(String name, Binding binding) {
		return new Value("a binding " + name, (bench) -> {
			String application = bench.authentikClient().applications().get(NAME).orElseThrow().pk();
			bench.authentikClient().bindings().create(binding.of(bench, application));
		});
	}

	private static String group(Bench bench, int number) {
		return bench.authentikClient().directory().groups().get(number).pk();
	}

	private static void connect(Bench bench) {
		ApplyRun run = bench.start(bench.plan());
		assertThat(run.outcome()).isEqualTo(RunOutcome.APPLIED);
		bench.bean(Applier.class).forget();
	}

	private static DesiredState wanted(Bench bench) {
		return bench.suggested().withAccess(new AccessRestriction(Set.of(group(bench, 0)), Set.of()));
	}

	/**
	 * A value that was there before.
	 *
	 * @param name what it is
	 * @param put puts it there
	 */
	private record Value(String name, Consumer<Bench> put) {

		@Override
		public String toString() {
			return this.name;
		}

	}

	/** Makes a binding of an application. */
	@FunctionalInterface
	private interface Binding {

		PolicyBinding of(Bench bench, String application);

	}

}
