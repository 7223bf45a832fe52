package io.github.dsmsso.lab.authentik.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.dsmsso.lab.ShiftedClock;
import io.github.dsmsso.lab.authentik.admin.Brands;
import io.github.dsmsso.lab.authentik.admin.ExpressionPolicies;
import io.github.dsmsso.lab.authentik.admin.SettingsEndpoint;
import io.github.dsmsso.lab.authentik.releases.AuthentikAssumption;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.rights.PolicyExpression;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Randomness;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.Table;
import io.github.dsmsso.lab.authentik.store.TimeFormats;
import io.github.dsmsso.lab.http.Gateway;
import org.jspecify.annotations.Nullable;

/**
 * One authentik instance: what it stores, how it is installed, and what is wrong with it.
 * The simulator holds this object's monitor while it answers; a scenario that changes the
 * world meanwhile should do the same.
 */
public final class AuthentikWorld {

	private final AuthentikVersion version;

	private final ShiftedClock clock;

	private final Randomness randomness;

	private final Set<AuthentikAssumption> dropped = EnumSet.noneOf(AuthentikAssumption.class);

	private final Table flows = new Table(this, "authentik_flows", "flow", "Flow");

	private final Table keys = new Table(this, "authentik_crypto", "certificatekeypair", "Certificate-Key Pair");

	private final Table scopeMappings = new Table(this, "authentik_providers_oauth2", "scopemapping", "Scope Mapping");

	private final Table providers = new Table(this, "authentik_providers_oauth2", "oauth2provider",
			"OAuth2/OpenID Provider");

	private final Table applications = new Table(this, "authentik_core", "application", "Application");

	private final Table policies = ExpressionPolicies.table(this);

	private final Table bindings = new Table(this, "authentik_policies", "policybinding", "Policy Binding");

	private final Table accessTokens = new Table(this, "authentik_providers_oauth2", "accesstoken",
			"OAuth2 Access Token");

	private final Table refreshTokens = new Table(this, "authentik_providers_oauth2", "refreshtoken",
			"OAuth2 Refresh Token");

	private final Table codes = new Table(this, "authentik_providers_oauth2", "authorizationcode",
			"Authorization Code");

	private final Table consents = new Table(this, "authentik_core", "userconsent", "User Consent");

	private final Table blueprints = new Table(this, "authentik_blueprints", "blueprintinstance", "Blueprint Instance");

	private final Table brands;

	private final Rbac rbac = new Rbac(this);

	private final AuthentikPeople people;

	private final KeyRing keyRing;

	private final EventLog events;

	private final BrowserSessions sessions;

	private final ApplicationCache applicationCache = new ApplicationCache(this);

	private final PermissionCatalog permissions;

	private final SecretObjects secrets = new SecretObjects(this);

	private int lastNumber;

	private boolean starting;

	private Predicate<String> openerIsCut = (path) -> false;

	private Gateway gateway = Gateway.NONE;

	private final Row settings = SettingsEndpoint.ofANewInstance();

	private Proxy proxy = Proxy.NONE;

	private String webPath = "/";

	private @Nullable String baseUrl;

	/**
	 * A newly installed instance: the flows, keys and mappings that authentik ships, the
	 * group of administrators and no users.
	 */
	public AuthentikWorld(AuthentikVersion version, Clock clock, Random random) {
		this.version = version;
		this.clock = new ShiftedClock(clock);
		this.randomness = new Randomness(random);
		this.brands = Brands.table(this);
		this.people = new AuthentikPeople(this);
		this.keyRing = new KeyRing(this);
		this.events = new EventLog(this);
		this.sessions = new BrowserSessions(this);
		this.permissions = new PermissionCatalog(this);
		Installation.of(this);
	}

	public AuthentikVersion version() {
		return this.version;
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
		this.clock.isAheadBy(ahead);
		return this;
	}

	/**
	 * It lives below a path, as {@code web.path} sets it; releases before 2024.12 do not
	 * know that setting and stay where they are.
	 */
	public AuthentikWorld livesBelow(String webPath) {
		this.webPath = this.version.has(Behaviour.WEB_PATH) ? webPath : "/";
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
		return this.policies
			.add(new Row(AuthentikJson.object("pk", this.randomness.uuid(), "name", name, "execution_logging", false,
					"expression", expression)))
			.text("pk");
	}

