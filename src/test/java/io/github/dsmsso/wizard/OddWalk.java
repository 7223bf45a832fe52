package io.github.dsmsso.wizard;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.wizard.OddAnswer.Stage;
import org.htmlunit.WebResponse;
import org.htmlunit.html.HtmlPage;

/**
 * A walk through all pages, as far as it goes: connect, people, review, apply, prove,
 * record, undo. Whatever the two systems answer, every page says something, nothing that
 * was typed is lost, and in the end both are as they were.
 */
final class OddWalk {

	/** What was read back of the settings is not what was written. */
	private static final String STILL_WRONG = "All changes were made, but there is still a problem";

	/** What is never shown: a text without its words, or a value that is none. */
	private static final Pattern UNFINISHED = Pattern.compile("\\?\\?[\\w.-]+\\?\\?|\\bnull\\b");

	/** Somebody may have to go back once; what comes back ever again ends. */
	private static final int MOST_VISITS = 2;

	private static final Map<String, UnaryOperator<WizardPages>> WAY = Map.of("Your NAS",
			(page) -> page.givesTheNasAddress(OddPair.NAS), "Do you trust the certificate of your NAS?",
			WizardPages::trustsTheCertificate, "Do you trust the certificate of your authentik?",
			WizardPages::trustsTheCertificate, "Sign in to your NAS",
			(page) -> page.signsIn(DemoNas.ADMINISTRATOR, DemoNas.PASSWORD), "Your authentik",
			(page) -> page.givesTheAuthentikAddress(OddPair.AUTHENTIK), "Your authentik API token",
			(page) -> page.givesTheToken(DemoAuthentik.API_TOKEN), "People and access", WizardPages::makesThePlan,
			"Review the plan", (page) -> page.ticksEveryRisk().confirms());

	private final OddPair pair;

	private final Consumer<Stage> stages;

	private final Set<String> complaints = new LinkedHashSet<>();

	private final Map<String, Object> before;

	private final WizardPages wizard;

	private int serverErrors;

	private String outcome = "";

	private boolean knowsTheNas;

	private boolean confirmed;

	/**
	 * Opens the first page.
	 * @param stages hears where the walk has got to, before the first answer of it
	 */
	OddWalk(int port, OddPair pair, Consumer<Stage> stages) {
		this.pair = pair;
		this.stages = stages;
		this.before = pair.everything();
		stages.accept(Stage.CONNECT);
		this.wizard = new WizardPages(port, this::look);
	}

	/** Somebody sends forms that no page of the wizard would send. */
	OddWalk beforeSending(Consumer<HtmlPage> change) {
		this.wizard.beforeSending(change);
		return this;
	}

	/** Walks; what is not as it should be is told. */
	List<String> walk() {
		try (WizardPages open = this.wizard) {
			connect();
			if (this.confirmed) {
				apply();
				undo();
			}
			else {
				this.pair.answersGo((side, request, response) -> response);
				requireThatTheAddressesAreKept();
			}
			requireAsBefore();
			open.goesTo("/record");
			return List.copyOf(this.complaints);
		}
	}

	private void connect() {
		String last = "";
		Map<String, Integer> visits = new HashMap<>();
		while (WAY.containsKey(heading()) && !heading().equals(last) && !this.confirmed) {
			last = heading();
			if (visits.merge(last, 1, Integer::sum) > MOST_VISITS) {
				break;
			}
			boolean plan = last.equals("Review the plan");
			if (plan && !this.wizard.hasAPlanToConfirm()) {
				break;
			}
			if (plan) {
				this.wizard.downloads(this.wizard.addressOfLink("Download this plan"));
				this.stages.accept(Stage.APPLY);
			}
			WAY.get(last).apply(this.wizard);
			this.confirmed = plan && !heading().equals(last);
			this.knowsTheNas |= last.equals("Your NAS") && !heading().equals(last);
		}
		this.outcome = heading();
	}

	private void apply() {
		this.wizard.awaitsTheEndOfTheRun();
		this.outcome = heading();
		requireThatItIsTrue();
		this.wizard.goesTo("/prove").goesTo("/record");
		this.wizard.downloads("/record/summary.html");
		this.wizard.downloads("/record/summary.md");
		this.wizard.downloads("/record/summary.json");
	}

	private void undo() {
		this.stages.accept(Stage.UNDO);
		if (this.outcome.equals("Both systems are set up") || this.outcome.equals(STILL_WRONG)) {
			this.wizard.undoesEverything();
			this.outcome += ", " + heading();
			requireThatItIsTrue();
		}
		this.pair.answersGo((side, request, response) -> response);
		this.wizard.goesTo("/apply");
		if (has("Undo the remaining changes")) {
			this.wizard.press("Undo the remaining changes").awaitsTheEndOfTheRun();
			requireThatItIsTrue();
		}
	}

	/** What is said of the run is what is there. */
	private void requireThatItIsTrue() {
		switch (heading()) {
			case "Both systems are set up" -> require(this.pair.offersOidc(), "DSM does not offer the sign-in");
			case "All changes undone" -> requireAsBefore();
			case "Some changes could not be undone", STILL_WRONG -> {
			}
			default -> this.complaints.add("Ended at “" + heading() + "”");
		}
	}

	private void requireAsBefore() {
		require(this.pair.everything().equals(this.before), "Not as before");
	}

	private void requireThatTheAddressesAreKept() {
		require(!this.knowsTheNas || this.wizard.goesTo("/nas").valueOf("address").equals(OddPair.NAS),
				"The address of the NAS is lost");
	}

	private boolean has(String button) {
		return this.wizard.source().contains(button);
	}

	private String heading() {
		return this.wizard.heading();
	}

	private void look(WebResponse response) {
		String page = response.getContentAsString();
		if (response.getStatusCode() >= 500) {
			this.serverErrors++;
			this.complaints.add(response.getStatusCode() + " " + response.getWebRequest().getUrl().getPath());
		}
		if (response.getContentType().contains("html") && response.getStatusCode() / 100 != 3) {
			require(page.contains("<h1") && page.contains("<p"), "A page without a sentence");
			String main = page.substring(Math.max(0, page.indexOf("<main"))).replaceAll("<[^>]*>", " ");
			UNFINISHED.matcher(main)
				.results()
				.forEach((found) -> this.complaints
					.add("Shows " + found.group() + " at " + response.getWebRequest().getUrl().getPath() + ": "
							+ main.substring(Math.max(0, found.start() - 60), found.end()).replaceAll("\\s+", " ")));
		}
	}

	private void require(boolean fulfilled, String otherwise) {
		if (!fulfilled) {
			this.complaints.add(otherwise);
		}
	}

	int serverErrors() {
		return this.serverErrors;
	}

	/** Where it led. */
	String outcome() {
		return this.outcome;
	}

}
