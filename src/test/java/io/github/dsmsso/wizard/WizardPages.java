package io.github.dsmsso.wizard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.htmlunit.BrowserVersion;
import org.htmlunit.CookieManager;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.WebConnectionWrapper;

/**
 * A person who goes through the wizard with a browser that runs no scripts.
 */
public final class WizardPages implements AutoCloseable {

	private static final String MAKES = "Create the application and configure DSM";

	private static final String CHANGES = "Apply these changes";

	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

	private static final Duration PATIENCE = Duration.ofSeconds(120);

	private final WebClient browser = new WebClient(BrowserVersion.CHROME, false, null, -1);

	/** Where the wizard lives, without a slash at the end. */
	private final String root;

	private final Consumer<WebResponse> listener;

	private Consumer<HtmlPage> beforeSending = (page) -> {
	};

	private HtmlPage page;

	public WizardPages(int port) {
		this(port, (ignored) -> {
		});
	}

	/**
	 * Opens the first page and begins.
	 * @param listener hears every answer that the browser gets
	 */
	public WizardPages(int port, Consumer<WebResponse> listener) {
		this("http://localhost:" + port, "/", listener, new CookieManager());
		press("Connect a NAS");
	}

	private WizardPages(String root, String path, Consumer<WebResponse> listener, CookieManager cookies) {
		this.root = root;
		this.listener = listener;
		this.browser.setCookieManager(cookies);
		this.browser.setWebConnection(new WebConnectionWrapper(this.browser) {

			@Override
			public WebResponse getResponse(WebRequest request) throws IOException {
				WebResponse response = super.getResponse(request);
				listener.accept(response);
				return response;
			}

		});
		this.browser.getOptions().setCssEnabled(false);
		this.browser.setRefreshHandler((page, url, seconds) -> {
		});
		this.browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
		this.page = at(addressOf(path));
	}

	/**
	 * Opens the first page, whatever it asks, of a wizard that lives anywhere.
	 * @param root where it lives, without a slash at the end
	 * @param listener hears every answer that the browser gets
	 */
	public static WizardPages opening(String root, Consumer<WebResponse> listener) {
		return new WizardPages(root, "/", listener, new CookieManager());
	}

	/** The same person in another tab, which shows a page of its own. */
	public WizardPages opensAnotherTab(String path) {
		return new WizardPages(this.root, path, this.listener, this.browser.getCookieManager());
	}

	/** The same person goes on in a browser that runs scripts. */
	public void sharesItsSessionWith(Page other) {
		this.browser.getCookieManager()
			.getCookies()
			.forEach((cookie) -> other.context()
				.addCookies(List
					.of(new Cookie(cookie.getName(), cookie.getValue()).setDomain(cookie.getDomain()).setPath("/"))));
	}

