package io.github.dsmsso.wizard.apply;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.dsmsso.lab.calls.CallName;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.wizard.HeadlessWizard;
import io.github.dsmsso.wizard.apply.Recovery.Way;
import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.authentik.Directory;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.NameBridge;
import io.github.dsmsso.wizard.plan.Plan;

/**
 * How the two systems are before a run that has to write as much as a run can.
 */
enum Scene {

	/** The NAS knows no SSO. */
	UNTOUCHED {

		@Override
		void arrange(RestartBench bench) {
			bench.authentik().keyRing().hasNoKeys();
		}

		@Override
		List<Way> ways() {
			return List.of(Way.UNDO, Way.FINISH);
		}

	},
	/** The NAS's sign-in page starts with the service of another provider. */
	ANOTHERS_SERVICE {

		@Override
		void arrange(RestartBench bench) {
			UNTOUCHED.arrange(bench);
			bench.nas()
				.sso()
				.configure(Map.of("oidc_name", "Früher", "oidc_wellknown", "https://old.example/.well-known",
						"oidc_client_id", "old", "oidc_client_secret", FORMER_KEY, "oidc_redirect_uri",
						"https://old.example", "oidc_authorization_endpoint", "https://old.example/authorize",
						"oidc_token_endpoint", "https://old.example/token", "oidc_scope", "openid", "oidc_user_claim",
						"email"))
				.profile("oidc", true)
				.defaultLogin(true);
		}

	};

	/** The application key of the other provider. */
	static final String FORMER_KEY = "FormerKey-of-the-other-provider-0815";

	abstract void arrange(RestartBench bench);

	/** What an administrator may choose when a run was interrupted. */
	List<Way> ways() {
		return List.of(Way.values());
	}

	/**
	 * The desired state with a new signing key, one group that is let in, and one name
	 * that is bridged.
	 */
	static DesiredState desired(DesiredState suggested, Directory directory) {
		AuthentikUser bridged = directory.users().get(0);
		return suggested.withAccess(new AccessRestriction(Set.of(directory.groups().get(0).pk()), Set.of()))
			.withBridge(new NameBridge(NameBridge.ATTRIBUTE, Map.of(bridged.pk(), "dave")));
	}

	static Plan plan(HeadlessWizard wizard) {
		return wizard.plan(desired(wizard.suggested(), wizard.authentikClient().directory()));
	}

	/** The steps of such a run, in their order. */
	static List<Step> steps(HeadlessWizard wizard) {
		RunContext context = RunContext.of(plan(wizard), wizard.connection());
		return wizard.bean(Steps.class)
			.of(context, new CarefulWrite(wizard.bean(Pause.class), wizard.bean(SteadyTime.class)));
	}

	/** The places of those that write. */
	static List<Integer> writingSteps(HeadlessWizard wizard) {
		List<Step> steps = steps(wizard);
		return IntStream.range(0, steps.size()).filter((index) -> steps.get(index).writesTo() != null).boxed().toList();
	}

	/** Whether everything is as such a run is to leave it, and there once. */
	static boolean isReached(HeadlessWizard wizard) {
		return plan(wizard).changesNothing() && wizard.authentikClient().providers().list().size() == 1
				&& wizard.authentikClient().keys().list().size() == 1
				&& !wizard.dsmSession().ssoSetting().defaultLogin();
	}

	/** Whether a request changes one of the two systems. */
	static boolean isWrite(LabRequest request) {
		return CallName.of(request).isWrite();
	}

}