	/** Somebody binds a policy to an application, behind the bindings that it has. */
	public AuthentikWorld policyIsBound(String policy, String slug, boolean negate, boolean failureResult) {
		Map<String, @Nullable Object> binding = binding(slug);
		binding.putAll(AuthentikJson.object("policy", this.policies.one("name", policy).pk(), "negate", negate,
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
		Object target = this.applications.one("slug", slug).pk();
		long order = this.bindings.stream().filter((binding) -> binding.is("target", target)).count();
		return AuthentikJson.object("pk", this.randomness.uuid(), "policy", null, "group", null, "user", null, "target",
				target, "negate", false, "enabled", true, "order", (int) order, "timeout", 30, "failure_result", false);
	}

	private AuthentikWorld isBound(Map<String, @Nullable Object> binding) {
		this.bindings.add(new Row(binding));
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
		return this.version.has(Behaviour.EXPIRING_BINDINGS) ? everyBinding(slug, "expires", TimeFormats.iso(expires))
				: this;
	}

	private AuthentikWorld everyBinding(String slug, String field, Object value) {
		Object target = this.applications.one("slug", slug).pk();
		this.bindings.stream()
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
		if (!holds && assumption.otherwise() == null) {
			throw new IllegalArgumentException(assumption + " cannot be switched off");
		}
		boolean ignored = holds ? this.dropped.remove(assumption) : this.dropped.add(assumption);
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

	/** Somebody has deleted the flows that it was installed with. */
	public AuthentikWorld lacksTheDefaultFlows() {
		this.flows.stream()
			.filter((flow) -> flow.text("slug").startsWith("default-provider-"))
			.forEach(this.flows::remove);
		return this;
	}

	/**
	 * A provider and its application come, both of that name, as authentik's guide for
	 * DSM describes them.
	 */
	public AuthentikWorld connectionComes(String name, String clientId, String clientSecret, String redirectUri) {
		new GuideConnection(this).comes(name, clientId, clientSecret, redirectUri);
		return this;
	}

	/**
	 * Somebody makes a scope mapping of their own.
	 * @param expression one of those that the laboratory evaluates
	 */
	public AuthentikWorld scopeMappingComes(String name, String scope, String expression) {
		this.scopeMappings.add(new Row(AuthentikJson.object("pk", this.randomness.uuid(), "name", name, "scope_name",
				scope, "description", "", "expression", expression, "managed", null)));
		return this;
	}

	/** A provider of another protocol has this name. */
	public AuthentikWorld hasASamlProvider(String name) {
		Object flow = this.flows.stream().findFirst().map(Row::pk).orElse("");
		this.providers.add(new Row(AuthentikJson.object("pk", nextNumber(), "name", name, "protocol", "saml",
				"authorization_flow", flow, "invalidation_flow", flow, "property_mappings", List.of())));
		return this;
	}

	/** Somebody else changes a provider meanwhile. */
	public AuthentikWorld somebodyChangesTheProvider(String name, String field, @Nullable Object value) {
		this.providers.one("name", name).set(field, value);
		return this;
	}

	/** Somebody else changes a scope mapping meanwhile. */
	public AuthentikWorld somebodyChangesTheScopeMapping(String name, String field, @Nullable Object value) {
		this.scopeMappings.one("name", name).set(field, value);
		return this;
	}

	/** Somebody else deletes a provider meanwhile. */
	public AuthentikWorld somebodyDeletesTheProvider(String name) {
		Row provider = this.providers.one("name", name);
		this.providers.remove(provider);
		Cascades.providerDeleted(this, provider);
		return this;
	}

	/** Somebody else changes an application meanwhile. */
	public AuthentikWorld somebodyChangesTheApplication(String slug, String field, @Nullable Object value) {
		this.applications.one("slug", slug).set(field, value);
		return this;
	}

	/** Somebody else deletes an application meanwhile. */
	public AuthentikWorld somebodyDeletesTheApplication(String slug) {
		Row application = this.applications.one("slug", slug);
		this.applications.remove(application);
		Cascades.applicationDeleted(this, application);
		return this;
	}

	/**
	 * What a wizard could have created or changed, by kind, with the values as stored.
	 * Secrets are in it: for comparison, not for printing.
	 */
	public Map<String, List<Map<String, @Nullable Object>>> inventory() {
		Map<String, List<Map<String, @Nullable Object>>> inventory = new LinkedHashMap<>();
		wizardTables()
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
		wizardTables().forEach((table) -> table.replaceAll(inventory.getOrDefault(table.model().name(), List.of())));
		inventory.getOrDefault("user", List.of())
			.forEach((held) -> this.people.users().one("pk", held.get("pk")).set("attributes", held.get("attributes")));
		this.applicationCache.empty();
		return this;
	}

	private List<Table> wizardTables() {
		return List.of(this.providers, this.applications, this.bindings, this.scopeMappings, this.keys);
	}

	/** The events so far, oldest first: fields as the API shows them. */
	public List<Row> eventsSoFar() {
		return this.events.table().stream().toList();
	}

	public Instant now() {
		return this.clock.instant();
	}

	public Clock clock() {
		return this.clock;
	}

	public Randomness randomness() {
		return this.randomness;
	}

	public int nextNumber() {
		return ++this.lastNumber;
	}

	public Table flows() {
		return this.flows;
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

	/** The expression policies: the laboratory has no others. */
	public Table policies() {
		return this.policies;
	}

	/** The system settings, all of them fields of one row. */
	public Row settings() {
		return this.settings;
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
	List<Table> grants() {
		return List.of(this.codes, this.accessTokens, this.refreshTokens);
	}

	public Table consents() {
		return this.consents;
	}

	public Table blueprints() {
		return this.blueprints;
	}

	/** What takes all that a blueprint can change back to how it is now. */
	public Runnable checkpoint() {
		Stream<Table> others = Stream.of(this.people.users(), this.people.groups(), this.people.tokens(), this.consents,
				this.rbac.assignments(), this.events.table());
		List<Runnable> checkpoints = Stream.of(wizardTables().stream(), grants().stream(), others)
			.flatMap((tables) -> tables)
			.map(Table::checkpoint)
			.toList();
		return () -> checkpoints.forEach(Runnable::run);
	}

	public Table brands() {
		return this.brands;
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
		return !this.version.has(Behaviour.DEFAULT_APP_ACCESS)
				|| !Boolean.FALSE.equals(this.settings.object("flags").get(SystemFlags.OPEN));
	}

	public boolean assumes(AuthentikAssumption assumption) {
		return !this.dropped.contains(assumption);
	}

	/** The path below which it lives, with both slashes. */
	public String webPath() {
		return this.webPath;
	}

	public boolean isSuperuser(Row user) {
		return this.people.isSuperuser(user);
	}

}
