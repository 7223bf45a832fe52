package io.github.dsmsso.lab.authentik.store;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.releases.Behaviour;
import org.jspecify.annotations.Nullable;

/** All objects of an instance, by their kind. */
public final class Tables {

	private final Table flows;

	private final Map<StageKind, Table> stages = new EnumMap<>(StageKind.class);

	private final Table stageBindings;

	private final Table prompts;

	private final Table keys;

	private final Table scopeMappings;

	private final Table providers;

	private final Table applications;

	private final Table policies;

	private final Table bindings;

	private final Table accessTokens;

	private final Table refreshTokens;

	private final Table codes;

	private final Table consents;

	private final Table blueprints;

	private final Table brands;

	private final Table users;

	private final Table groups;

	private final Table tokens;

	private final Table roles;

	private final Table assignments;

	private final Table events;

	public Tables(Instance instance) {
		this.flows = new Table(instance, "authentik_flows", "Flow", "Flow");
		Stream.of(StageKind.values()).forEach((kind) -> this.stages.put(kind, kind.table(instance)));
		this.stageBindings = new Table(instance, "authentik_flows", "FlowStageBinding", "Flow Stage Binding");
		this.prompts = new Table(instance, "authentik_stages_prompt", "Prompt", "Prompt");
		this.keys = new Table(instance, "authentik_crypto", "CertificateKeyPair", "Certificate-Key Pair");
		this.scopeMappings = oauth2(instance, "ScopeMapping", "Scope Mapping");
		this.providers = oauth2(instance, "OAuth2Provider", "OAuth2/OpenID Provider");
		this.applications = core(instance, "Application", "Application");
		this.policies = new Table(instance, "authentik_policies_expression", "ExpressionPolicy", "Expression Policy");
		this.bindings = new Table(instance, "authentik_policies", "PolicyBinding", "Policy Binding");
		this.accessTokens = oauth2(instance, "AccessToken", "OAuth2 Access Token");
		this.refreshTokens = oauth2(instance, "RefreshToken", "OAuth2 Refresh Token");
		this.codes = oauth2(instance, "AuthorizationCode", "Authorization Code");
		this.consents = core(instance, "UserConsent", "User Consent");
		this.blueprints = new Table(instance, "authentik_blueprints", "BlueprintInstance", "Blueprint Instance");
		this.brands = instance.has(Behaviour.BRANDS) ? new Table(instance, "authentik_brands", "Brand", "Brand")
				: new Table(instance, "authentik_tenants", "Tenant", "Tenant");
		this.users = core(instance, "User", "User");
		this.groups = core(instance, "Group", "Group");
		this.tokens = core(instance, "Token", "Token");
		this.roles = new Table(instance, "authentik_rbac", "Role", "Role");
		this.assignments = new Table(instance, "guardian", "GroupObjectPermission", "group object permission");
		this.events = new Table(instance, "authentik_events", "Event", "Event");
	}

	private static Table core(Instance instance, String className, String verbose) {
		return new Table(instance, "authentik_core", className, verbose);
	}

	private static Table oauth2(Instance instance, String className, String verbose) {
		return new Table(instance, "authentik_providers_oauth2", className, verbose);
	}

	public Table flows() {
		return this.flows;
	}

	public Table stages(StageKind kind) {
		return this.stages.get(kind);
	}

	/** A stage, of whatever kind. */
	public Optional<Row> stage(@Nullable Object pk) {
		return this.stages.values().stream().flatMap((table) -> table.byPk(pk).stream()).findFirst();
	}

	/** The kind of a stage that is there. */
	public StageKind kindOf(@Nullable Object stage) {
		return this.stages.entrySet()
			.stream()
			.filter((kind) -> kind.getValue().byPk(stage).isPresent())
			.map(Map.Entry::getKey)
			.findFirst()
			.orElseThrow();
	}

	/** Stages at their places in flows. */
	public Table stageBindings() {
		return this.stageBindings;
	}

	/** The places of stages in a flow, in their order. */
	public List<Row> stageBindingsOf(Row flow) {
		return this.stageBindings.stream()
			.filter((binding) -> binding.is("target", flow.pk()))
			.sorted(Comparator.comparingInt((binding) -> binding.number("order")))
			.toList();
	}

	/** What prompt stages ask people for. */
	public Table prompts() {
		return this.prompts;
	}

	public Table keys() {
		return this.keys;
	}

	public Table scopeMappings() {
		return this.scopeMappings;
	}

	/** The providers of all protocols: names are unique over all of them. */
	public Table providers() {
		return this.providers;
	}

	public Table applications() {
		return this.applications;
	}

	/** The application that signs in with the provider. */
	public Optional<Row> applicationOf(Row provider) {
		return this.applications.find("provider", provider.pk());
	}

	/** The expression policies: the laboratory has no others. */
	public Table policies() {
		return this.policies;
	}

	public Table bindings() {
		return this.bindings;
	}

	public Table accessTokens() {
		return this.accessTokens;
	}

	public Table refreshTokens() {
		return this.refreshTokens;
	}

	public Table codes() {
		return this.codes;
	}

	/** Everything that clients hold of users. */
	public List<Table> grants() {
		return List.of(this.codes, this.accessTokens, this.refreshTokens);
	}

	public Table consents() {
		return this.consents;
	}

	public Table blueprints() {
		return this.blueprints;
	}

	/** The brands, which releases before 2024.2 call tenants. */
	public Table brands() {
		return this.brands;
	}

	public Table users() {
		return this.users;
	}

	public Table groups() {
		return this.groups;
	}

	/** The tokens for the API and for sign-in, which people make. */
	public Table tokens() {
		return this.tokens;
	}

	public Table roles() {
		return this.roles;
	}

	/** Rows of holder, permission with its app, and key of the object or null. */
	public Table assignments() {
		return this.assignments;
	}

	public Table events() {
		return this.events;
	}

	/** What a wizard could create or change. */
	public List<Table> ofAWizard() {
		return List.of(this.providers, this.applications, this.bindings, this.scopeMappings, this.keys);
	}

}
