package io.github.dsmsso.wizard.apply;

import java.util.List;
import java.util.Optional;

import io.github.dsmsso.wizard.authentik.AuthentikException;
import io.github.dsmsso.wizard.authentik.AuthentikException.Reason;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.plan.Change.ProviderChange;
import io.github.dsmsso.wizard.plan.Standing;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Creates the provider, or brings an existing one to the desired settings.
 */
final class ProviderStep extends ChangeStep<ProviderChange> {

	private final MadeObject<OAuth2Provider> made = new MadeObject<>(() -> pk() != 0,
			() -> authentik().providers().get(pk()), this::findInList, () -> context().providerPk(0),
			() -> context().pauses());

	ProviderStep(ProviderChange change, RunContext context, CarefulWrite carefully) {
		super(change, context, carefully);
	}

	@Override
	public void perform() {
		carefully().perform(this::write, this::findWritten, this::standing).ifPresent(this::takeUp);
	}

	/** Where authentik shows no secret, nobody can tell whether it is the wanted one. */
	@Override
	Standing look() {
		Optional<OAuth2Provider> found = carefully().readPatiently(this.made::find);
		context().providerPk(found.map(OAuth2Provider::pk).orElse(0));
		boolean secretShown = found.filter((provider) -> !provider.credentials().showsSecret()).isEmpty();
		Standing standing = standing(found);
		return (standing == Standing.AS_WANTED && !secretShown) ? Standing.AS_BEFORE : standing;
	}

	@Override
	public void lookAheadToUndo() {
		if (change().before() == null) {
			this.made.lookAhead();
		}
	}

	@Override
	public void undo() {
		OAuth2Provider before = change().before();
		if (before == null) {
			this.made.stillThere(carefully()).ifPresent(this::takeAway);
		}
		else {
			giveBack(before);
		}
	}

	private void write() {
		int pk = context().providerPk();
		if (pk == 0) {
			takeUp(authentik().providers().create(wanted()));
		}
		else {
			authentik().providers().update(asItIs(pk), wanted().withPk(pk));
		}
	}

	/** One that this run has made lacks at most its secret. */
	private OAuth2Provider asItIs(int pk) {
		OAuth2Provider before = change().before();
		return (before != null) ? before : wanted().withPk(pk).withClientSecret(Secret.unknown());
	}

	private void takeUp(OAuth2Provider provider) {
		context().providerPk(provider.pk());
	}

	/** With the keys of what this run has made before. */
	private OAuth2Provider wanted() {
		OAuth2Provider wanted = change().wanted();
		String signingKey = context().signingKeyPk();
		String mapping = context().scopeMappingPk();
		OAuth2Provider signing = (wanted.signingKey() == null && signingKey != null) ? wanted.withSigningKey(signingKey)
				: wanted;
		return (mapping != null) ? signing.withNewMapping(mapping) : signing;
	}

	/** Deletes a provider that this run created, and that no application uses. */
	private void takeAway(OAuth2Provider ours) {
		if (ours.applicationSlug() != null) {
			throw changedByOthers();
		}
		carefully().perform(() -> authentik().providers().delete(ours.pk()), this.made::find,
				(found) -> found.isEmpty() ? Standing.AS_WANTED : Standing.AS_BEFORE);
	}

	private void giveBack(OAuth2Provider before) {
		OAuth2Provider now = carefully().readPatiently(this.made::find).orElseThrow(this::changedByOthers);
		if (isBack(now, before)) {
			return;
		}
		if (!isBack(now, before.filledAs(wanted())) && !now.isSameAs(wanted())) {
			throw changedByOthers();
		}
		OAuth2Provider restored = restored(now, before);
		requireKnown(isSecretBack(now, before));
		List<String> filled = before.emptyUnlike(restored);
		if (!filled.isEmpty()) {
			throw new RestoredExceptException(
					Problem.of("apply.stays-filled", subject()).withDetail(String.join(", ", filled)));
		}
	}

	/** What authentik refuses to empty again stays filled; everything else comes back. */
	private OAuth2Provider restored(OAuth2Provider now, OAuth2Provider before) {
		try {
			return bring(now, before, before);
		}
		catch (NotWrittenException ex) {
			OAuth2Provider filled = before.filledAs(now);
			if (!isFieldRefused(ex) || before.emptyUnlike(now).isEmpty()) {
				throw ex;
			}
			return isBack(now, filled) ? now : bring(now, filled, before);
		}
	}

	private OAuth2Provider bring(OAuth2Provider now, OAuth2Provider to, OAuth2Provider before) {
		return carefully().perform(() -> authentik().providers().update(now, to), this.made::find, (found) -> {
			if (found.filter((provider) -> isBack(provider, before) || isBack(provider, to)).isPresent()) {
				return Standing.AS_WANTED;
			}
			return isSame(found, now) ? Standing.AS_BEFORE : Standing.OTHERWISE;
		}).orElseThrow();
	}

	private static boolean isFieldRefused(NotWrittenException failure) {
		return failure.getCause() instanceof AuthentikException refusal && refusal.reason() == Reason.FIELD_REFUSED;
	}

	/** A secret that was blank is back only where none is shown. */
	private static boolean isBack(OAuth2Provider found, OAuth2Provider before) {
		boolean blankAgain = !before.credentials().clientSecret().isEmpty()
				|| found.credentials().clientSecret().isEmpty();
		return found.isSameAs(before) && blankAgain;
	}

	/** Where a secret is shown now, one that was not shown before was blank. */
	private boolean isSecretBack(OAuth2Provider now, OAuth2Provider before) {
		boolean wasBlank = before.credentials().clientSecret().isEmpty() && now.credentials().showsSecret();
		return wasBlank || before.credentials().showsSecret() || !wanted().credentials().showsSecret();
	}

	/** One that was there before has its key for good. */
	private Optional<OAuth2Provider> findWritten() {
		return (change().before() != null) ? this.made.find() : this.made.findWritten();
	}

	private int pk() {
		OAuth2Provider before = change().before();
		return (before != null) ? before.pk() : context().providerPk();
	}

	private Optional<OAuth2Provider> findInList() {
		int pk = pk();
		String clientId = change().wanted().credentials().clientId();
		return authentik().providers()
			.list()
			.stream()
			.filter((provider) -> (pk != 0) ? provider.pk() == pk : provider.credentials().clientId().equals(clientId))
			.findFirst();
	}

	private Standing standing(Optional<OAuth2Provider> found) {
		if (isSame(found, wanted())) {
			return Standing.AS_WANTED;
		}
		OAuth2Provider before = change().before();
		boolean asBefore = (before != null) ? isSame(found, before)
				: found.filter((own) -> !lacksSecret(own)).isEmpty();
		return asBefore ? Standing.AS_BEFORE : Standing.OTHERWISE;
	}

	/**
	 * Ours, made with a secret that went with the wizard that made it: it is given one
	 * that is known.
	 */
	private boolean lacksSecret(OAuth2Provider own) {
		return own.isSameAs(wanted().withClientSecret(Secret.unknown()));
	}

	private static boolean isSame(Optional<OAuth2Provider> found, @Nullable OAuth2Provider expected) {
		return expected != null && found.filter((provider) -> provider.isSameAs(expected)).isPresent();
	}

}
