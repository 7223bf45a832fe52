package io.github.dsmsso.wizard.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.authentik.AuthentikGroup;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.authentik.CertificateKeyPair;
import io.github.dsmsso.wizard.authentik.Flow;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.OAuth2Providers.ProviderName;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.authentik.ScopeMapping;
import io.github.dsmsso.wizard.authentik.UserAttributes;
import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.dsm.NasDescription.Directory;
import io.github.dsmsso.wizard.dsm.SsoClient;
import io.github.dsmsso.wizard.judgement.ClaimFacts;
import io.github.dsmsso.wizard.judgement.SentClaims;
import io.github.dsmsso.wizard.judgement.Settings;
import io.github.dsmsso.wizard.shared.Reading;

import org.springframework.stereotype.Component;

/**
 * Reads how both systems are. Readings that do not wait for one another run side by side.
 */
@Component
public class StateReader {

	/** Reads what authentik has to build with. */
	public AuthentikInventory inventory(AuthentikClient authentik) {
		Reading<List<Flow>> authorization = flows(authentik, Flow.Designation.AUTHORIZATION);
		Reading<List<Flow>> invalidation = flows(authentik, Flow.Designation.INVALIDATION);
		Reading<List<CertificateKeyPair>> keys = Reading.start(() -> authentik.keys().list());
		Reading<List<ScopeMapping>> mappings = Reading.start(() -> authentik.scopeMappings().list());
		Reading<List<OAuth2Provider>> providers = Reading.start(() -> authentik.providers().list());
		Reading<List<ProviderName>> names = Reading.start(() -> authentik.providers().names());
		Reading<List<AuthentikGroup>> groups = Reading.start(() -> authentik.directory().groups());
		Reading<List<AuthentikUser>> users = Reading.start(() -> authentik.directory().users());
		return new AuthentikInventory(authentik.owner(), authentik.capabilities(), authorization.get(),
				invalidation.get(), keys.get(), mappings.get(), providers.get(), names.get(), groups.get(), users.get(),
				ClaimFacts.unknown(), Directory.UNKNOWN);
	}

	/** Reads the objects that the desired state touches. */
	public CurrentState currentState(Connection connection, DesiredState desired) {
		AuthentikClient authentik = connection.authentik();
		Reading<SsoClient> sso = Reading.start(connection.dsm()::ssoClient);
		Reading<List<OAuth2Provider>> providers = Reading.start(() -> authentik.providers().list());
		Reading<List<ProviderName>> names = Reading.start(() -> authentik.providers().names());
		Reading<Optional<ScopeMapping>> mapping = Reading.start(() -> scopeMapping(authentik, desired));
		List<Reading<Optional<UserAttributes>>> attributes = attributes(authentik, desired);
		Optional<Application> application = authentik.applications().get(desired.applicationSlug());
		List<PolicyBinding> bindings = application.map((found) -> authentik.bindings().list(found.pk()))
			.orElse(List.of());
		Optional<OAuth2Provider> provider = providers.get()
			.stream()
			.filter((candidate) -> isMeant(candidate, desired))
			.findFirst();
		boolean nameTaken = names.get()
			.stream()
			.anyMatch((taken) -> taken.name().equals(desired.providerName())
					&& provider.filter((ours) -> ours.pk() == taken.pk()).isEmpty());
		return new CurrentState(sso.get(), provider.orElse(null), nameTaken, application.orElse(null), bindings,
				mapping.get().orElse(null), attributes.stream().flatMap((reading) -> reading.get().stream()).toList());
	}

	private static Optional<ScopeMapping> scopeMapping(AuthentikClient authentik, DesiredState desired) {
		return (desired.bridge() == null) ? Optional.empty()
				: authentik.scopeMappings()
					.list()
					.stream()
					.filter((mapping) -> mapping.name().equals(desired.newScopeMappingName()))
					.findFirst();
	}

	private static List<Reading<Optional<UserAttributes>>> attributes(AuthentikClient authentik, DesiredState desired) {
		NameBridge bridge = desired.bridge();
		return (bridge == null) ? List.of()
				: bridge.names()
					.keySet()
					.stream()
					.map((user) -> Reading.start(() -> authentik.directory()
						.attributes(user)
						.map((attributes) -> attributes.only(bridge.attribute()))))
					.toList();
	}

	/** The provider that is taken up; where one is to be made, whichever has its name. */
	private static boolean isMeant(OAuth2Provider provider, DesiredState desired) {
		return (desired.adoptedProvider() != null) ? desired.adoptedProvider() == provider.pk()
				: provider.name().equals(desired.providerName());
	}

	/**
	 * Reads the settings that a plan was about, to be judged by what is there.
	 * @param flows the authorization flows
	 * @param claims what is known of the names that are sent
	 * @param directory what DSM belongs to
	 */
	public Settings settings(Connection connection, DesiredState desired, List<Flow> flows, ClaimFacts claims,
			Directory directory) {
		AuthentikClient authentik = connection.authentik();
		Reading<SsoClient> dsm = Reading.start(connection.dsm()::ssoClient);
		Reading<List<OAuth2Provider>> providers = Reading.start(() -> authentik.providers().list());
		Reading<List<CertificateKeyPair>> keys = Reading.start(() -> authentik.keys().list());
		Reading<List<ScopeMapping>> mappings = Reading.start(() -> authentik.scopeMappings().list());
		Application application = authentik.applications().get(desired.applicationSlug()).orElse(null);
		OAuth2Provider provider = providers.get()
			.stream()
			.filter((candidate) -> application != null
					&& Integer.valueOf(candidate.pk()).equals(application.provider()))
			.findFirst()
			.orElse(null);
		return new Settings(desired.addresses(), desired.redirectUri(), authentik.capabilities(), application, provider,
				dsm.get(), directory, flows, keys.get(), mappings.get(),
				(provider != null) ? now(claims, provider, mappings.get()) : claims);
	}

	private static ClaimFacts now(ClaimFacts claims, OAuth2Provider provider, List<ScopeMapping> mappings) {
		Set<String> previewed = (claims.sent() != null) ? claims.sent().previewed() : null;
		return ClaimFacts.of(SentClaims.of(provider, mappings, previewed))
			.with(claims.gettingIn(), claims.gettingInByUsername());
	}

	private static Reading<List<Flow>> flows(AuthentikClient authentik, Flow.Designation designation) {
		boolean exists = designation == Flow.Designation.AUTHORIZATION
				|| authentik.capabilities().hasInvalidationFlow();
		return Reading.start(() -> exists ? authentik.flows().list(designation) : List.of());
	}

}
