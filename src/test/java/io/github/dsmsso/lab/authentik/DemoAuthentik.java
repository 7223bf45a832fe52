package io.github.dsmsso.lab.authentik;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;

import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.world.AuthentikPeople;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.lab.http.LabServer;
import io.github.dsmsso.lab.run.LabOptions;

/**
 * The authentik of the demonstration: a family and its NAS. All keys and passwords are
 * well known and open nothing else.
 */
public final class DemoAuthentik {

	/** The API token of {@code akadmin}. */
	public static final String API_TOKEN = "demo-api-token-of-akadmin-opens-only-the-laboratory-00000000";

	/** An app password, which people mistake for an API token. */
	public static final String APP_PASSWORD = "demo-app-password-of-akadmin-is-not-for-the-api-000000000000";

	/** An API token whose time is over. */
	public static final String EXPIRED_TOKEN = "demo-expired-token-of-akadmin-was-good-yesterday-00000000000";

	/** An API token that may look at flows, keys and applications, and change nothing. */
	public static final String LIMITED_TOKEN = "demo-limited-token-of-a-service-account-may-only-look-000000";

	/**
	 * What somebody must be given whose token is to do the wizard's job, as its README
	 * lists it; enough where there is an RSA key.
	 */
	public static final List<String> RIGHTS_OF_A_WIZARD = List.of("authentik_flows.view_flow",
			"authentik_crypto.view_certificatekeypair", "authentik_providers_oauth2.view_scopemapping",
			"authentik_providers_oauth2.view_oauth2provider", "authentik_providers_oauth2.add_oauth2provider",
			"authentik_providers_oauth2.change_oauth2provider", "authentik_providers_oauth2.delete_oauth2provider",
			"authentik_core.view_application", "authentik_core.add_application", "authentik_core.change_application",
			"authentik_core.delete_application", "authentik_policies.view_policybinding",
			"authentik_policies.add_policybinding", "authentik_policies.delete_policybinding",
			"authentik_core.view_group", "authentik_core.view_user", "authentik_events.view_event");

	/** The password of everybody who may sign in. */
	public static final String PASSWORD = "laboratory";

	private DemoAuthentik() {
	}

	/** The instance with today's clock and unpredictable keys. */
	public static AuthentikWorld world(AuthentikVersion version) {
		return world(version, Clock.systemUTC(), new java.security.SecureRandom());
	}

	/** The instance. */
	public static AuthentikWorld world(AuthentikVersion version, Clock clock, Random random) {
		AuthentikWorld world = new AuthentikWorld(version, clock, random);
		AuthentikPeople people = world.people();
		people.groupComes("NAS users", false);
		people.groupComes("Family", false);
		family(people);
		others(people);
		tokens(people, clock);
		return world;
	}

	private static void family(AuthentikPeople people) {
		people.userComes("akadmin", "authentik Default Admin", "admin@example.org", PASSWORD, "authentik Admins");
		people.userComes("anna", "Anna Example", "anna@example.org", PASSWORD, "NAS users", "Family");
		people.userComes("bob", "Bob Example", "bob@example.org", PASSWORD, "Family");
		people.userComes("Carla", "Carla Example", "carla@example.org", PASSWORD, "NAS users");
		people.userComes("dave@example.org", "Dave Example", "dave@example.org", PASSWORD, "NAS users");
		people.userComes("erin", "Erin Example", "shared@example.org", PASSWORD);
		people.userComes("grace", "Grace Example", "shared@example.org", PASSWORD);
	}

	private static void others(AuthentikPeople people) {
		people.userComes("frank", "Frank Without Mail", "", PASSWORD);
		people.userComes("heidi", "Heidi Gone", "heidi@example.org", PASSWORD);
		people.userIsDeactivated("heidi");
		people.internalServiceAccountComes("ak-outpost-embedded");
		people.serviceAccountComes("wizard", "Limited Service Account");
		people.userMay("wizard", "authentik_flows.view_flow", "authentik_crypto.view_certificatekeypair",
				"authentik_providers_oauth2.view_scopemapping", "authentik_providers_oauth2.view_oauth2provider",
				"authentik_core.view_application");
	}

	private static void tokens(AuthentikPeople people, Clock clock) {
		people.apiTokenComes("demo-api", API_TOKEN, "akadmin");
		people.appPasswordComes("demo-app-password", APP_PASSWORD, "akadmin");
		people.expiringTokenComes("demo-expired", EXPIRED_TOKEN, "akadmin", clock.instant().minus(Duration.ofDays(1)));
		people.apiTokenComes("demo-limited", LIMITED_TOKEN, "wizard");
	}

	/**
	 * Serves the demo until it is stopped.
	 * @param arguments {@code --port=9443} and {@code --release=2026.5}, both optional
	 */
	public static void main(String... arguments) {
		LabOptions options = LabOptions.only(arguments, "port", "release");
		AuthentikVersion version = AuthentikVersion.of(options.get("release", "2026.5"));
		AuthentikSimulator simulator = new AuthentikSimulator(world(version));
		LabServer server = simulator.serve(LabCertificate.selfSigned("localhost", "127.0.0.1"),
				Integer.parseInt(options.get("port", "9443")));
		System.out.printf("""
				authentik %s simulated at https://localhost:%d/ (see it and break it: /debug)
				API token: %s
				Users: akadmin anna bob Carla dave@example.org erin grace frank; password: %s
				""", version, server.port(), API_TOKEN, PASSWORD);
	}

}
