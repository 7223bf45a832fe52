package io.github.dsmsso.wizard.accounts;

import java.util.Map;

import io.github.dsmsso.wizard.Bench;

/** What can decide at authentik, and in DSM's claim, who gets in; a kind at a time. */
enum SignInRule {

	OPEN {
		@Override
		void arrange(AuthentikSetup authentik) {
		}
	},
	ONE_GROUP {
		@Override
		void arrange(AuthentikSetup authentik) {
			authentik.binds("Family");
		}
	},
	GROUP_OR_USER {
		@Override
		void arrange(AuthentikSetup authentik) {
			authentik.binds("Family").bindsUser("grace");
		}
	},
	ONE_GROUP_BY_ALL {
		@Override
		void arrange(AuthentikSetup authentik) {
			authentik.binds("Family").wantsAllBindings();
		}
	},
	DISABLED_BINDING {
		@Override
		void arrange(AuthentikSetup authentik) {
			authentik.bindsWithoutEffect("Family");
		}
	},
	CLOSED_BY_DEFAULT {
		@Override
		void arrange(AuthentikSetup authentik) {
			authentik.world().closesApplicationsWithoutBindings();
		}
	},
	CLOSED_BY_DEFAULT_BUT_BOUND {
		@Override
		void arrange(AuthentikSetup authentik) {
			authentik.binds("Family").world().closesApplicationsWithoutBindings();
		}
	},
	BOTH_GROUPS {
		@Override
		void arrange(AuthentikSetup authentik) {
			authentik.binds("Family").binds("NAS users").wantsAllBindings();
		}
	},
	ALL_BUT_A_GROUP {
		@Override
		void arrange(AuthentikSetup authentik) {
			authentik.bindsAllBut("Family");
		}
	},
	ONE_GROUP_WITHOUT_ANOTHER {
		@Override
		void arrange(AuthentikSetup authentik) {
			authentik.binds("NAS users").bindsAllBut("Family").wantsAllBindings();
		}
	},
	ONE_GROUP_OR_NOT_ANOTHER {
		@Override
		void arrange(AuthentikSetup authentik) {
			authentik.binds("NAS users").bindsAllBut("Family");
		}
	},
	BRIDGE_IN_PROFILE {
		@Override
		void arrange(AuthentikSetup authentik) {
			authentik.names("dave@example.org", "dave")
				.maps("profile", "return {\"preferred_username\": " + AuthentikSetup.BRIDGE + "}");
		}
	},
	BRIDGE_OF_THIS_WIZARD {
		@Override
		void arrange(AuthentikSetup authentik) {
			authentik.names("dave@example.org", "dave")
				.names("frank", "")
				.maps("profile", "return {\"preferred_username\": "
						+ "request.user.attributes.get(\"synology_username\") or request.user.username}");
		}
	},
	CLAIM_OF_ONES_OWN {
		@Override
		void arrange(AuthentikSetup authentik) {
			authentik.names("dave@example.org", "dave")
				.maps("dsm", "return {\"synology_username\": " + AuthentikSetup.BRIDGE + "}");
		}

		@Override
		Map<String, String> inDsm() {
			return Map.of("oidc_user_claim", "synology_username", "oidc_scope", "openid profile email dsm");
		}
	},
	TWO_FOR_ONE_ACCOUNT {
		@Override
		void arrange(AuthentikSetup authentik) {
			authentik.names("erin", "anna")
				.maps("profile", "return {\"preferred_username\": " + AuthentikSetup.BRIDGE + "}");
		}
	},
	PROFILE_WITHOUT_THE_NAME {
		@Override
		void arrange(AuthentikSetup authentik) {
			authentik.maps("profile", "return {\"name\": request.user.name, \"nickname\": request.user.username}");
		}
	},
	EDITED_SHIPPED_MAPPING {
		@Override
		void arrange(AuthentikSetup authentik) {
			authentik.edits("profile", "return {\"preferred_username\": request.user.email}");
		}
	},
	MAPPING_OF_ANOTHER_SCOPE {
		@Override
		void arrange(AuthentikSetup authentik) {
			authentik.names("dave@example.org", "dave")
				.maps("dsm", "return {\"preferred_username\": " + AuthentikSetup.BRIDGE + "}");
		}
	},
	NICKNAME {
		@Override
		void arrange(AuthentikSetup authentik) {
		}

		@Override
		Map<String, String> inDsm() {
			return Map.of("oidc_user_claim", "nickname");
		}
	},
	EMAIL {
		@Override
		void arrange(AuthentikSetup authentik) {
		}

		@Override
		Map<String, String> inDsm() {
			return Map.of("oidc_user_claim", "email");
		}
	},
	SUBJECT_OF_USERNAME {
		@Override
		void arrange(AuthentikSetup authentik) {
			authentik.identifiesBy("user_username");
		}

		@Override
		Map<String, String> inDsm() {
			return Map.of("oidc_user_claim", "sub");
		}
	},
	HASHED_SUBJECT {
		@Override
		void arrange(AuthentikSetup authentik) {
			authentik.identifiesBy("hashed_user_id");
		}

		@Override
		Map<String, String> inDsm() {
			return Map.of("oidc_user_claim", "sub");
		}
	},
	UNKNOWN_CLAIM {
		@Override
		void arrange(AuthentikSetup authentik) {
		}

		@Override
		Map<String, String> inDsm() {
			return Map.of("oidc_user_claim", "upn");
		}
	},
	SCOPE_NOT_ASKED {
		@Override
		void arrange(AuthentikSetup authentik) {
		}

		@Override
		Map<String, String> inDsm() {
			return Map.of("oidc_scope", "openid email");
		}
	},
	BRIDGE_FOR_BOTH_GROUPS {
		@Override
		void arrange(AuthentikSetup authentik) {
			authentik.binds("Family")
				.binds("NAS users")
				.wantsAllBindings()
				.names("dave@example.org", "dave")
				.maps("profile", "return {\"preferred_username\": " + AuthentikSetup.BRIDGE + "}");
			authentik.world().people().userJoins("dave@example.org", "Family");
		}
	};

	abstract void arrange(AuthentikSetup authentik);

	Map<String, String> inDsm() {
		return Map.of();
	}

	/** Puts it around a connection that the wizard made. */
	void arrange(Bench bench) {
		arrange(AuthentikSetup.of(bench));
		bench.nas().sso().configure(inDsm());
	}

}
