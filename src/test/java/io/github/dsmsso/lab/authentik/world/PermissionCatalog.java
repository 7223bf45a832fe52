package io.github.dsmsso.lab.authentik.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Instance;
import io.github.dsmsso.lab.authentik.store.Model;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.StageKind;
import io.github.dsmsso.lab.authentik.store.Table;
import io.github.dsmsso.lab.authentik.store.Tables;

/**
 * The permissions that the laboratory knows: Django's four for each kind of object, and
 * those that authentik adds to some.
 */
public final class PermissionCatalog {

	private static final Map<String, String> APPS = Map.ofEntries(Map.entry("authentik_core", "authentik Core"),
			Map.entry("authentik_crypto", "authentik Crypto"), Map.entry("authentik_flows", "authentik Flows"),
			Map.entry("authentik_policies", "authentik Policies"),
			Map.entry("authentik_policies_expression", "authentik Policies.Expression"),
			Map.entry("authentik_providers_oauth2", "authentik Providers.OAuth2"),
			Map.entry("authentik_events", "authentik Events"), Map.entry("authentik_rbac", "authentik RBAC"),
			Map.entry("authentik_brands", "authentik Brands"), Map.entry("authentik_tenants", "authentik Tenants"),
			Map.entry("authentik_blueprints", "authentik Blueprints"),
			Map.entry("authentik_stages_consent", "authentik Stages.Consent"),
			Map.entry("authentik_stages_password", "authentik Stages.Password"),
			Map.entry("authentik_stages_authenticator_validate", "authentik Stages.Authenticator.Validate"),
			Map.entry("authentik_stages_deny", "authentik Stages.Deny"),
			Map.entry("authentik_stages_prompt", "authentik Stages.Prompt"));

	private static final Model SYSTEM = new Model("authentik_rbac", "SystemPermission", "System permission");

	private static final Model POLICY = new Model("authentik_policies", "Policy", "Policy");

	private static final Model ENTITLEMENT = new Model("authentik_core", "ApplicationEntitlement",
			"Application Entitlement");

	private final Instance instance;

	private final Tables tables;

	private final Table permissions;

	private int last;

	PermissionCatalog(Instance instance, Tables tables) {
		this.instance = instance;
		this.tables = tables;
		this.permissions = new Table(instance, "auth", "Permission", "permission");
		models().forEach((model) -> Stream.of("add", "change", "delete", "view")
			.forEach((verb) -> add(model, verb + "_" + model.name(), "Can " + verb + " " + model.verbose())));
		addTheOthers();
	}

	private Stream<Model> models() {
		Stream<Model> kept = tables().map(Table::model);
		Stream<Model> others = Stream.of(new Model("authentik_core", "Provider", "Provider"),
				new Model("authentik_core", "PropertyMapping", "Property Mapping"), POLICY,
				this.tables.events().model(), this.tables.consents().model(), this.tables.stageBindings().model(),
				this.tables.prompts().model());
		return Stream
			.of(kept, others,
					this.instance.has(Behaviour.ENTITLEMENTS) ? Stream.of(ENTITLEMENT) : Stream.<Model>empty(),
					this.tables.grants().stream().map(Table::model),
					Stream.of(StageKind.values()).map((kind) -> this.tables.stages(kind).model()))
			.flatMap((each) -> each);
	}

	/** The objects for which permissions can be assigned one by one. */
	private Stream<Table> tables() {
		return Stream.of(this.tables.applications(), this.tables.groups(), this.tables.users(), this.tables.tokens(),
				this.tables.keys(), this.tables.flows(), this.tables.bindings(), this.tables.providers(),
				this.tables.scopeMappings(), this.tables.roles(), this.tables.brands(), this.tables.blueprints(),
				this.tables.policies());
	}

	private void addTheOthers() {
		Model user = this.tables.users().model();
		Model group = this.tables.groups().model();
		Model key = this.tables.keys().model();
		Model role = this.tables.roles().model();
		add(user, "preview_user", "Can preview user data sent to providers");
		add(this.tables.tokens().model(), "view_token_key", "View token's key");
		add(group, "add_user_to_group", "Add user to group");
		add(group, "remove_user_from_group", "Remove user from group");
		add(key, "view_certificatekeypair_certificate", "View Certificate-Key pair's certificate");
		add(key, "view_certificatekeypair_key", "View Certificate-Key pair's private key");
		add(role, "assign_role_permissions", "Can assign permissions to users");
		add(role, "unassign_role_permissions", "Can unassign permissions from users");
		if (!this.instance.has(Behaviour.ROLES_ONLY)) {
			add(user, "assign_user_permissions", "Can assign permissions to users");
			add(user, "unassign_user_permissions", "Can unassign permissions from users");
		}
		add(SYSTEM, "view_system_info", "Can view system info");
	}

	private void add(Model model, String codename, String name) {
		this.permissions.add(new Row(AuthentikJson.object("pk", ++this.last, "name", name, "codename", codename,
				"model", model.name(), "app_label", model.app(), "app_label_verbose",
				APPS.getOrDefault(model.app(), model.app()), "model_verbose", model.verbose())));
	}

	public Table table() {
		return this.permissions;
	}

	/** The kinds of objects that assignments can name. */
	public List<String> assignableModels() {
		List<String> models = new ArrayList<>(tables().map((table) -> table.model().fullName()).toList());
		models.add(this.tables.events().model().fullName());
		return models;
	}

	/** The object of a kind, if there is one. */
	public Optional<Row> object(String model, Object pk) {
		return table(model).flatMap((table) -> table.byPk(pk));
	}

	/** The objects of a kind, if there is such a kind. */
	public Optional<Table> table(String model) {
		return tables().filter((table) -> table.model().fullName().equals(model)).findFirst();
	}

	/** A permission by its app and codename. */
	public Optional<Row> byName(String permission) {
		return this.permissions.stream().filter((row) -> nameOf(row).equals(permission)).findFirst();
	}

	public static String nameOf(Row permission) {
		return permission.text("app_label") + "." + permission.text("codename");
	}

}
