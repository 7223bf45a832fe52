package io.github.dsmsso.wizard.verify;

import java.util.List;

import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.authentik.AuthentikGroup;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.authentik.CertificateKeyPair;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.ScopeMapping;
import io.github.dsmsso.wizard.shared.Reading;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reads authentik with the administrator's token.
 */
@Component
class AuthentikObserver {

	AuthentikSide look(VerificationSubject subject) {
		AuthentikClient authentik = subject.authentik();
		Reading<Seen<List<CertificateKeyPair>>> keys = Reading.start(() -> Seen.look(() -> authentik.keys().list()));
		Reading<Seen<List<ScopeMapping>>> mappings = Reading
			.start(() -> Seen.look(() -> authentik.scopeMappings().list()));
		Reading<Seen<List<AuthentikUser>>> users = Reading.start(() -> Seen.look(() -> authentik.directory().users()));
		Reading<Seen<List<AuthentikGroup>>> groups = Reading
			.start(() -> Seen.look(() -> authentik.directory().groups()));
		Reading<Seen<Boolean>> renaming = Reading
			.start(() -> Seen.look(() -> authentik.directory().usersMayRenameThemselves()));
		Seen<Application> application = Seen
			.look(() -> authentik.applications().get(subject.applicationSlug()).orElse(null));
		Seen<OAuth2Provider> provider = application.lookFurther((found) -> providerOf(found, authentik));
		return new AuthentikSide(application, provider, keys.get(), mappings.get(),
				application.lookFurther((found) -> authentik.bindings().list(found.pk())), users.get(), groups.get(),
				renaming.get(), users.get().lookFurther(provider, (people, of) -> sample(people, of, authentik)));
	}

	private static @Nullable OAuth2Provider providerOf(Application application, AuthentikClient authentik) {
		Integer pk = application.provider();
		return (pk != null) ? authentik.providers().get(pk).orElse(null) : null;
	}

	/**
	 * One of those who can be expected to sign in: an active person, by name the first.
	 */
	private static @Nullable ClaimSample sample(List<AuthentikUser> users, OAuth2Provider provider,
			AuthentikClient authentik) {
		return users.stream()
			.filter(AuthentikUser::active)
			.min((one, other) -> one.username().compareTo(other.username()))
			.flatMap((user) -> authentik.providers()
				.previewUser(provider.pk(), user.pk())
				.map((preview) -> new ClaimSample(user.username(), preview)))
			.orElse(null);
	}

}
