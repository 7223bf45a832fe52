package io.github.dsmsso.wizard.plan;

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
public record Surroundings(TokenOwner owner, AuthentikCapabilities capabilities, List<Flow> authorizationFlows,
		List<Flow> invalidationFlows, List<CertificateKeyPair> keys, List<ScopeMapping> scopeMappings,
		List<OAuth2Provider> providers, List<ProviderName> providerNames, List<AuthentikGroup> groups,
		List<AuthentikUser> users, ClaimFacts claims, Directory directory) {

	/** The same with what was learnt of names and of DSM's directory. */
	public Surroundings with(ClaimFacts claims, Directory directory) {
		return new Surroundings(this.owner, this.capabilities, this.authorizationFlows, this.invalidationFlows,
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

	/** A mapping for a scope: the one that authentik ships, else somebody's own. */
	Optional<String> mappingFor(String scope) {
		return shippedMapping(scope)
			.or(() -> this.scopeMappings.stream().filter((mapping) -> mapping.scopeName().equals(scope)).findFirst())
			.map(ScopeMapping::pk);
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
