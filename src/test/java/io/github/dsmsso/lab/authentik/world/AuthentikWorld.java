package io.github.dsmsso.lab.authentik.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.releases.AuthentikAssumption;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.rights.PolicyExpression;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Instance;
import io.github.dsmsso.lab.authentik.store.Randomness;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.StageKind;
import io.github.dsmsso.lab.authentik.store.Table;
import io.github.dsmsso.lab.authentik.store.Tables;
import io.github.dsmsso.lab.authentik.store.TimeFormats;
import io.github.dsmsso.lab.http.Gateway;
import org.jspecify.annotations.Nullable;

/**
 * One authentik instance: what it stores, how it is installed, and what is wrong with it.
 * The simulator holds this object's monitor while it answers; a scenario that changes the
 * world meanwhile should do the same.
 */
public final class AuthentikWorld {

	private final Instance instance;

	private final Tables tables;

	private final ApplicationCache applicationCache;

	private final Cascades cascades;

	private final Rbac rbac;

	private final AuthentikPeople people;

	private final KeyRing keyRing;

	private final EventLog events;

	private final BrowserSessions sessions;

	private final PermissionCatalog permissions;

	private final SecretObjects secrets;

	private boolean starting;

	private boolean fromSource;

	private Predicate<String> openerIsCut = (path) -> false;

	private Gateway gateway = Gateway.NONE;

	private final Row settings = Installation.settings();

	private Proxy proxy = Proxy.NONE;

	private String webPath = "/";

	private @Nullable String baseUrl;

	/**
	 * A newly installed instance: the flows, keys and mappings that authentik ships, the
	 * group of administrators and no users.
	 */
	public AuthentikWorld(AuthentikVersion version, Clock clock, Random random) {
		this.instance = new Instance(version, clock, random);
		this.tables = new Tables(this.instance);
		this.applicationCache = new ApplicationCache(this.instance);
		this.cascades = new Cascades(this.tables, this.applicationCache);
		GroupTree groups = new GroupTree(this.tables.groups());
		this.rbac = new Rbac(this.instance, this.tables, groups);
		this.people = new AuthentikPeople(this.instance, this.tables, groups, this.rbac);
		this.keyRing = new KeyRing(this.instance, this.tables.keys(), this.cascades);
		this.events = new EventLog(this.instance, this.tables.events());
		this.sessions = new BrowserSessions(this.instance, this.tables.consents());
		this.permissions = new PermissionCatalog(this.instance, this.tables);
		this.secrets = new SecretObjects(this.instance);
		install();
	}

	private void install() {
		Installation installation = new Installation(this.instance, this.tables);
		installation.flows();
		installation.scopeMappings();
		this.keyRing.isInstalled();
		this.people.groupComes("authentik Admins", true);
		installation.brand(this.events.brandKey());
		installation.stages();
	}

	/** What it is before it holds anything. */
	public Instance instance() {
		return this.instance;
	}

	/** All its objects. */
	public Tables tables() {
		return this.tables;
	}

	public AuthentikVersion version() {
		return this.instance.version();
	}

	/** Its users, groups and tokens. */
	public AuthentikPeople people() {
		return this.people;
	}

	/** Its certificates and keys. */
	public KeyRing keyRing() {
		return this.keyRing;
	}

	/** From now on it says that it is starting, with 503 for everything. */
	/**
	 * The application is run from its source, without the entry server before it, without
	 * a storage that is mounted, and without the databases of GeoIP.
	 */
	public AuthentikWorld isRunFromSource() {
		this.fromSource = true;
		return this;
	}

	public boolean runsFromSource() {
		return this.fromSource;
	}

	public AuthentikWorld isStarting() {
		this.starting = true;
		return this;
	}

	/** It has started after all. */
	public AuthentikWorld hasStarted() {
		this.starting = false;
		return this;
	}

