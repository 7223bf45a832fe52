package io.github.dsmsso.lab.authentik.world;

import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Instance;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.StageKind;
import io.github.dsmsso.lab.authentik.store.Tables;
import org.jspecify.annotations.Nullable;

/** What authentik's own blueprints put into a new instance. */
final class Installation {

	private static final String MANAGED = "goauthentik.io/providers/oauth2/scope-";

	private final Instance instance;

	private final Tables tables;

	Installation(Instance instance, Tables tables) {
		this.instance = instance;
		this.tables = tables;
	}

	/** What the system is set to. */
	static Row settings() {
		return new Row(AuthentikJson.object("avatars", "gravatar,initials", "default_user_change_name", true,
				"default_user_change_email", false, "default_user_change_username", false, "event_retention",
				"days=365", "footer_links", List.of(), "gdpr_compliance", true, "impersonation", true,
				"impersonation_require_reason", true, "reputation_lower_limit", -5, "reputation_upper_limit", 5,
				"default_token_duration", "minutes=30", "default_token_length", 60, "pagination_default_page_size", 20,
				"pagination_max_page_size", 100, "flags", Map.of()));
	}

	/** The only brand. */
	void brand(String pk) {
		this.tables.brands()
			.add(new Row(AuthentikJson.object("pk", pk, "domain", "authentik-default", "default", true,
					"branding_title", "authentik")));
	}

	void flows() {
		flow("default-authentication-flow", "Welcome to authentik", "Welcome to authentik!", "authentication", "none");
		flow("default-invalidation-flow", "Logout", "Default Invalidation Flow", "invalidation", "none");
		flow("default-user-settings-flow", "User settings", "Update your info", "stage_configuration",
				"require_authenticated");
		flow("default-source-enrollment", "Welcome to authentik! Please select a username.",
				"Welcome to authentik! Please select a username.", "enrollment", "none");
		flow("default-provider-authorization-explicit-consent", "Authorize Application", "Redirecting to %(app)s",
				"authorization", "require_authenticated");
		flow("default-provider-authorization-implicit-consent", "Authorize Application", "Redirecting to %(app)s",
				"authorization", "require_authenticated");
		if (this.instance.has(Behaviour.INVALIDATION_FLOW)) {
			flow("default-provider-invalidation-flow", "Logged out of application", "You've logged out of %(app)s.",
					"invalidation", "none");
		}
	}

	/** People are asked once in four weeks where a provider has that flow. */
	void stages() {
		Row consent = this.tables.stages(StageKind.CONSENT)
			.add(new Row(AuthentikJson.object("pk", this.instance.randomness().uuid(), "name",
					"default-provider-authorization-consent", "mode", "expiring", "consent_expire_in", "weeks=4")));
		bindStage("default-provider-authorization-explicit-consent", consent);
	}

	/** Puts a stage at the end of a flow. */
	void bindStage(String flow, Row stage) {
		Row target = this.tables.flows().one("slug", flow);
		this.tables.stageBindings()
			.add(new Row(AuthentikJson.object("pk", this.instance.randomness().uuid(), "policybindingmodel_ptr_id",
					this.instance.randomness().uuid(), "target", target.pk(), "stage", stage.pk(), "order",
					this.tables.stageBindingsOf(target).size() * 10, "evaluate_on_plan", false, "re_evaluate_policies",
					true, "policy_engine_mode", "any")));
	}

	private void flow(String slug, String name, String title, String designation, String authentication) {
		this.tables.flows()
			.add(new Row(AuthentikJson.object("pk", this.instance.randomness().uuid(), "policybindingmodel_ptr_id",
					this.instance.randomness().uuid(), "name", name, "slug", slug, "title", title, "designation",
					designation, "background", "", "policy_engine_mode", "any", "compatibility_mode", false, "layout",
					"stacked", "denied_action", "message_continue", "authentication", authentication)));
	}

	void scopeMappings() {
		scope("openid", "openid", "OpenID 'openid'", "", "return {}");
		scope("email", "email", "OpenID 'email'", "Email address", """
				return {
				    "email": request.user.email,
				    "email_verified": %s
				}""".formatted(this.instance.has(Behaviour.EMAIL_UNVERIFIED) ? "False" : "True"));
		scope("profile", "profile", "OpenID 'profile'", "General Profile Information", """
				return {
				    "name": request.user.name,
				    "given_name": request.user.name,
				    "preferred_username": request.user.username,
				    "nickname": request.user.username,
				    "groups": [group.name for group in request.user.ak_groups.all()],
				}""");
		scope("offline_access", "offline_access", "OpenID 'offline_access'",
				"Access to request new tokens without interaction", "return {}");
		scope("entitlements", "entitlements", "Application Entitlements", "Application entitlements", """
				return {
				    "entitlements": [],
				    "roles": [],
				}""");
		mapping("goauthentik.io/providers/oauth2/scope-authentik_api", "goauthentik.io/api", "authentik API access",
				"authentik API Access on behalf of your user", "return {}");
	}

	private void scope(String managed, String scope, String name, String description, String expression) {
		mapping(MANAGED + managed, scope, "authentik default OAuth Mapping: " + name, description, expression);
	}

	private void mapping(@Nullable String managed, String scope, String name, String description, String expression) {
		this.tables.scopeMappings()
			.add(new Row(AuthentikJson.object("pk", this.instance.randomness().uuid(), "managed", managed, "name", name,
					"expression", expression, "scope_name", scope, "description", description)));
	}

}