	/** The session has expired, or the wizard was started again. */
	public WizardPages losesItsSession() {
		CookieManager cookies = this.browser.getCookieManager();
		cookies.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().matches("dsm-sso-wizard-\\d+"))
			.forEach(cookies::removeCookie);
		return this;
	}

	/** The browser has a cookie of that kind. */
	public WizardPages remembers(String name, String value) {
		this.browser.getCookieManager().addCookie(new org.htmlunit.http.Cookie("localhost", name, value));
		return this;
	}

	public WizardPages givesTheNasAddress(String address) {
		type("address", address);
		return press("Continue");
	}

	public WizardPages trustsTheCertificate() {
		return press("Trust this certificate for this session");
	}

	public WizardPages signsIn(String account, String password) {
		type("account", account);
		type("password", password);
		return press("Sign in");
	}

	public WizardPages givesTheCode(String code) {
		type("code", code);
		return press("Sign in");
	}

	public WizardPages givesTheAuthentikAddress(String address) {
		type("address", address);
		return press("Continue");
	}

	public WizardPages givesTheToken(String token) {
		type("token", token);
		return press("Continue");
	}

	/** As far as the sign-in to DSM. */
	public WizardPages reachesTheNasOf(Lab lab) {
		return givesTheNasAddress(lab.dsmAddress()).trustsTheCertificate();
	}

	/** As far as the address of authentik. */
	public WizardPages signsInTo(Lab lab) {
		return reachesTheNasOf(lab).signsIn(DemoNas.ADMINISTRATOR, DemoNas.PASSWORD);
	}

	/** As far as the token. */
	public WizardPages reachesBothOf(Lab lab) {
		return signsInTo(lab).givesTheAuthentikAddress(lab.authentikAddress()).trustsTheCertificate();
	}

	/** As far as the people. */
	public WizardPages connects(Lab lab) {
		return reachesBothOf(lab).givesTheToken(DemoAuthentik.API_TOKEN);
	}

	/** As far as the decision on a run that was left; both addresses are filled in. */
	public WizardPages reviewsTheRun() {
		return press("Review this run").press("Continue")
			.trustsTheCertificate()
			.signsIn(DemoNas.ADMINISTRATOR, DemoNas.PASSWORD)
			.press("Continue")
			.trustsTheCertificate()
			.givesTheToken(DemoAuthentik.API_TOKEN);
	}

	public WizardPages makesThePlan() {
		return press("Continue to the plan");
	}

	/** Confirms the plan, whether it makes something new or changes what is there. */
	public WizardPages confirms() {
		return press(source().contains(MAKES) ? MAKES : CHANGES);
	}

	/** Whether there is a plan that can be confirmed. */
	public boolean hasAPlanToConfirm() {
		return source().contains(MAKES) || source().contains(CHANGES);
	}

	/** The same where the plan makes nothing new. */
	public WizardPages confirmsTheChanges() {
		return press(CHANGES);
	}

	public WizardPages type(String field, String value) {
		((HtmlInput) this.page.getElementById(field)).setValue(value);
		return this;
	}

	public WizardPages tick(String field, String value) {
		for (HtmlElement input : this.page.getDocumentElement().getElementsByAttribute("input", "name", field)) {
			if (input.getAttribute("value").equals(value)) {
				((HtmlInput) input).setChecked(true);
			}
		}
		return this;
	}

	public WizardPages untick(String field, String value) {
		for (HtmlElement input : this.page.getDocumentElement().getElementsByAttribute("input", "name", field)) {
			if (input.getAttribute("value").equals(value)) {
				((HtmlInput) input).setChecked(false);
			}
		}
		return this;
	}

	/** Ticks the box of that label. */
	public WizardPages ticks(String label) {
		for (HtmlElement candidate : this.page.getDocumentElement().getElementsByTagName("label")) {
			if (candidate.getTextContent().strip().startsWith(label)) {
				((HtmlInput) this.page.getElementById(candidate.getAttribute("for"))).setChecked(true);
				return this;
			}
		}
		throw new AssertionError("No “" + label + "” on the page “" + heading() + "”:\n" + text());
	}

	public WizardPages ticksEveryRisk() {
		this.page.getDocumentElement()
			.getElementsByAttribute("input", "name", "acknowledged")
			.forEach((box) -> ((HtmlInput) box).setChecked(true));
		return this;
	}

	/**
	 * From now on something is done to each page before one of its buttons is pressed.
	 */
	public WizardPages beforeSending(Consumer<HtmlPage> change) {
		this.beforeSending = change;
		return this;
	}

	public WizardPages press(String button) {
		this.beforeSending.accept(this.page);
		try {
			for (HtmlElement candidate : this.page.getDocumentElement().getElementsByTagName("button")) {
				boolean hidden = "true".equals(candidate.getAttribute("aria-hidden"));
				if (!hidden && candidate.getTextContent().strip().equals(button)) {
					this.page = settled(candidate.click());
					return this;
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		throw new AssertionError("No button “" + button + "” on the page “" + heading() + "”:\n" + text());
	}

	public WizardPages follows(String link) {
		try {
			for (HtmlElement candidate : this.page.getDocumentElement().getElementsByTagName("a")) {
				if (candidate.getTextContent().strip().equals(link)) {
					this.page = settled(candidate.click());
					return this;
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		throw new AssertionError("No link “" + link + "” on the page “" + heading() + "”:\n" + text());
	}

	/** From the summary, and through the second question. */
	public WizardPages undoesEverything() {
		return goesTo("/record").follows("Undo everything").press("Undo everything").awaitsTheEndOfTheRun();
	}

	/** The same with the latest of several runs. */
	public WizardPages undoesTheLastRun() {
		return goesTo("/record").follows("Undo the last run").press("Undo the last run").awaitsTheEndOfTheRun();
	}

	/** Leaves a run as it is, through the second question. */
	public WizardPages keepsEverythingAsItIs() {
		return follows("Keep everything as it is").press("Keep everything as it is");
	}

	public WizardPages goesTo(String path) {
		this.page = settled(at(addressOf(path)));
		return this;
	}

	/** The same without waiting for what the page may still look for. */
	public WizardPages glancesAt(String path) {
		this.page = at(addressOf(path));
		return this;
	}

	/**
	 * Looks again, as a browser does by itself, while the page finds out about people.
	 */
	private HtmlPage settled(HtmlPage page) {
		return isSettled(page) ? page : looking().until(() -> at(page.getUrl().toString()), WizardPages::isSettled);
	}

	private static boolean isSettled(HtmlPage page) {
		return !page.getTitleText().startsWith("Checking who can sign in");
	}

	/** Now and then: pages made all the time take it from the wizard itself. */
	private static ConditionFactory looking() {
		return Awaitility.await()
			.pollInSameThread()
			.pollDelay(BETWEEN_LOOKS)
			.pollInterval(BETWEEN_LOOKS)
			.atMost(PATIENCE);
	}

	private String addressOf(String path) {
		return this.root + path;
	}

	/** Looks again until the run has ended. */
	public WizardPages awaitsTheEndOfTheRun() {
		return looksAgainWhile("/apply", "Applying.*|Stopping|Undoing|Waiting.*|.* is on trial");
	}

	/** Looks again until SSO by default is on trial. */
	public WizardPages awaitsTheTrial() {
		return looksAgainWhile("/default", "Turning on SSO by default");
	}

	/** Looks again until the trial of SSO by default has ended. */
	public WizardPages awaitsTheEndOfTheTrial() {
		return looksAgainWhile("/default", "SSO by default is on trial.*|Keeping.*|Turning off.*");
	}

	private WizardPages looksAgainWhile(String path, String heading) {
		if (heading().matches(heading)) {
			looking().until(() -> !goesTo(path).heading().matches(heading));
		}
		return this;
	}

	/** What a download brings. */
	public String downloads(String path) {
		try {
			return this.browser.getPage(addressOf(path)).getWebResponse().getContentAsString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Where a link of the page leads. */
	public String addressOfLink(String link) {
		return this.page.getAnchorByText(link).getHrefAttribute();
	}

	/** Goes back to a page that is still open in another tab. */
	public WizardPages returnsTo(HtmlPage tab) {
		this.page = tab;
		return this;
	}

	public HtmlPage page() {
		return this.page;
	}

	public String heading() {
		return this.page.querySelector("h1").getTextContent().strip();
	}

	public String text() {
		return this.page.querySelector("main").getTextContent().replaceAll("\\s+", " ");
	}

	public String source() {
		return this.page.getWebResponse().getContentAsString();
	}

	public String valueOf(String field) {
		return ((HtmlInput) this.page.getElementById(field)).getValue();
	}

	@Override
	public void close() {
		this.browser.close();
	}

	private HtmlPage at(String url) {
		try {
			return this.browser.getPage(url);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
