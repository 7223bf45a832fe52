package io.github.dsmsso.wizard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.calls.Side;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.run.Draw;
import io.github.dsmsso.wizard.OddAnswer.Field;
import io.github.dsmsso.wizard.OddAnswer.Oddity;
import io.github.dsmsso.wizard.OddAnswer.Stage;
import io.github.dsmsso.wizard.apply.Applier;
import io.github.dsmsso.wizard.authentik.AuthentikGroup;
import io.github.dsmsso.wizard.http.ApiException;
import org.htmlunit.html.HtmlInput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing that the two systems answer ends in a mistake of the wizard. Each field of each
 * answer of a whole walk is, in turn, missing, null, empty, of another type, or holds
 * what nobody has heard of, and the walk goes on as far as it goes. A run draws some of
 * them.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "wizard.access.setup-code=false",
				"wizard.apply.journal=${wizard.tests.journals:target/journals}/tolerance" })
@Import({ OddPair.Network.class, CarelessClients.class })
class ToleranceTests {

	private static final Logger logger = LoggerFactory.getLogger(ToleranceTests.class);

	/** A walk takes a quarter of a second, and there are many fields. */
	private static final int DRAWN = 28;

	private static final int DRAWN_FORMS = 7;

	@LocalServerPort
	private int port;

	@Autowired
	private OddPair pair;

	@Autowired
	private CarelessClients server;

	@Autowired
	private Applier applier;

	@Autowired
	private MessageSource messages;

	@Test
	void noAnswerEndsInAMistakeOfTheWizard() {
		Map<Field, List<Case>> every = new TreeMap<>(Comparator.comparing(Field::toString));
		Stream.of(Start.values())
			.flatMap((start) -> fieldsOfACleanWalk(start).stream().flatMap((field) -> field.cases(start)))
			.forEach((one) -> every.computeIfAbsent(one.answer().field(), (field) -> new ArrayList<>()).add(one));
		List<Case> cases = Draw.of("Answers", every.values().stream().flatMap(List::stream).toList(), DRAWN);
		Results results = walkAll(cases);
		Figures.keep("tolerance",
				Map.of("seed", Draw.seed(), "cases", cases.size(), "paths", every.size(), "server errors",
						results.serverErrors(), "faults", results.faults().size(), "outcomes", results.outcomes()));
		assertThat(results.faults()).isEmpty();
	}

	/** Each was found by a draw. */
	@ParameterizedTest
	@CsvSource({
			"APPLY, GET /application/o/{slug}/.well-known/openid-configuration, /code_challenge_methods_supported/*, EMPTY",
			"UNDO, GET /providers/oauth2/{id}/, /property_mappings, NULL" })
	void noAnswerThatWasAMistakeOnceIsOneAgain(Stage stage, String call, String path, Oddity oddity) {
		OddAnswer answer = new OddAnswer(stage, new Field(Side.AUTHENTIK, call, path), oddity);
		assertThat(walk(new Case(Start.CONNECTED_BY_HAND, answer)).faults()).isEmpty();
	}

	@Test
	void noFormEndsInAMistakeOfTheWizard() {
		Map<String, List<String>> forms = new LinkedHashMap<>();
		begin(Start.FRESH);
		forget(new OddWalk(this.port, this.pair, (stage) -> {
		}).beforeSending(
				(page) -> forms.put(page.querySelector("h1").getTextContent().strip(), OddForm.fieldsOf(page))));
		List<OddForm> cases = forms.entrySet()
			.stream()
			.flatMap((form) -> form.getValue().stream().map((field) -> Map.entry(form.getKey(), field)))
			.flatMap((field) -> Stream.of(OddForm.Oddity.values())
				.map((oddity) -> new OddForm(field.getKey(), field.getValue(), oddity)))
			.toList();
		List<String> faults = Draw.of("Forms", cases, DRAWN_FORMS)
			.stream()
			.flatMap((odd) -> complaints(odd).stream())
			.toList();
		Figures.keep("forms", Map.of("fields", forms, "cases", cases.size(), "faults", faults.size()));
		assertThat(faults).isEmpty();
	}

	private List<String> complaints(OddForm odd) {
		begin(Start.FRESH);
		List<String> complaints = forget(new OddWalk(this.port, this.pair, (stage) -> {
		}).beforeSending(odd::change));
		return complaints.stream().map((complaint) -> told(odd + ": " + complaint)).toList();
	}

