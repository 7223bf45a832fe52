package io.github.dsmsso.wizard.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.ScopeMapping;
import io.github.dsmsso.wizard.authentik.UserAttributes;
import io.github.dsmsso.wizard.judgement.DsmRules;
import io.github.dsmsso.wizard.plan.Change.ScopeMappingChange;
import io.github.dsmsso.wizard.plan.Change.UserAttributeChange;
import io.github.dsmsso.wizard.shared.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Compares how names are to be bridged with what is there: the attribute of each person
 * that is to be filled in, and the mapping that sends it.
 */
final class BridgePlanner {

	private final DesiredState desired;

	private final CurrentState current;

	private final AuthentikInventory inventory;

	BridgePlanner(DesiredState desired, CurrentState current, AuthentikInventory inventory) {
		this.desired = desired;
		this.current = current;
		this.inventory = inventory;
	}

	/** The mapping that bridges names once all is as desired. */
	Optional<ScopeMapping> mapping() {
		return this.inventory.bridgeFor(this.desired, this.current.provider(), this.current.scopeMapping());
	}

	Optional<ScopeMappingChange> mappingChange(ChangeDescriber describer) {
		return mapping().map((mapping) -> new ScopeMappingChange(mapping, describer.scopeMapping(mapping)));
	}

	List<UserAttributeChange> attributeChanges(ChangeDescriber describer) {
		NameBridge bridge = this.desired.bridge();
		return (bridge == null) ? List.of()
				: bridge.names()
					.entrySet()
					.stream()
					.map((filled) -> attributeChange(bridge.attribute(), filled, describer))
					.toList();
	}

	private UserAttributeChange attributeChange(String attribute, Map.Entry<Integer, String> filled,
			ChangeDescriber describer) {
		String before = this.current.findAttributes(filled.getKey())
			.map((attributes) -> attributes.text(attribute))
			.orElse(null);
		return new UserAttributeChange(filled.getKey(), attribute, before, filled.getValue(),
				describer.attribute(filled.getKey(), attribute, before, filled.getValue()));
	}

	List<Problem> blockers() {
		NameBridge bridge = this.desired.bridge();
		if (bridge == null) {
			return List.of();
		}
		List<Problem> blockers = new ArrayList<>();
		if (mapping().isEmpty()) {
			blockers.add(Problem.of("plan.no-mapping-to-bridge", DsmRules.PROFILE));
		}
		mapping().filter((mapping) -> isTaken(mapping, this.current.scopeMapping()))
			.ifPresent((mapping) -> blockers.add(Problem.of("plan.scope-mapping-taken", mapping.name())));
		ownMapping(this.current.provider(), this.inventory)
			.ifPresent((own) -> blockers.add(Problem.of("plan.own-mapping-sends-name", own.name())));
		bridge.names().keySet().stream().filter((user) -> !canBeFilled(user, bridge.attribute())).forEach((user) -> {
			String name = this.inventory.userName(user);
			blockers.add(Problem.of("plan.attribute-cannot-be-filled", bridge.attribute(), name));
		});
		return blockers;
	}

	private static boolean isTaken(ScopeMapping wanted, @Nullable ScopeMapping found) {
		return found != null && found.pk().equals(wanted.pk()) && !found.isSameAs(wanted);
	}

	private boolean canBeFilled(int user, String attribute) {
		Optional<UserAttributes> found = this.current.findAttributes(user);
		return found.isPresent() && !found.get().holdsNoText(attribute);
	}

	/**
	 * The mapping of somebody's own that sends the user name, or may: what it sends
	 * nobody but its maker can keep.
	 */
	static Optional<ScopeMapping> ownMapping(@Nullable OAuth2Provider provider, AuthentikInventory inventory) {
		return (provider == null || inventory.bridgeOf(provider).isPresent()) ? Optional.empty()
				: inventory.scopeMappings()
					.stream()
					.filter((mapping) -> provider.propertyMappings().contains(mapping.pk()))
					.filter((mapping) -> mapping.mayFill(DsmRules.USERNAME_CLAIM)
							&& !(AttachedMappings.sendsTheUsername(mapping)
									&& mapping.sends(DsmRules.USERNAME_CLAIM, "username")))
					.findFirst();
	}

}
