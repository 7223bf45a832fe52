package io.github.dsmsso.wizard.apply;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.calls.Side;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.wizard.Bench;
import io.github.dsmsso.wizard.plan.NameBridge;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What somebody else may do to an object meanwhile. */
enum Edit {

	/** Another caption of DSM's button. */
	OIDC_SSO("OIDC.SSO") {

		@Override
		void make(Bench bench) {
			bench.nas().sso().configure(Map.of("oidc_name", "Somebody was here"));
		}

	},

	/** Another kind of SSO. */
	SSO_PROFILE("SSO.Profile") {

		@Override
		void make(Bench bench) {
			bench.nas().sso().profile("websphere", true);
		}

	},

	/** Another way in that comes first. */
	SSO_SETTING("SSO.Setting") {

		@Override
		void make(Bench bench) {
			bench.nas().sso().defaultLogin(!bench.nas().sso().defaultLogin());
		}

	},

	/** Another setting of the provider, where there is one. */
	PROVIDER("/providers/oauth2/") {

		@Override
		void make(Bench bench) {
			ifThere(() -> bench.authentik().somebodyChangesTheProvider("synology", "sub_mode", "user_uuid"));
		}

	},

	/** Another name of the application, where there is one. */
	APPLICATION("/core/applications/") {

		@Override
		void make(Bench bench) {
			ifThere(() -> bench.authentik().somebodyChangesTheApplication("synology", "name", "Somebody was here"));
		}

	},

	/** Another expression of the mapping that bridges names, where there is one. */
	SCOPE_MAPPING("/propertymappings/") {

		@Override
		void make(Bench bench) {
			ifThere(() -> bench.authentik()
				.somebodyChangesTheScopeMapping("DSM account name (synology)", "expression", "return {}"));
		}

	},

	/** Another name of somebody whose names are bridged. */
	ATTRIBUTE("/core/users/{id}/") {

		@Override
		void make(Bench bench) {
			bench.authentik().people().userHasAttribute(BeforeState.OTHER_NAME, NameBridge.ATTRIBUTE, "david");
		}

	},

	/** Another provider of the same name, in the place of the one that was there. */
	OTHER_PROVIDER("another provider") {

		@Override
		void make(Bench bench) {
			ifThere(() -> {
				Map<String, ?> theirs = Map.of("name", "synology", "redirect_uris", List.of(), "authorization_flow",
						provider(bench, "authorization_flow"), "invalidation_flow",
						provider(bench, "invalidation_flow"));
				bench.authentik().somebodyDeletesTheProvider("synology");
				post(bench, "providers/oauth2/", theirs);
			});
		}

	},

	/** Another application of the same slug, in the place of the one that was there. */
	OTHER_APPLICATION("another application") {

		@Override
		void make(Bench bench) {
			ifThere(() -> {
				bench.authentik().somebodyDeletesTheApplication("synology");
				post(bench, "core/applications/", Map.of("name", "Somebody else's", "slug", "synology"));
			});
		}

	};

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final String part;

	Edit(String part) {
		this.part = part;
	}

	/** The edit of the object that a call is about. */
	static Optional<Edit> about(String call) {
		for (Edit edit : values()) {
			if (call.contains(edit.part)) {
				return Optional.of(edit);
			}
		}
		return Optional.empty();
	}

	abstract void make(Bench bench);

	/** The side on which it happens. */
	Side side() {
		return Set.of(OIDC_SSO, SSO_PROFILE, SSO_SETTING).contains(this) ? Side.DSM : Side.AUTHENTIK;
	}

	private static Object provider(Bench bench, String field) {
		return bench.authentik()
			.inventory()
			.get("oauth2provider")
			.stream()
			.filter((row) -> "synology".equals(row.get("name")))
			.map((row) -> row.get(field))
			.findFirst()
			.orElseThrow(IllegalArgumentException::new);
	}

	private static void post(Bench bench, String path, Map<String, ?> object) {
		Map<String, List<String>> headers = Map.of("Authorization", List.of("Bearer " + DemoAuthentik.API_TOKEN),
				"Content-Type", List.of("application/json"), "Host", List.of("auth.example"));
		LabResponse response = bench.authentikSimulator()
			.handle(LabRequest.of("POST", "/api/v3/" + path, headers, JSON.writeValueAsBytes(object)));
		assertThat(response.status()).isEqualTo(201);
	}

	private static void ifThere(Runnable edit) {
		try {
			edit.run();
		}
		catch (IllegalArgumentException ex) {
			// There is nothing to edit yet.
		}
	}

}