	private List<String> forget(OddWalk walk) {
		try {
			return walk.walk();
		}
		finally {
			this.applier.forget();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "redirect", "providerName", "applicationName", "applicationSlug", "ssoName", "subjectMode",
			"signingKey", "authorizationFlow", "allowLocalUser" })
	void aFieldAboutPeopleThatDoesNotComeKeepsWhatItHad(String field) {
		begin(Start.FRESH);
		try (WizardPages wizard = connected()) {
			wizard.beforeSending(new OddForm("People and access", field, OddForm.Oddity.MISSING)::change)
				.makesThePlan();
			assertThat(wizard.heading()).isEqualTo("Review the plan");
		}
	}

	@Test
	void whatWasTickedIsStillTickedWhenAnotherFieldIsWrong() {
		begin(Start.FRESH);
		try (WizardPages wizard = connected()) {
			HtmlInput group = wizard.page().querySelector("input[name=groups]");
			wizard.tick("groups", group.getValue()).type("redirect", "http://nas.example").makesThePlan();
			assertThat(wizard.heading()).isEqualTo("People and access");
			HtmlInput again = wizard.page().querySelector("input[name=groups]");
			assertThat(again.isChecked()).isTrue();
		}
	}

	@Test
	void whoHasAccessKeepsItWhereAListLacksThem() {
		begin(Start.CONNECTED_BY_HAND);
		OddAnswer empty = new OddAnswer(Stage.CONNECT, new Field(Side.AUTHENTIK, "GET /core/groups/", "/results"),
				Oddity.EMPTY);
		this.pair.answersGo(empty::of);
		try (WizardPages wizard = connected()) {
			assertThat(wizard.text()).contains("Has access now, but authentik did not list it.");
			wizard.makesThePlan();
			assertThat(wizard.heading()).isEqualTo("Review the plan");
			assertThat(wizard.text()).doesNotContain("Remove access");
		}
	}

	@Test
	void anAuthentikWithoutFlowsGetsAPlanThatSaysSo() {
		begin(Start.FRESH);
		this.pair.authentik().lacksTheDefaultFlows();
		try (WizardPages wizard = connected()) {
			wizard.makesThePlan();
			assertThat(wizard.heading()).isEqualTo("Review the plan");
			assertThat(wizard.text())
				.contains(this.messages.getMessage("problem.plan.no-authorization-flow.what", null, Locale.ENGLISH));
		}
	}

	private WizardPages connected() {
		return new WizardPages(this.port).givesTheNasAddress(OddPair.NAS)
			.trustsTheCertificate()
			.signsIn(DemoNas.ADMINISTRATOR, DemoNas.PASSWORD)
			.givesTheAuthentikAddress(OddPair.AUTHENTIK)
			.trustsTheCertificate()
			.givesTheToken(DemoAuthentik.API_TOKEN);
	}

	@ParameterizedTest
	@EnumSource
	void aCarelessClientIsCaught(Carelessness carelessness) {
		assertThat(walk(carelessness.where).faults()).isEmpty();
		this.server.calls(carelessness.way);
		try {
			assertThat(walk(carelessness.where).faults()).isNotEmpty();
		}
		finally {
			this.server.isCareful();
		}
	}

	private static String told(String fault) {
		logger.info("Fault: {}", fault);
		return fault;
	}

	private Results walkAll(List<Case> cases) {
		List<String> faults = new ArrayList<>();
		Map<String, Integer> outcomes = new TreeMap<>();
		int serverErrors = 0;
		logger.info("{} cases", cases.size());
		for (Case one : cases) {
			Results result = walk(one);
			faults.addAll(result.faults());
			result.outcomes().forEach((outcome, times) -> outcomes.merge(outcome, times, Integer::sum));
			serverErrors += result.serverErrors();
		}
		return new Results(faults, outcomes, serverErrors);
	}

	private Results walk(Case one) {
		begin(one.start());
		OddWalk walk = new OddWalk(this.port, this.pair, (stage) -> this.pair
			.answersGo((stage == one.answer().stage()) ? one.answer()::of : (side, request, response) -> response));
		try {
			List<String> complaints = walk.walk().stream().map((complaint) -> told(one + ": " + complaint)).toList();
			return new Results(complaints, Map.of(walk.outcome(), 1), walk.serverErrors());
		}
		finally {
			this.applier.forget();
		}
	}

