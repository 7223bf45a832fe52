package io.github.dsmsso.wizard.pages;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.dsmsso.wizard.pages.ChangeViews.FieldView;
import io.github.dsmsso.wizard.pages.CheckViews.CheckView;
import io.github.dsmsso.wizard.pages.PeopleTables.PeopleGroup;
import io.github.dsmsso.wizard.pages.PeopleTables.PeopleTable;
import io.github.dsmsso.wizard.pages.PeopleTables.PersonView;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * A page with every fragment on it, and pages that fail in every way.
 */
@Controller
@Profile("style-guide")
class StyleGuide {

	private final AtomicInteger asked = new AtomicInteger();

	@GetMapping("/style-guide")
	String show(Model model) {
		model.addAttribute("step", WizardStep.PEOPLE);
		model.addAttribute("errors",
				FormErrors.none()
					.with("nas-address", "Type the address of your NAS, such as https://nas.example.org:5001.")
					.with("nas-password", "DSM did not accept this name and password. Two tries are left."));
		model.addAttribute("refused",
				Problem.of("network.refused", "https://nas.example.org:5001", "nas.example.org", "5001")
					.withDetail("connect: refused after 3 ms"));
		model.addAttribute("slow",
				Problem.of("network.too-slow", "https://auth.example.org", "auth.example.org", "443"));
		model.addAttribute("facts", facts());
		model.addAttribute("certificate", certificate());
		model.addAttribute("choices", choices());
		model.addAttribute("rows", rows());
		model.addAttribute("counts", List.of(new VerdictCount(3, "test.count"), new VerdictCount(1, "test.count")));
		model.addAttribute("people", people());
		model.addAttribute("lines", lines());
		model.addAttribute("checks", checks());
		return "style-guide";
	}

	@GetMapping("/style-guide/progress")
	String progress(Model model) {
		model.addAttribute("lines", this.asked.get() < 3 ? lines() : finishedLines());
		model.addAttribute("url", this.asked.get() < 3 ? "/style-guide/progress/lines" : null);
		model.addAttribute("refresh", 2);
		return "style-guide-progress";
	}

	@GetMapping("/style-guide/progress/lines")
	String lines(Model model) {
		model.addAttribute("lines", (this.asked.incrementAndGet() < 2) ? lines() : finishedLines());
		model.addAttribute("url", (this.asked.get() < 3) ? "/style-guide/progress/lines" : null);
		return "fragments/progress :: progressList(lines=${lines}, url=${url})";
	}

	@GetMapping("/style-guide/broken")
	String fail() {
		throw new IllegalStateException("a sentence nobody should read");
	}

	@GetMapping("/style-guide/problem")
	String problem() {
		throw new ProblemException(Problem.of("network.refused", "https://nas.example.org:5001", "nas", "5001"));
	}

	@PostMapping("/style-guide/form")
	String form() {
		return "redirect:/style-guide";
	}

	private static List<Fact> facts() {
		return List.of(new Fact("Name", "Attic-NAS", null), new Fact("DSM", "7.2.2-72806 Update 3", null),
				new Fact("Address", "https://attic-nas.home.example.org:5001", "Copy address"),
				new Fact("Group that may sign in", null, null));
	}

	private static Certificate certificate() {
		return new Certificate(new Print(
				"9F:86:D0:81:88:4C:7D:65:9A:2F:EA:A0:C5:5A:D0:15:A3:BF:4F:1B:2B:0B:82:2C:D1:5D:6C:15:B0:F0:0A:08"),
				"CN=synology, O=Synology Inc.", "CN=Synology Inc. CA", List.of("synology", "attic-nas.local"),
				Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"), false, false, true);
	}

	private static List<Choice> choices() {
		return List.of(new Choice("everybody", "Everybody who matches",
				"All people of authentik with an account on the NAS.", true),
				new Choice("group", "Only members of a group", null, false));
	}

	private static List<FieldView> rows() {
		return List.of(
				new FieldView("Application in authentik", null, "Attic-NAS", false, "add", false, false, null,
						Term.PROVIDER),
				new FieldView("Redirect URI", "https://nas:5001", "https://attic-nas.home.example.org:5001", false,
						"change", false, false, "DSM’s redirect URI must be the address that people open.", null),
				new FieldView("Client secret", "something", "else", false, "change", true, false, null, null),
				new FieldView("Old profile “Keycloak”", "keycloak", null, false, "remove", false, false, null, null),
				new FieldView("SSO by default", "off", "off", true, "keep", false, false, null, null));
	}

	private static PeopleTable people() {
		PersonView bob = new PersonView("Bob Ångström-Featherstonehaugh", "bob@example.org", "bob",
				"DSM receives another name.");
		PersonView carol = new PersonView("Carol", "carol", null, null);
		PersonView sara = new PersonView("שרה", "sara", null, null);
		return new PeopleTable(List.of(
				new PeopleGroup("disabled", "2 people have disabled DSM accounts", "Enable them in DSM.", "fail", true,
						true, List.of(bob, carol), 12, 14),
				new PeopleGroup("in", "2 people can sign in", "There is nothing to do.", "pass", false, true,
						List.of(sara, carol), 300, 302)),
				null, null, null);
	}

	private static List<Line> lines() {
		return List.of(
				new Line("provider", "Create the provider in authentik", "done", "12:04:10", "0.8 s", null,
						"POST /api/v3/providers/oauth2/"),
				new Line("oidc", "Write the OpenID Connect settings of DSM", "working", "12:04:11", null,
						"Waits for the NAS to answer.", null),
				new Line("profile", "Switch the SSO service on", "waiting", null, null, null, null), new Line("old",
						"Remove the old profile", "failed", "12:04:09", "1.2 s", "DSM refused (error 105).", null),
				new Line("back", "Put the old profile back", "undone", "12:04:12", "0.4 s", null, null));
	}

	private static List<Line> finishedLines() {
		return lines().stream()
			.map((line) -> new Line(line.id(), line.name(), "done", "12:04:10", "1 s", null, line.api()))
			.toList();
	}

	private static List<CheckView> checks() {
		return List.of(
				new CheckView("discovery", "OpenID configuration", "pass",
						"authentik publishes it, and the issuer is its own address.", "HTTP 200\n1.4 KB", null, null,
						List.of(), false),
				new CheckView("clocks", "Clocks", "warn", "The NAS is 42 seconds behind authentik.", null,
						"Turn on NTP in Control Panel > Regional Options > Time.", null, List.of(), false),
				new CheckView("redirect", "Redirect URI", "fail",
						"authentik does not accept the address you use for the NAS.", "redirect_uris: 1",
						"Run the wizard again with the address you use.", Term.REDIRECT_URI,
						List.of("Sign-in window", "SSO button on DSM’s sign-in page"), true),
				new CheckView("sign-in", "Sign-in", "unknown", "Nobody has signed in yet.", null, null, null, List.of(),
						false));
	}

	record Fact(String label, @Nullable String value, @Nullable String copy) {

	}

	record Print(String value) {

	}

	record Certificate(Print fingerprint, String subject, String issuer, List<String> names, Instant from,
			Instant until, boolean trusted, boolean forThisName, boolean inDate) {

	}

	record Choice(String value, String label, @Nullable String hint, boolean checked) {

	}

	record Line(String id, String name, String state, @Nullable String started, @Nullable String took,
			@Nullable String text, @Nullable String api) {

	}

}
