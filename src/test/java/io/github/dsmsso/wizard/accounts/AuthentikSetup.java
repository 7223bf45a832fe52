package io.github.dsmsso.wizard.accounts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.wizard.Bench;
import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.authentik.AuthentikGroup;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.authentik.ScopeMapping;
import org.jspecify.annotations.Nullable;

/** What somebody set at the demo's authentik, around the connection to the NAS. */
record AuthentikSetup(AuthentikWorld world, AuthentikClient client) {

	static final String SLUG = "synology";

	static final String BRIDGE = "request.user.attributes.get(\"synology_username\", request.user.username)";

	static AuthentikSetup of(Bench bench) {
		return new AuthentikSetup(bench.authentik(), bench.authentikClient());
	}

	AuthentikSetup binds(String group) {
		return binds(group, false);
	}

	AuthentikSetup bindsAllBut(String group) {
		return binds(group, true);
	}

	private AuthentikSetup binds(String group, boolean negate) {
		this.client.bindings().create(new PolicyBinding("", application(), group(group), null, null, 0, true, negate));
		return this;
	}

	AuthentikSetup bindsUser(String username) {
		this.client.bindings().create(PolicyBinding.ofUser(application(), user(username), 0));
		return this;
	}

	AuthentikSetup bindsWithoutEffect(String group) {
		this.client.bindings().create(new PolicyBinding("", application(), group(group), null, null, 0, false, false));
		return this;
	}

	AuthentikSetup wantsAllBindings() {
		this.world.somebodyChangesTheApplication(SLUG, "policy_engine_mode", "all");
		return this;
	}

	/** A mapping of one's own in place of the one that is shipped for the scope. */
	AuthentikSetup maps(String scope, String expression) {
		String pk = UUID.randomUUID().toString();
		Map<String, List<Map<String, @Nullable Object>>> inventory = new HashMap<>(this.world.inventory());
		List<Map<String, @Nullable Object>> mappings = new ArrayList<>(inventory.get("scopemapping"));
		mappings.add(new LinkedHashMap<>(Map.of("pk", pk, "name", "Our " + scope, "scope_name", scope, "description",
				"", "expression", expression)));
		inventory.put("scopemapping", mappings);
		this.world.holds(inventory);
		return attaches(Stream
			.concat(attached().filter((mapping) -> !mapping.scopeName().equals(scope)).map(ScopeMapping::pk),
					Stream.of(pk))
			.toList());
	}

	/** The shipped mapping of the scope is edited where it is. */
	AuthentikSetup edits(String scope, String expression) {
		Map<String, List<Map<String, @Nullable Object>>> inventory = this.world.inventory();
		inventory.get("scopemapping")
			.stream()
			.filter((mapping) -> scope.equals(mapping.get("scope_name")))
			.forEach((mapping) -> mapping.put("expression", expression));
		this.world.holds(inventory);
		return this;
	}

	AuthentikSetup attaches(List<String> mappings) {
		this.world.somebodyChangesTheProvider(provider().name(), "property_mappings", mappings);
		return this;
	}

	AuthentikSetup identifiesBy(String subjectMode) {
		this.world.somebodyChangesTheProvider(provider().name(), "sub_mode", subjectMode);
		return this;
	}

	AuthentikSetup names(String username, String nameAtTheNas) {
		this.world.people().userHasAttribute(username, "synology_username", nameAtTheNas);
		return this;
	}

	AccessRestriction onlyGroup(String name) {
		return new AccessRestriction(Set.of(group(name)), Set.of());
	}

	AccessRestriction onlyUser(String username) {
		return new AccessRestriction(Set.of(), Set.of(user(username)));
	}

	private Stream<ScopeMapping> attached() {
		List<String> attached = provider().propertyMappings();
		return this.client.scopeMappings().list().stream().filter((mapping) -> attached.contains(mapping.pk()));
	}

	private OAuth2Provider provider() {
		return this.client.providers().list().get(0);
	}

	private String application() {
		return this.client.applications().get(SLUG).orElseThrow().pk();
	}

	String group(String name) {
		return this.client.directory()
			.groups()
			.stream()
			.filter((group) -> group.name().equals(name))
			.map(AuthentikGroup::pk)
			.findFirst()
			.orElseThrow();
	}

	int user(String username) {
		return this.client.directory()
			.users()
			.stream()
			.filter((user) -> user.username().equals(username))
			.map(AuthentikUser::pk)
			.findFirst()
			.orElseThrow();
	}

}
