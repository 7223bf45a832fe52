package io.github.dsmsso.wizard;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.faults.CallBarrier;
import io.github.dsmsso.lab.faults.Fault;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabResponse.Delivery;
import io.github.dsmsso.lab.http.LabServer;
import io.github.dsmsso.lab.run.Draw;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole way through a wizard that lives below a path, be it a path of its own or one
 * that a proxy puts in front: nothing that a page names, loads or asks again leads out of
 * it.
 */
@ExtendWith(OutputCaptureExtension.class)
class BelowAPathTests {

	private static final String PATH = "/sso-wizard";

	private static final Pattern CODE = Pattern.compile("(?s).*Setup code: ([A-Z2-7-]{9})");

	private static final Pattern ASSET = Pattern.compile("/assets/.*");

	@RegisterExtension
	static final TestBrowser browser = new TestBrowser();

	/** How the wizard comes to live below a path. */
	enum Way {

		BY_ITS_OWN_SETTING("--server.servlet.context-path=" + PATH),

		BY_A_PROXY("--server.forward-headers-strategy=framework");

		private final String setting;

		Way(String setting) {
			this.setting = setting;
		}

	}

	private final Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));

	private OtherWizard wizard;

	private LabServer proxy;

	private String starts(Way way, String... settings) {
		this.wizard = OtherWizard.with((part) -> part, settings);
		this.proxy = LabServer.http(new ReverseProxy(PATH, this.wizard.port()), 0);
		int port = (way == Way.BY_A_PROXY) ? this.proxy.port() : this.wizard.port();
		return "http://localhost:" + port + PATH;
	}

	@AfterEach
	void close() {
		this.proxy.close();
		this.wizard.close();
		this.lab.close();
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void everythingThatAPageNamesStaysBelowIt(Way way, CapturedOutput console)
			throws IOException, InterruptedException {
		String root = starts(way, way.setting);
		OwnPath own = new OwnPath(root);
		try (WizardPages person = WizardPages.opening(root, own)) {
			entersTheCode(person, console);
			switchesColors(person);
			person.press("Connect a NAS").connects(this.lab);
			assertThat(person.downloads("/people/table.csv")).contains("anna");
			person.makesThePlan();
			triesAgainWhatFailed(person);
			confirmsAndAsksForTheProgress(person);
			assertThat(person.awaitsTheEndOfTheRun().heading()).isEqualTo("Both systems are set up");
			person.follows("Test the sign-in").follows("Go to the summary");
			assertThat(person.downloads("/record/summary.md")).contains(this.lab.dsmAddress());
			assertThat(person.undoesEverything().heading()).isEqualTo("All changes undone");
			person.goesTo("/no-such-page").follows("Go to the start page");
			person.goesTo("/record").press("Sign out and finish");
			assertThat(person.heading()).isEqualTo("Finished");
			assertThat(person.follows("Connect another NAS").heading()).isEqualTo("Enter the setup code");
		}
		assertThat(own.strays()).isEmpty();
		assertThatEveryAssetIsThere(own);
	}

	private static void entersTheCode(WizardPages person, CapturedOutput console) {
		assertThat(person.heading()).isEqualTo("Enter the setup code");
		person.type("code", "ZZZZ-ZZZZ").press("Open the wizard");
		assertThat(person.source()).contains("There is a problem");
		person.type("code", codeIn(console)).press("Open the wizard");
		assertThat(person.heading()).isEqualTo("Connect your Synology NAS to authentik");
	}

	private static String codeIn(CapturedOutput console) {
		Matcher code = CODE.matcher(console.getOut());
		assertThat(code.lookingAt()).isTrue();
		return code.group(1);
	}

	private static void switchesColors(WizardPages person) {
		person.press("Dark theme");
		assertThat(person.heading()).isEqualTo("Connect your Synology NAS to authentik");
		assertThat(person.source()).contains("data-bs-theme=\"dark\"");
	}

	private void triesAgainWhatFailed(WizardPages person) {
		this.lab.dsm().behind((nas) -> (request) -> LabResponse.none(Delivery.LOST));
		assertThat(person.goesTo("/review").heading()).isEqualTo("This step could not be completed");
		this.lab.healed();
		assertThat(person.follows("Try again").heading()).isEqualTo("Review the plan");
	}

	private void confirmsAndAsksForTheProgress(WizardPages person) {
		CallBarrier gate = new CallBarrier();
		this.lab.dsm().behind(gate.atFirst(Fault.call("SYNO.Core.Directory.OIDC.SSO", "set")));
		person.confirms();
		gate.reached();
		String address = person.page().getElementById("progress").getAttribute("data-poll");
		assertThat(person.downloads(address.replaceFirst(PATH, ""))).contains("id=\"progress\"", "data-poll");
		gate.open();
	}

	private static void assertThatEveryAssetIsThere(OwnPath own) throws IOException, InterruptedException {
		List<URI> assets = own.links()
			.stream()
			.filter((link) -> ASSET.matcher(link.getPath().replaceFirst(PATH, "")).matches())
			.toList();
		assertThat(assets).hasSizeGreaterThan(6);
		HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
		for (URI asset : assets) {
			HttpResponse<Void> answer = client.send(HttpRequest.newBuilder(asset).build(), BodyHandlers.discarding());
			assertThat(answer.statusCode()).as(asset.toString()).isEqualTo(200);
			assertThat(answer.headers().firstValue("Cache-Control").orElse("")).as(asset.toString())
				.contains("immutable");
		}
	}

	static List<Way> one() {
		return Draw.of("Ways", List.of(Way.values()), 1);
	}

	@ParameterizedTest
	@MethodSource("one")
	void theScriptsOfThePagesStayBelowItToo(Way way) {
		String root = starts(way, way.setting, "--wizard.access.setup-code=false");
		Page page = browser.open(new Browser.NewContextOptions(), root + "/");
		List<String> failed = new CopyOnWriteArrayList<>();
		List<String> asked = new CopyOnWriteArrayList<>();
		page.onResponse((response) -> {
			asked.add(response.url());
			if (response.status() >= 400) {
				failed.add(response.status() + " " + response.url());
			}
		});
		CallBarrier gate = new CallBarrier();
		this.lab.dsm().behind(gate.atFirst(Fault.call("SYNO.Core.Directory.OIDC.SSO", "set")));

		connects(page);
		press(page, "Continue to the plan");
		press(page, "Create the application and configure DSM");
		gate.reached();
		page.waitForResponse((response) -> response.url().startsWith(root + "/apply/progress?"), () -> {
		});
		gate.open();

		assertThat(page.locator("h1")).hasText("Both systems are set up");
		assertThat(failed).isEmpty();
		assertThat(asked).allMatch((address) -> address.startsWith(root + "/"));
	}

	private void connects(Page page) {
		press(page, "Connect a NAS");
		page.fill("#address", this.lab.dsmAddress());
		press(page, "Continue");
		press(page, "Trust this certificate for this session");
		page.fill("#account", DemoNas.ADMINISTRATOR);
		page.fill("#password", DemoNas.PASSWORD);
		press(page, "Sign in");
		assertThat(page.locator("#main")).containsText("Your authentik");
		page.fill("#address", this.lab.authentikAddress());
		press(page, "Continue");
		press(page, "Trust this certificate for this session");
		page.fill("#token", DemoAuthentik.API_TOKEN);
		press(page, "Continue");
	}

	private static void press(Page page, String button) {
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
	}

}
