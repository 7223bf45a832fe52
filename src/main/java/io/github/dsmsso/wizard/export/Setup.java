package io.github.dsmsso.wizard.export;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.AuthentikCapabilities;
import io.github.dsmsso.wizard.authentik.AuthentikGroup;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.authentik.CertificateKeyPair;
import io.github.dsmsso.wizard.authentik.Flow;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.authentik.ScopeMapping;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.dsm.SsoProfile;
import io.github.dsmsso.wizard.dsm.SsoSetting;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.plan.AuthentikInventory;
import io.github.dsmsso.wizard.plan.Change;
import io.github.dsmsso.wizard.plan.Change.ApplicationChange;
import io.github.dsmsso.wizard.plan.Change.BindingChange;
import io.github.dsmsso.wizard.plan.Change.OidcSsoChange;
import io.github.dsmsso.wizard.plan.Change.ProviderChange;
import io.github.dsmsso.wizard.plan.Change.ScopeMappingChange;
import io.github.dsmsso.wizard.plan.Change.SigningKeyChange;
import io.github.dsmsso.wizard.plan.Change.SsoProfileChange;
import io.github.dsmsso.wizard.plan.Change.SsoSettingChange;
import io.github.dsmsso.wizard.plan.Operation;
import io.github.dsmsso.wizard.plan.Plan;
import org.jspecify.annotations.Nullable;

/**
 * Both systems as a plan wants them, for a tool that shall bring about the same: what is
 * there already has a key, and what the plan makes has none yet.
 *
 * @param nas where the NAS is called
 * @param nasCertificate the certificate of the NAS that was chosen, by its SHA-256, or
 * null
 * @param account the DSM account that signs in
 * @param authentik where authentik is called
 * @param authentikCertificate the certificate of authentik that was chosen, or null
 * @param provider the provider
 * @param application the application
 * @param bindings who may use it
 * @param ownMapping the scope mapping that the plan makes, or null
 * @param ownKey the name of the signing key that the plan makes, or null
 * @param oidcSso DSM's OpenID Connect settings
 * @param ssoProfile DSM's switch
 * @param ssoSetting how DSM's sign-in page starts; null on DSM 7.1
 * @param inventory what the keys of flows, key pairs, mappings, groups and users stand
 * for
 */
public record Setup(String nas, @Nullable String nasCertificate, String account, String authentik,
		@Nullable String authentikCertificate, OAuth2Provider provider, Application application,
		List<PolicyBinding> bindings, @Nullable ScopeMapping ownMapping, @Nullable String ownKey, OidcSso oidcSso,
		SsoProfile ssoProfile, @Nullable SsoSetting ssoSetting, AuthentikInventory inventory) {

	/**
	 * What a plan leads to; empty where a part of it is missing, such as a flow.
	 * @param nas the NAS
	 * @param account the DSM account that signs in
	 * @param authentik authentik
	 */
	public static Optional<Setup> of(Plan plan, AuthentikInventory inventory, Peer nas, String account,
			Peer authentik) {
		OAuth2Provider provider = wanted(plan, ProviderChange.class).map(ProviderChange::wanted)
			.orElse(plan.current().provider());
		Application application = wanted(plan, ApplicationChange.class).map(ApplicationChange::wanted)
			.orElse(plan.current().application());
		if (provider == null || application == null || !plan.blockers().isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(new Setup(address(nas), certificate(nas), account, address(authentik),
				certificate(authentik), provider.withPk(pk(plan)), keyed(application, plan), bindings(plan),
				wanted(plan, ScopeMappingChange.class).map(ScopeMappingChange::wanted).orElse(null),
				wanted(plan, SigningKeyChange.class).map(SigningKeyChange::name).orElse(null),
				wanted(plan, OidcSsoChange.class).map(OidcSsoChange::wanted).orElse(plan.current().dsm().oidc()),
				wanted(plan, SsoProfileChange.class).map(SsoProfileChange::wanted)
					.orElse(plan.current().dsm().profile()),
				wanted(plan, SsoSettingChange.class).map(SsoSettingChange::wanted)
					.orElse(plan.current().dsm().setting()),
				inventory));
	}

	private static String address(Peer peer) {
		return peer.address().toString().replaceAll("/$", "");
	}

	private static @Nullable String certificate(Peer peer) {
		return (peer.trust().chosen() != null) ? peer.trust().chosen().value() : null;
	}

	private static <C extends Change> Optional<C> wanted(Plan plan, Class<C> kind) {
		return plan.changes().stream().filter(kind::isInstance).map(kind::cast).findFirst();
	}

	private static int pk(Plan plan) {
		return (plan.current().provider() != null) ? plan.current().provider().pk() : 0;
	}

	private static Application keyed(Application wanted, Plan plan) {
		Application there = plan.current().application();
		return new Application((there != null) ? there.pk() : "", wanted.name(), wanted.slug(), wanted.provider(),
				wanted.matchAny(), wanted.launchUrl(), wanted.description(), wanted.publisher());
	}

	private static List<PolicyBinding> bindings(Plan plan) {
		List<BindingChange> changes = plan.changes()
			.stream()
			.filter(BindingChange.class::isInstance)
			.map(BindingChange.class::cast)
			.toList();
		Stream<PolicyBinding> stay = plan.current()
			.bindings()
			.stream()
			.filter((binding) -> changes.stream()
				.noneMatch((change) -> change.operation() == Operation.DELETE && change.binding().isSameAs(binding)));
		Stream<PolicyBinding> come = changes.stream()
			.filter((change) -> change.operation() == Operation.CREATE)
			.map(BindingChange::binding);
		return Stream.concat(stay, come).toList();
	}

	AuthentikCapabilities capabilities() {
		return this.inventory.capabilities();
	}

	/** The slug of a flow. */
	String flow(String pk) {
		return Stream.concat(this.inventory.authorizationFlows().stream(), this.inventory.invalidationFlows().stream())
			.filter((flow) -> flow.pk().equals(pk))
			.map(Flow::slug)
			.findFirst()
			.orElse(pk);
	}

	/** The name of the key that signs; null where none does. */
	@Nullable String signingKey() {
		String pk = this.provider.signingKey();
		return (pk != null) ? key(pk) : this.ownKey;
	}

	/** The name of a key pair. */
	String key(String pk) {
		return this.inventory.keys()
			.stream()
			.filter((key) -> key.pk().equals(pk))
			.map(CertificateKeyPair::name)
			.findFirst()
			.orElse(pk);
	}

	/** The mapping of a key; the one that the plan makes has none yet. */
	Optional<ScopeMapping> mapping(String pk) {
		return Stream.concat(Stream.ofNullable(this.ownMapping), this.inventory.scopeMappings().stream())
			.filter((mapping) -> mapping.pk().equals(pk))
			.findFirst();
	}

	/** The name of a group. */
	String group(String pk) {
		return this.inventory.groups()
			.stream()
			.filter((group) -> group.pk().equals(pk))
			.map(AuthentikGroup::name)
			.findFirst()
			.orElse(pk);
	}

	/** The user name of a user. */
	String user(int pk) {
		return this.inventory.users()
			.stream()
			.filter((user) -> user.pk() == pk)
			.map(AuthentikUser::username)
			.findFirst()
			.orElse(String.valueOf(pk));
	}

}