	/** Its clock is ahead by so much; negative for behind. */
	public AuthentikWorld clockIsAheadBy(Duration ahead) {
		this.instance.clockIsAheadBy(ahead);
		return this;
	}

	/**
	 * It lives below a path, as {@code web.path} sets it; releases before 2024.12 do not
	 * know that setting and stay where they are.
	 */
	public AuthentikWorld livesBelow(String webPath) {
		this.webPath = this.instance.has(Behaviour.WEB_PATH) ? webPath : "/";
		return this;
	}

	/** Its clients reach it themselves. */
	public AuthentikWorld standsBehindNoProxy() {
		this.proxy = Proxy.NONE;
		return this;
	}

	/** A reverse proxy ends the encryption and tells so; authentik trusts it. */
	public AuthentikWorld standsBehindATrustedProxy() {
		this.proxy = Proxy.TRUSTED;
		return this;
	}

	/**
	 * A reverse proxy ends the encryption and tells so from an address that is none of
	 * the trusted ones: from 2026.8 on every address authentik tells begins with
	 * {@code http://}, before it believes any proxy.
	 */
	public AuthentikWorld standsBehindAnUntrustedProxy() {
		this.proxy = Proxy.UNTRUSTED;
		return this;
	}

	/** A reverse proxy ends the encryption and sends no {@code X-Forwarded-} headers. */
	public AuthentikWorld standsBehindASilentProxy() {
		this.proxy = Proxy.SILENT;
		return this;
	}

	/** The base URL of the system settings. */
	public AuthentikWorld hasBaseUrl(String baseUrl) {
		this.baseUrl = baseUrl;
		return this;
	}

	/**
	 * The system flag {@code core_default_app_access} is off: from 2026.5 on nobody may
	 * use an application without a binding.
	 */
	public AuthentikWorld closesApplicationsWithoutBindings() {
		return hasFlag(SystemFlags.OPEN, false);
	}

	/**
	 * Applications without a binding are open to everybody, as they are from the start.
	 */
	public AuthentikWorld opensApplicationsWithoutBindings() {
		return hasFlag(SystemFlags.OPEN, true);
	}

	/** "Allow users to change username" is on, in the settings of the system. */
	public AuthentikWorld usersMayRename() {
		this.settings.set("default_user_change_username", true);
		return this;
	}

	/** Somebody has set a system flag, whether this release knows it or not. */
	public AuthentikWorld hasFlag(String flag, boolean on) {
		Map<String, @Nullable Object> flags = new LinkedHashMap<>(this.settings.object("flags"));
		flags.put(flag, on);
		this.settings.set("flags", flags);
		this.applicationCache.empty();
		return this;
	}

	/**
	 * An expression policy comes, which nothing is bound to yet.
	 * @param expression its Python, such as one of {@link PolicyExpression}'s
	 * @return its key
	 */
	public String policyComes(String name, String expression) {
		return this.tables.policies()
			.add(new Row(AuthentikJson.object("pk", this.instance.randomness().uuid(), "name", name,
					"execution_logging", false, "expression", expression)))
			.text("pk");
	}

	/** Somebody binds a policy to an application, behind the bindings that it has. */
	public AuthentikWorld policyIsBound(String policy, String slug, boolean negate, boolean failureResult) {
		Map<String, @Nullable Object> binding = binding(slug);
		binding.putAll(AuthentikJson.object("policy", this.tables.policies().one("name", policy).pk(), "negate", negate,
				"failure_result", failureResult));
		return isBound(binding);
	}

	/** Somebody binds a group to an application. */
	public AuthentikWorld groupIsBound(String group, String slug, boolean negate) {
		Map<String, @Nullable Object> binding = binding(slug);
		binding.putAll(AuthentikJson.object("group", this.people.groups().one("name", group).pk(), "negate", negate));
		return isBound(binding);
	}

