package io.github.dsmsso.wizard.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.authentik.AuthentikCapabilities;
import io.github.dsmsso.wizard.authentik.AuthentikGroup;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.authentik.CertificateKeyPair;
import io.github.dsmsso.wizard.authentik.Flow;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.OAuth2Providers.ProviderName;
import io.github.dsmsso.wizard.authentik.ScopeMapping;
import io.github.dsmsso.wizard.authentik.TokenOwner;
import io.github.dsmsso.wizard.dsm.NasDescription.Directory;
import io.github.dsmsso.wizard.judgement.ClaimFacts;
import io.github.dsmsso.wizard.judgement.DsmRules;
import org.jspecify.annotations.Nullable;

/**
 * What authentik has to build with, and what a name in the plan stands for.
 *
 * @param owner whose token it is read by
 * @param capabilities what this release can do
 * @param authorizationFlows flows that let people in
 * @param invalidationFlows flows that sign people out
 * @param keys key pairs that can sign
 * @param scopeMappings scope mappings
 * @param providers the OAuth2 providers there are
 * @param providerNames the names of providers of every type
 * @param groups the groups
 * @param users the people
 * @param claims what is known of the names that a provider sends
 * @param directory what DSM belongs to
 */
public record AuthentikInventory(TokenOwner owner, AuthentikCapabilities capabilities, List<Flow> authorizationFlows,
		List<Flow> invalidationFlows, List<CertificateKeyPair> keys, List<ScopeMapping> scopeMappings,
		List<OAuth2Provider> providers, List<ProviderName> providerNames, List<AuthentikGroup> groups,
		List<AuthentikUser> users, ClaimFacts claims, Directory directory) {

	/** The same with what was learnt of names and of DSM's directory. */
	public AuthentikInventory with(ClaimFacts claims, Directory directory) {
		return new AuthentikInventory(this.owner, this.capabilities, this.authorizationFlows, this.invalidationFlows,
				this.keys, this.scopeMappings, this.providers, this.providerNames, this.groups, this.users, claims,
				directory);
	}

	/** The keys DSM can check signatures of. */
	public List<CertificateKeyPair> rsaKeys() {
		return this.keys.stream().filter(CertificateKeyPair::isRsa).toList();
	}

	/** The mapping that authentik ships for a scope. */
	public Optional<ScopeMapping> shippedMapping(String scope) {
		return this.scopeMappings.stream().filter((mapping) -> mapping.isShippedFor(scope)).findFirst();
	}

	/** The mapping by which a provider bridges names already. */
	public Optional<ScopeMapping> bridgeOf(@Nullable OAuth2Provider provider) {
		return (provider != null) ? provider.bridgeAmong(this.scopeMappings) : Optional.empty();
	}

	/**
	 * The mapping that bridges names once all is as desired: one that is there, or one
	 * without a key. Empty where none is desired, or where it cannot be made out of the
	 * one that authentik ships.
	 * @param provider the provider as it is, or null
	 * @param found the mapping of the desired name, or null
	 */
	Optional<ScopeMapping> bridgeFor(DesiredState desired, @Nullable OAuth2Provider provider,
			@Nullable ScopeMapping found) {
		NameBridge bridge = desired.bridge();
		if (bridge == null) {
			return Optional.empty();
		}
		return bridgeOf(provider).or(() -> shippedMapping(DsmRules.PROFILE)
			.flatMap((shipped) -> shipped.bridged(desired.newScopeMappingName(), bridge.attribute()))
			.map((made) -> (found != null) ? made.withPk(found.pk()) : made));
	}

	/** The same with a mapping among the others, in the place of one of its name. */
	AuthentikInventory withMapping(ScopeMapping mapping) {
		Stream<ScopeMapping> others = this.scopeMappings.stream()
			.filter((other) -> !other.name().equals(mapping.name()));
		return new AuthentikInventory(this.owner, this.capabilities, this.authorizationFlows, this.invalidationFlows,
				this.keys, Stream.concat(others, Stream.of(mapping)).toList(), this.providers, this.providerNames,
				this.groups, this.users, this.claims, this.directory);
	}

	/** A mapping for a scope: the one that authentik ships, else somebody's own. */
	Optional<String> mappingFor(String scope) {
		return shippedMapping(scope)
			.or(() -> this.scopeMappings.stream().filter((mapping) -> mapping.scopeName().equals(scope)).findFirst())
			.map(ScopeMapping::pk);
	}

	/**
	 * UUID of the flow in which people pass the fewest steps, authentik's own before
	 * others; empty where there is none.
	 */
	String preferredAuthorizationFlow() {
		return preferred(this.authorizationFlows.stream()).orElse("");
	}

	/**
	 * UUID of the best flow to take instead of one that people cannot pass, or shall not
	 * have to; the same where no other is for everybody.
	 */
	String authorizationFlowInsteadOf(String flow) {
		return preferred(this.authorizationFlows.stream()
			.filter((other) -> !other.pk().equals(flow) && other.audience() == Flow.Audience.SIGNED_IN)).orElse(flow);
	}

	private static Optional<String> preferred(Stream<Flow> flows) {
		return flows
			.min(Comparator.comparing(Flow::audience)
				.thenComparing((flow) -> !flow.stages().isEmpty())
				.thenComparing((flow) -> !flow.slug().equals(Flow.IMPLICIT_CONSENT)))
			.map(Flow::pk);
	}

	/** UUID of the flow that signs out of an application; empty where there is none. */
	String preferredInvalidationFlow() {
		return this.invalidationFlows.stream()
			.min(Comparator.comparing((flow) -> !flow.slug().equals(Flow.PROVIDER_INVALIDATION)))
			.map(Flow::pk)
			.orElse("");
	}

	String flowName(String pk) {
		return Stream.concat(this.authorizationFlows.stream(), this.invalidationFlows.stream())
			.filter((flow) -> flow.pk().equals(pk))
			.map(Flow::slug)
			.findFirst()
			.orElse(pk);
	}

	String keyName(String pk) {
		return this.keys.stream()
			.filter((key) -> key.pk().equals(pk))
			.map((key) -> key.name()
					+ (key.keyType().isEmpty() ? "" : " (" + key.keyType().toUpperCase(Locale.ROOT) + ")"))
			.findFirst()
			.orElse(pk);
	}

	String mappingName(String pk) {
		return this.scopeMappings.stream()
			.filter((mapping) -> mapping.pk().equals(pk))
			.map((mapping) -> (mapping.managed() != null) ? mapping.scopeName() : mapping.name())
			.findFirst()
			.orElse(pk);
	}

	String groupName(String pk) {
		return this.groups.stream()
			.filter((group) -> group.pk().equals(pk))
			.map(AuthentikGroup::name)
			.findFirst()
			.orElse(pk);
	}

	String userName(int pk) {
		return this.users.stream()
			.filter((user) -> user.pk() == pk)
			.map(AuthentikUser::username)
			.findFirst()
			.orElse(String.valueOf(pk));
	}

}
