package io.github.dsmsso.wizard.apply;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.dsmsso.wizard.Bench;
import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.authentik.AuthentikGroup;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.authentik.Flow.Designation;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.authentik.SubjectMode;
import io.github.dsmsso.wizard.oidc.ClientCredentials;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.NameBridge;
import io.github.dsmsso.wizard.shared.Secret;

import static org.assertj.core.api.Assertions.assertThat;

/** How both systems are before a run; beside it, authentik serves somebody else. */
enum BeforeState {

	/** No SSO at all. */
	UNTOUCHED {

		@Override
		void arrange(Bench bench) {
		}

	},

	/** Another provider serves the NAS. */
	OTHER_PROVIDER {

		@Override
		void arrange(Bench bench) {
			otherProvider(bench);
		}

	},

	/** Another provider serves the NAS, and its sign-in page starts there. */
	OTHER_PROVIDER_BY_DEFAULT {

		@Override
		void arrange(Bench bench) {
			otherProvider(bench);
			bench.nas().sso().defaultLogin(true);
		}

	},

	/** SSO of another kind is on. */
	OTHER_PROFILE {

		@Override
		void arrange(Bench bench) {
			bench.nas().sso().profile("azure", true);
		}

	},

	/** An earlier run of ours, as it was left. */
	OUR_EARLIER_RUN {

		@Override
		void arrange(Bench bench) {
			runBefore(bench);
		}

	},

	/**
	 * An earlier run of ours with SSO by default, where somebody has turned several
	 * things since.
	 */
	OUR_DRIFTED_RUN {

		@Override
		void arrange(Bench bench) {
			runBefore(bench);
			bench.authentik().somebodyChangesTheProvider("synology", "include_claims_in_id_token", false);
			bench.authentik().somebodyChangesTheApplication("synology", "policy_engine_mode", "all");
			bench.nas().sso().configure(Map.of("oidc_scope", "openid")).defaultLogin(true);
		}

		@Override
		DesiredState desired(Bench bench) {
			return letsIn(bench, "Family");
		}

	},

	/** People are called otherwise on the NAS; one of them has an attribute already. */
	OTHER_NAMES {

		@Override
		void arrange(Bench bench) {
			bench.authentik().people().userHasAttribute(OTHER_NAME, "quota", "5 GB");
		}

		@Override
		DesiredState desired(Bench bench) {
			return letsIn(bench, "NAS users")
				.withBridge(new NameBridge(NameBridge.ATTRIBUTE, Map.of(user(bench, OTHER_NAME), "dave")));
		}

	},

	/** authentik has no key to sign with. */
	NO_SIGNING_KEY {

		@Override
		void arrange(Bench bench) {
			bench.authentik().keyRing().hasNoKeys();
		}

	};

	/** The client secret of whoever served the NAS before. */
	static final String FOREIGN_SECRET = "ForeignSecretOfAnotherProvider0815";

	/** Who is dave on the NAS. */
	static final String OTHER_NAME = "dave@example.org";

	/** Brings about this state. */
	final void prepare(Bench bench) {
		somebodyElse(bench.authentikClient());
		arrange(bench);
	}

	abstract void arrange(Bench bench);

	/** What is wanted from here. */
	DesiredState desired(Bench bench) {
		return letsIn(bench, "NAS users");
	}

	private static void otherProvider(Bench bench) {
		bench.nas()
			.sso()
			.configure(Map.of("oidc_name", "Old", "oidc_wellknown", "https://old.example/.well-known", "oidc_client_id",
					"old", "oidc_client_secret", FOREIGN_SECRET, "oidc_redirect_uri", "https://old.example"))
			.profile("oidc", true);
	}

	private static void runBefore(Bench bench) {
		ApplyRun run = bench.start(bench.plan(letsIn(bench, "NAS users")));
		assertThat(run.outcome()).isEqualTo(RunOutcome.APPLIED);
		bench.bean(Applier.class).forget();
	}

	private static DesiredState letsIn(Bench bench, String group) {
		return bench.suggested()
			.withAccess(new AccessRestriction(Set.of(group(bench.authentikClient(), group)), Set.of()));
	}

	private static int user(Bench bench, String username) {
		return bench.authentikClient()
			.directory()
			.users()
			.stream()
			.filter((user) -> user.username().equals(username))
			.map(AuthentikUser::pk)
			.findFirst()
			.orElseThrow();
	}

	private static String group(AuthentikClient authentik, String name) {
		return authentik.directory()
			.groups()
			.stream()
			.filter((group) -> group.name().equals(name))
			.map(AuthentikGroup::pk)
			.findFirst()
			.orElseThrow();
	}

	/** A provider, an application and a binding that are none of our business. */
	private static void somebodyElse(AuthentikClient authentik) {
		OAuth2Provider provider = authentik.providers()
			.create(new OAuth2Provider(0, "wiki", flow(authentik, Designation.AUTHORIZATION),
					flow(authentik, Designation.INVALIDATION), true, List.of("authorization_code"),
					new ClientCredentials("wiki", Secret.of("SecretOfTheWiki4711")), List.of(), null, null,
					SubjectMode.HASHED_USER_ID, List.of(), true, true, null));
		Application application = authentik.applications()
			.create(new Application("", "Wiki", "wiki", provider.pk(), true, "", "", "somebody"));
		authentik.bindings().create(PolicyBinding.ofGroup(application.pk(), group(authentik, "Family"), 0));
	}

	private static String flow(AuthentikClient authentik, Designation designation) {
		return authentik.flows().list(designation).get(0).pk();
	}

}