	/** Every field of every answer, with the stage in which it was read. */
	private Set<StagedField> fieldsOfACleanWalk(Start start) {
		begin(start);
		Set<StagedField> fields = ConcurrentHashMap.newKeySet();
		OddWalk walk = new OddWalk(this.port, this.pair, (stage) -> this.pair.answersGo((side, request, response) -> {
			OddAnswer.fieldsOf(side, request, response).forEach((field) -> fields.add(new StagedField(stage, field)));
			return response;
		}));
		List<String> complaints = walk.walk();
		this.applier.forget();
		assertThat(complaints).isEmpty();
		assertThat(walk.outcome()).isEqualTo("Both systems are set up, All changes undone");
		return inOrder(fields);
	}

	/** Of the many things that DSM can do, only those count that the wizard asks for. */
	private static Set<StagedField> inOrder(Set<StagedField> fields) {
		Set<String> calls = new LinkedHashSet<>();
		fields.forEach((field) -> calls.add(field.field().call().split(" ")[0]));
		Predicate<StagedField> used = (field) -> !field.field().call().equals("SYNO.API.Info query")
				|| Stream.of(field.field().path().split("/"))
					.filter((name) -> name.startsWith("SYNO."))
					.allMatch(calls::contains);
		Set<StagedField> ordered = new LinkedHashSet<>();
		fields.stream()
			.filter(used)
			.sorted((one, other) -> one.toString().compareTo(other.toString()))
			.forEach(ordered::add);
		return ordered;
	}

	private void begin(Start start) {
		this.pair.comesAnew();
		if (start == Start.CONNECTED_BY_HAND) {
			this.pair.isConnectedByHand();
		}
	}

	/** How the two systems are before anything. */
	private enum Start {

		/** As they come. */
		FRESH,
		/** Connected already, and not quite right. */
		CONNECTED_BY_HAND

	}

	/** Mistakes that a client could have. */
	enum Carelessness {

		/** It takes for granted that a flow has a key. */
		FALLS_OVER_A_FLOW(Side.AUTHENTIK, Stage.CONNECT, "GET /flows/instances/", "/results/*/pk",
				Carelessness::fallOver),
		/** It takes for granted that a NAS has a version. */
		FALLS_OVER_A_VERSION(Side.DSM, Stage.CONNECT, "SYNO.DSM.Info getinfo", "/data/version_string",
				Carelessness::fallOver),
		/** It takes for granted that a list has something in it. */
		FALLS_OVER_A_LIST(Side.AUTHENTIK, Stage.CONNECT, "GET /core/groups/", "/results", Carelessness::fallOver),
		/** It makes a text of nothing. */
		SHOWS_NOTHING(Side.AUTHENTIK, Stage.CONNECT, "GET /core/groups/", "/results/*/num_pk",
				(call) -> call.method().getName().equals("groups") ? List.of(new AuthentikGroup("1", "null", List.of()))
						: call.make()),
		/** It takes a deletion for done. */
		DELETES_NOTHING(Side.AUTHENTIK, Stage.UNDO, "GET /core/groups/", "/results/*/num_pk",
				(call) -> call.method().getName().equals("delete") ? null : call.make());

		private final Case where;

		private final CarelessClients.Way way;

		Carelessness(Side side, Stage stage, String call, String path, CarelessClients.Way way) {
			this.where = new Case(Start.FRESH, new OddAnswer(stage, new Field(side, call, path), Oddity.REMOVED));
			this.way = way;
		}

		private static @Nullable Object fallOver(CarelessClients.Call call) throws Throwable {
			try {
				return call.make();
			}
			catch (ApiException ex) {
				throw new NullPointerException("nobody thought of it");
			}
		}

	}

	/** What is odd, and how it begins. */
	private record Case(Start start, OddAnswer answer) {

		@Override
		public String toString() {
			return this.start + " " + this.answer;
		}

	}

	/** A field of an answer that was read in this stage. */
	private record StagedField(Stage stage, Field field) {

		Stream<Case> cases(Start start) {
			return Stream.of(Oddity.values())
				.map((oddity) -> new Case(start, new OddAnswer(this.stage, this.field, oddity)));
		}

	}

	private record Results(List<String> faults, Map<String, Integer> outcomes, int serverErrors) {

	}

}