	/** Somebody binds a user to an application. */
	public AuthentikWorld userIsBound(String username, String slug, boolean negate) {
		Map<String, @Nullable Object> binding = binding(slug);
		binding.putAll(AuthentikJson.object("user", this.people.user(username).pk(), "negate", negate));
		return isBound(binding);
	}

	private Map<String, @Nullable Object> binding(String slug) {
		Object target = this.tables.applications().one("slug", slug).pk();
		long order = this.tables.bindings().stream().filter((binding) -> binding.is("target", target)).count();
		return AuthentikJson.object("pk", this.instance.randomness().uuid(), "policy", null, "group", null, "user",
				null, "target", target, "negate", false, "enabled", true, "order", (int) order, "timeout", 30,
				"failure_result", false);
	}

	private AuthentikWorld isBound(Map<String, @Nullable Object> binding) {
		this.tables.bindings().add(new Row(binding));
		this.applicationCache.empty();
		return this;
	}

	/** Every binding of an application is switched off, or on. */
	public AuthentikWorld bindingsAreEnabled(String slug, boolean enabled) {
		return everyBinding(slug, "enabled", enabled);
	}

	/**
	 * Every binding of an application ends at that moment, from 2026.8 on; before,
	 * bindings do not end.
	 */
	public AuthentikWorld bindingsExpire(String slug, Instant expires) {
		return this.instance.has(Behaviour.EXPIRING_BINDINGS) ? everyBinding(slug, "expires", TimeFormats.iso(expires))
				: this;
	}

	private AuthentikWorld everyBinding(String slug, String field, Object value) {
		Object target = this.tables.applications().one("slug", slug).pk();
		this.tables.bindings()
			.stream()
			.filter((binding) -> binding.is("target", target))
			.forEach((binding) -> binding.set(field, value));
		this.applicationCache.empty();
		return this;
	}

	/**
	 * Switches one of the assumptions about authentik.
	 * @throws IllegalArgumentException if the simulator knows no other way
	 */
	public AuthentikWorld assume(AuthentikAssumption assumption, boolean holds) {
		this.instance.assume(assumption, holds);
		return this;
	}

	/**
	 * Its pages send {@code Cross-Origin-Opener-Policy}, so that a pop-up loses its
	 * opener.
	 */
	public AuthentikWorld cutsTheOpener() {
		this.openerIsCut = (path) -> true;
		return this;
	}

	/** Only the pages of its flows do, as where a proxy sends the header by the path. */
	public AuthentikWorld cutsTheOpenerOnFlowPages() {
		this.openerIsCut = (path) -> path.contains("/if/flow/");
		return this;
	}

	/** Its pages leave a pop-up its opener again, as they do from the start. */
	public AuthentikWorld leavesTheOpener() {
		this.openerIsCut = (path) -> false;
		return this;
	}

	/** Something stands in front of {@code /application/o/}, and of nothing else. */
	public AuthentikWorld hasInFront(Gateway gateway) {
		this.gateway = gateway;
		return this;
	}

	/**
	 * Somebody has put a stage into the flow that leads to applications without asking.
	 */
	public AuthentikWorld asksForMore(StageKind kind, String field, String value) {
		Row stage = this.tables.stages(kind)
			.add(new Row(AuthentikJson.object("pk", randomness().uuid(), "name", "nas-" + kind.path(), field, value)));
		new Installation(this.instance, this.tables).bindStage("default-provider-authorization-implicit-consent",
				stage);
		return this;
	}

	/** That flow has no stages any more. */
	public AuthentikWorld asksForNoMore() {
		Object flow = this.tables.flows().one("slug", "default-provider-authorization-implicit-consent").pk();
		this.tables.stageBindings().removeAll("target", flow);
		return this;
	}

	/** Who may begin that flow: {@code require_superuser}, say. */
	public AuthentikWorld admitsToTheFlow(String authentication) {
		this.tables.flows()
			.one("slug", "default-provider-authorization-implicit-consent")
			.set("authentication", authentication);
		return this;
	}

