package io.github.dsmsso.wizard.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.ScopeMapping;
import io.github.dsmsso.wizard.judgement.ClaimFacts;
import io.github.dsmsso.wizard.judgement.DsmRules;
import io.github.dsmsso.wizard.judgement.SentClaims;
import org.jspecify.annotations.Nullable;

/**
 * Which scope mappings a provider shall have. Those that are attached stay, a custom one
 * included; what carries the account name is added where it is missing.
 */
final class AttachedMappings {

	private final AuthentikInventory inventory;

	private final Optional<ScopeMapping> bridge;

	/**
	 * Looks at what there is.
	 * @param bridge the mapping that is to bridge names, where one is
	 */
	AttachedMappings(AuthentikInventory inventory, Optional<ScopeMapping> bridge) {
		this.inventory = bridge.map(inventory::withMapping).orElse(inventory);
		this.bridge = bridge;
	}

	/**
	 * The keys of the mappings. One that bridges names takes the place of what sends the
	 * user name in the same scope.
	 * @param before the provider as it is, or null
	 * @param heldClaim the claim that DSM looks at now
	 */
	List<String> of(@Nullable OAuth2Provider before, DesiredState desired, String heldClaim) {
		List<String> keys = unbridged(before, desired, heldClaim);
		return this.bridge.map(ScopeMapping::pk)
			.filter((pk) -> !keys.contains(pk))
			.map((pk) -> Stream.concat(withoutTheUsername(keys), Stream.of(pk)).toList())
			.orElse(keys);
	}

	private Stream<String> withoutTheUsername(List<String> keys) {
		return keys.stream()
			.filter((key) -> this.inventory.scopeMappings()
				.stream()
				.noneMatch((mapping) -> mapping.pk().equals(key) && sendsTheUsername(mapping)));
	}

	/** Whether it is one whose place the bridge takes. */
	static boolean sendsTheUsername(ScopeMapping mapping) {
		return mapping.scopeName().equals(DsmRules.PROFILE) && mapping.mayFill(DsmRules.USERNAME_CLAIM);
	}

	private List<String> unbridged(@Nullable OAuth2Provider before, DesiredState desired, String heldClaim) {
		if (before == null) {
			return shipped(DsmRules.asked(DsmRules.SCOPE));
		}
		ClaimFacts now = this.inventory.claims();
		SentClaims sent = SentClaims.of(before, this.inventory.scopeMappings(),
				(now.sent() != null) ? now.sent().previewed() : null);
		ClaimFacts facts = new ClaimFacts(sent, desired.userClaim().equals(heldClaim) ? now.gettingIn() : null,
				now.gettingInByUsername());
		List<String> missing = DsmRules.missingMappings(desired.scope(), desired.userClaim(), facts, sent);
		return Stream.concat(before.propertyMappings().stream(), shipped(missing).stream()).distinct().toList();
	}

	/** The same as the mappings themselves, as far as they are known. */
	List<ScopeMapping> mappingsOf(@Nullable OAuth2Provider before, DesiredState desired, String heldClaim) {
		List<String> keys = of(before, desired, heldClaim);
		return this.inventory.scopeMappings().stream().filter((mapping) -> keys.contains(mapping.pk())).toList();
	}

	private List<String> shipped(List<String> scopes) {
		return scopes.stream().flatMap((scope) -> this.inventory.mappingFor(scope).stream()).toList();
	}

}
