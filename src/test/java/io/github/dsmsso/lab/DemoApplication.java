package io.github.dsmsso.lab;

import java.util.Map;

import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.run.LabOptions;
import io.github.dsmsso.wizard.DsmSsoWizardApplication;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * The wizard and the laboratory on one machine, to try everything without a NAS. The
 * pages offer the laboratory's addresses and accounts. {@code --dsm=7.2.2} and
 * {@code --authentik=2026.5} choose releases; other options are the wizard's.
 */
public final class DemoApplication {

	private static final int DSM_PORT = 15001;

	private static final int AUTHENTIK_PORT = 19443;

	private DemoApplication() {
	}

	public static void main(String[] arguments) {
		LabOptions options = LabOptions.among(arguments, "dsm", "authentik");
		Lab lab = Lab.start(DsmVersion.of(options.get("dsm", "7.2.2")),
				AuthentikVersion.of(options.get("authentik", "2026.5")), DSM_PORT, AUTHENTIK_PORT);
		SpringApplication wizard = new SpringApplication(DsmSsoWizardApplication.class);
		wizard.addInitializers((context) -> context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("demo", offers(lab))));
		WebServerApplicationContext running = (WebServerApplicationContext) wizard.run(arguments);
		System.out.println(welcome(lab, running.getWebServer().getPort()));
	}

	private static Map<String, Object> offers(Lab lab) {
		return Map.of("wizard.access.setup-code", "false", "wizard.offers[/nas].address", lab.dsmAddress(),
				"wizard.offers[/nas/sign-in].account", DemoNas.ADMINISTRATOR, "wizard.offers[/nas/sign-in].password",
				DemoNas.PASSWORD, "wizard.offers[/authentik].address", lab.authentikAddress(),
				"wizard.offers[/authentik/token].token", DemoAuthentik.API_TOKEN);
	}

	private static String welcome(Lab lab, int port) {
		return """

				The wizard        http://localhost:%d
				The NAS           %s   see it and break it: %s/debug
				  administrator   %s / %s
				  with a code     %s / %s   authenticator secret %s
				  people          anna, carla, dave, frank, grace / %s   (bob is disabled)
				authentik         %s   see it and break it: %s/debug
				  API token       %s
				  people          anna, bob, Carla, dave@example.org, erin, grace, frank / %s

				Both certificates are self-signed, so your browser will ask. Stop with Ctrl+C.
				""".formatted(port, lab.dsmAddress(), lab.dsmAddress(), DemoNas.ADMINISTRATOR, DemoNas.PASSWORD,
				DemoNas.OTP_ADMINISTRATOR, DemoNas.PASSWORD, DemoNas.OTP_SECRET, DemoNas.PASSWORD,
				lab.authentikAddress(), lab.authentikAddress(), DemoAuthentik.API_TOKEN, DemoAuthentik.PASSWORD);
	}

}
