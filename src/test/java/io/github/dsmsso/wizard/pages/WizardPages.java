package io.github.dsmsso.wizard.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.dsm.DemoNas;
import org.htmlunit.BrowserVersion;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;

/**
 * A person who goes through the wizard with a browser that runs no scripts.
 */
final class WizardPages implements AutoCloseable {

	private final WebClient browser = new WebClient(BrowserVersion.CHROME);

	private HtmlPage page;

	WizardPages(int port) {
		this.browser.getOptions().setJavaScriptEnabled(false);
		this.browser.getOptions().setCssEnabled(false);
		this.browser.setRefreshHandler((page, url, seconds) -> {
		});
		this.browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
		this.page = at("http://localhost:" + port + "/");
		press("Connect a NAS");
	}

	WizardPages givesTheNasAddress(String address) {
		type("address", address);
		return press("Continue");
	}

	WizardPages trustsTheCertificate() {
		return press("Trust this certificate for this run");
	}

	WizardPages signsIn(String account, String password) {
		type("account", account);
		type("password", password);
		return press("Sign in");
	}

	WizardPages givesTheCode(String code) {
		type("code", code);
		return press("Sign in");
	}

	WizardPages givesTheAuthentikAddress(String address) {
		type("address", address);
		return press("Continue");
	}

	WizardPages givesTheToken(String token) {
		type("token", token);
		return press("Continue");
	}

	/** As far as the sign-in to DSM. */
	WizardPages reachesTheNasOf(Lab lab) {
		return givesTheNasAddress(lab.dsmAddress()).trustsTheCertificate();
	}

	/** As far as the address of authentik. */
	WizardPages signsInTo(Lab lab) {
		return reachesTheNasOf(lab).signsIn(DemoNas.ADMINISTRATOR, DemoNas.PASSWORD);
	}

	/** As far as the token. */
	WizardPages reachesBothOf(Lab lab) {
		return signsInTo(lab).givesTheAuthentikAddress(lab.authentikAddress()).trustsTheCertificate();
	}

	/** As far as the people. */
	WizardPages connects(Lab lab) {
		return reachesBothOf(lab).givesTheToken(DemoAuthentik.API_TOKEN);
	}

	WizardPages makesThePlan() {
		return press("Make the plan");
	}

	WizardPages confirms() {
		return press("Create the application and configure DSM");
	}

	WizardPages type(String field, String value) {
		((HtmlInput) this.page.getElementById(field)).setValue(value);
		return this;
	}

	WizardPages tick(String field, String value) {
		for (HtmlElement input : this.page.getDocumentElement().getElementsByAttribute("input", "name", field)) {
			if (input.getAttribute("value").equals(value)) {
				((HtmlInput) input).setChecked(true);
			}
		}
		return this;
	}

	WizardPages press(String button) {
		try {
			for (HtmlElement candidate : this.page.getDocumentElement().getElementsByTagName("button")) {
				if (candidate.getTextContent().strip().equals(button)) {
					this.page = candidate.click();
					return this;
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		throw new AssertionError("No button “" + button + "” on the page “" + heading() + "”:\n" + text());
	}

	WizardPages goesTo(String path) {
		this.page = at(URI.create(this.page.getUrl().toString()).resolve(path).toString());
		return this;
	}

	/** Goes back to a page that is still open in another tab. */
	WizardPages returnsTo(HtmlPage tab) {
		this.page = tab;
		return this;
	}

	HtmlPage page() {
		return this.page;
	}

	String heading() {
		return this.page.querySelector("h1").getTextContent().strip();
	}

	String text() {
		return this.page.querySelector("main").getTextContent().replaceAll("\\s+", " ");
	}

	String source() {
		return this.page.getWebResponse().getContentAsString();
	}

	String valueOf(String field) {
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