	/** Somebody has put a prompt into a stage, in which people fill in an attribute. */
	public AuthentikWorld asksPeopleFor(String attribute) {
		this.tables.prompts().add(prompt(attribute, List.of("default-user-settings")));
		return this;
	}

	/** Somebody has made such a prompt and put it nowhere. */
	public AuthentikWorld hasAnIdlePromptFor(String attribute) {
		this.tables.prompts().add(prompt(attribute, List.of()));
		return this;
	}

	private Row prompt(String attribute, List<String> stages) {
		return new Row(AuthentikJson.object("pk", randomness().uuid(), "name", "nas-" + attribute, "field_key",
				"attributes." + attribute, "label", "NAS account", "type", "text", "required", false, "placeholder", "",
				"initial_value", "", "order", 300, "sub_text", "", "placeholder_expression", false,
				"initial_value_expression", false, "stages", stages));
	}

	/** Nobody is asked for attributes any more. */
	public AuthentikWorld asksPeopleForNothing() {
		this.tables.prompts().removeAll("type", "text");
		return this;
	}

	/** Somebody has registered a device that shows one code only. */
	public AuthentikWorld hasADevice(String username, String code) {
		this.people.users().one("username", username).set("device_code", code);
		return this;
	}

	/** Somebody has deleted the flows that it was installed with. */
	public AuthentikWorld lacksTheDefaultFlows() {
		this.tables.flows()
			.stream()
			.filter((flow) -> flow.text("slug").startsWith("default-provider-"))
			.forEach(this.tables.flows()::remove);
		return this;
	}

	/**
	 * A provider and its application come, both of that name, as authentik's guide for
	 * DSM describes them.
	 */
	public AuthentikWorld connectionComes(String name, String clientId, String clientSecret, String redirectUri) {
		new GuideConnection(this.instance, this.tables).comes(name, clientId, clientSecret, redirectUri);
		this.applicationCache.empty();
		return this;
	}

	/**
	 * Somebody makes a scope mapping of their own.
	 * @param expression one of those that the laboratory evaluates
	 */
	public AuthentikWorld scopeMappingComes(String name, String scope, String expression) {
		this.tables.scopeMappings()
			.add(new Row(AuthentikJson.object("pk", this.instance.randomness().uuid(), "name", name, "scope_name",
					scope, "description", "", "expression", expression, "managed", null)));
		return this;
	}

	/** A provider of another protocol has this name. */
	public AuthentikWorld hasASamlProvider(String name) {
		Object flow = this.tables.flows().stream().findFirst().map(Row::pk).orElse("");
		this.tables.providers()
			.add(new Row(AuthentikJson.object("pk", nextNumber(), "name", name, "protocol", "saml",
					"authorization_flow", flow, "invalidation_flow", flow, "property_mappings", List.of())));
		return this;
	}

	/** Somebody else changes a provider meanwhile. */
	public AuthentikWorld somebodyChangesTheProvider(String name, String field, @Nullable Object value) {
		this.tables.providers().one("name", name).set(field, value);
		return this;
	}

	/** Somebody else changes a scope mapping meanwhile. */
	public AuthentikWorld somebodyChangesTheScopeMapping(String name, String field, @Nullable Object value) {
		this.tables.scopeMappings().one("name", name).set(field, value);
		return this;
	}

	/** Somebody else deletes a provider meanwhile. */
	public AuthentikWorld somebodyDeletesTheProvider(String name) {
		Row provider = this.tables.providers().one("name", name);
		this.tables.providers().remove(provider);
		this.cascades.providerDeleted(provider);
		return this;
	}

	/** Somebody else changes an application meanwhile. */
	public AuthentikWorld somebodyChangesTheApplication(String slug, String field, @Nullable Object value) {
		this.tables.applications().one("slug", slug).set(field, value);
		return this;
	}

