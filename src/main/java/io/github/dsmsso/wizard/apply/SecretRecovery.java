package io.github.dsmsso.wizard.apply;

import java.util.Optional;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.OAuth2Providers;
import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.oidc.ClientCredentials;
import io.github.dsmsso.wizard.oidc.ClientCredentialsSource;
import io.github.dsmsso.wizard.plan.Change;
import io.github.dsmsso.wizard.plan.Change.OidcSsoChange;
import io.github.dsmsso.wizard.plan.Change.ProviderChange;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.shared.Reading;
import io.github.dsmsso.wizard.shared.Secret;

import org.springframework.stereotype.Component;

/**
 * Gives the plan of a journal its secrets back, as far as the two systems still hold
 * them. One that nobody holds stays unknown, and is left as it is by every write.
 */
@Component
class SecretRecovery {

	private final ClientCredentialsSource fresh;

	SecretRecovery(ClientCredentialsSource fresh) {
		this.fresh = fresh;
	}

	/**
	 * The plan of a run with its secrets.
	 * @param key the application key that DSM held before, as the administrator has it;
	 * may be none
	 */
	Plan of(UnfinishedRun unfinished, Connection connection, Secret key) {
		Plan written = unfinished.record().plan();
		Reading<OidcSso> settings = Reading.start(connection.dsm()::oidcSso);
		String clientId = clientId(written);
		int pk = unfinished.objects().providerPk();
		Optional<ClientCredentials> made = made(clientId, pk, connection.authentik().providers());
		boolean goneAgain = made.isEmpty() && pk != 0;
		Secret ours = made.filter(ClientCredentials::showsSecret)
			.map(ClientCredentials::clientSecret)
			.orElseGet(() -> heldByDsm(clientId, settings.get()));
		KnownSecrets known = new KnownSecrets(ours, ours.isMasked() ? this.fresh.next().clientSecret() : ours,
				settings.get(), goneAgain, key);
		return written.withChanges(written.changes().stream().map(known::completed).toList());
	}

	private static String clientId(Plan plan) {
		return plan.changes()
			.stream()
			.filter(OidcSsoChange.class::isInstance)
			.map((change) -> ((OidcSsoChange) change).wanted().clientId())
			.findFirst()
			.orElse("");
	}

	/** By its key, where that is known and leads to it. */
	private static Optional<ClientCredentials> made(String clientId, int pk, OAuth2Providers providers) {
		Optional<OAuth2Provider> byKey = (pk != 0) ? providers.get(pk) : Optional.empty();
		return byKey.map(Stream::of)
			.orElseGet(() -> providers.list().stream())
			.map(OAuth2Provider::credentials)
			.filter((credentials) -> credentials.clientId().equals(clientId))
			.findFirst();
	}

	/** DSM may hold it although the provider is gone again, or never showed it. */
	private static Secret heldByDsm(String clientId, OidcSso now) {
		return now.clientId().equals(clientId) ? now.clientSecret() : Secret.unknown();
	}

	/**
	 * What is known of the secrets.
	 *
	 * @param ours the secret of the run's client: what authentik shows, else what DSM
	 * holds; may be unknown
	 * @param wanted the same, or a new one where it is unknown
	 * @param now DSM's settings as they are
	 * @param goneAgain whether an undo has come as far as the provider: DSM's former
	 * settings may be back without their key
	 * @param key the former application key as the administrator has it
	 */
	private record KnownSecrets(Secret ours, Secret wanted, OidcSso now, boolean goneAgain, Secret key) {

		Change completed(Change change) {
			if (change instanceof ProviderChange provider) {
				return completed(provider);
			}
			return (change instanceof OidcSsoChange oidcSso) ? completed(oidcSso) : change;
		}

		private Change completed(ProviderChange change) {
			String clientId = change.wanted().credentials().clientId();
			OAuth2Provider before = Optional.ofNullable(change.before())
				.map((provider) -> provider.credentials().clientId().equals(clientId)
						? provider.withClientSecret(this.ours) : provider)
				.orElse(null);
			return new ProviderChange(before, change.wanted().withClientSecret(this.wanted), change.describe());
		}

		private Change completed(OidcSsoChange change) {
			OidcSso before = change.before();
			return new OidcSsoChange(
					before.clientSecret().isEmpty() ? before : before.withClientSecret(formerKey(change)),
					change.wanted().withClientSecret(this.wanted), change.describe());
		}

		/**
		 * That of the same client, still there, or in the administrator's papers. A
		 * former secret of the same client that this run has replaced is lost; what
		 * counts is that both sides have the same one.
		 */
		private Secret formerKey(OidcSsoChange change) {
			String former = change.before().clientId();
			if (former.equals(change.wanted().clientId())) {
				return this.ours;
			}
			if (former.equals(this.now.clientId()) && !this.goneAgain && !this.now.clientSecret().equals(this.ours)) {
				return this.now.clientSecret();
			}
			return this.key.isEmpty() ? Secret.unknown() : this.key;
		}

	}

}