	/** Somebody else deletes an application meanwhile. */
	public AuthentikWorld somebodyDeletesTheApplication(String slug) {
		Row application = this.tables.applications().one("slug", slug);
		this.tables.applications().remove(application);
		this.cascades.applicationDeleted(application);
		return this;
	}

	/**
	 * What a wizard could have created or changed, by kind, with the values as stored.
	 * Secrets are in it: for comparison, not for printing.
	 */
	public Map<String, List<Map<String, @Nullable Object>>> inventory() {
		Map<String, List<Map<String, @Nullable Object>>> inventory = new LinkedHashMap<>();
		this.tables.ofAWizard()
			.forEach((table) -> inventory.put(table.model().name(), table.stream().map(Row::values).toList()));
		inventory.put("user",
				this.people.users()
					.stream()
					.map((user) -> AuthentikJson.object("pk", user.pk(), "attributes", user.object("attributes")))
					.toList());
		return inventory;
	}

	/** Holds just what an earlier {@link #inventory()} told. */
	public synchronized AuthentikWorld holds(Map<String, List<Map<String, @Nullable Object>>> inventory) {
		this.tables.ofAWizard()
			.forEach((table) -> table.replaceAll(inventory.getOrDefault(table.model().name(), List.of())));
		inventory.getOrDefault("user", List.of())
			.forEach((held) -> this.people.users().one("pk", held.get("pk")).set("attributes", held.get("attributes")));
		this.applicationCache.empty();
		return this;
	}

	/** The events so far, oldest first: fields as the API shows them. */
	public List<Row> eventsSoFar() {
		return this.events.table().stream().toList();
	}

	public Instant now() {
		return this.instance.now();
	}

	public Clock clock() {
		return this.instance.clock();
	}

	public Randomness randomness() {
		return this.instance.randomness();
	}

	public int nextNumber() {
		return this.instance.nextNumber();
	}

	/** The system settings, all of them fields of one row. */
	public Row settings() {
		return this.settings;
	}

	/** What takes all that a blueprint can change back to how it is now. */
	public Runnable checkpoint() {
		Stream<Table> others = Stream.of(this.tables.users(), this.tables.groups(), this.tables.tokens(),
				this.tables.consents(), this.tables.assignments(), this.tables.events());
		List<Runnable> checkpoints = Stream.of(this.tables.ofAWizard().stream(), this.tables.grants().stream(), others)
			.flatMap((tables) -> tables)
			.map(Table::checkpoint)
			.toList();
		return () -> checkpoints.forEach(Runnable::run);
	}

	/** The permissions that there are. */
	public PermissionCatalog permissions() {
		return this.permissions;
	}

	/** Who may what. */
	public Rbac rbac() {
		return this.rbac;
	}

	public EventLog events() {
		return this.events;
	}

	public BrowserSessions sessions() {
		return this.sessions;
	}

	public SecretObjects secrets() {
		return this.secrets;
	}

	public Cascades cascades() {
		return this.cascades;
	}

	public ApplicationCache applicationCache() {
		return this.applicationCache;
	}

	public boolean starts() {
		return this.starting;
	}

	public Gateway gateway() {
		return this.gateway;
	}

	public boolean openerIsCut(String path) {
		return this.openerIsCut.test(path);
	}

	Proxy proxy() {
		return this.proxy;
	}

	public @Nullable String baseUrl() {
		return this.baseUrl;
	}

	public boolean isOpenToAllByDefault() {
		return !this.instance.has(Behaviour.DEFAULT_APP_ACCESS)
				|| !Boolean.FALSE.equals(this.settings.object("flags").get(SystemFlags.OPEN));
	}

	public boolean assumes(AuthentikAssumption assumption) {
		return this.instance.assumes(assumption);
	}

	/** The path below which it lives, with both slashes. */
	public String webPath() {
		return this.webPath;
	}

	public boolean isSuperuser(Row user) {
		return this.people.isSuperuser(user);
	}

}
