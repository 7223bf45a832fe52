package io.github.dsmsso.wizard.apply;

import java.util.Objects;
import java.util.Optional;

import io.github.dsmsso.wizard.authentik.CertificateKeyPair;
import io.github.dsmsso.wizard.plan.Change.SigningKeyChange;
import io.github.dsmsso.wizard.plan.Standing;

/**
 * Generates the signing key.
 */
final class SigningKeyStep extends ChangeStep<SigningKeyChange> {

	/**
	 * DSM reads the key from the JWKS and not the certificate around it; ten years spare
	 * a surprise.
	 */
	private static final int VALIDITY_DAYS = 3650;

	private final MadeObject<CertificateKeyPair> made = new MadeObject<>(() -> context().signingKeyPk() != null,
			() -> authentik().keys().get(Objects.requireNonNull(context().signingKeyPk())), this::findInList,
			() -> context().signingKeyPk(null), () -> context().pauses());

	SigningKeyStep(SigningKeyChange change, RunContext context, CarefulWrite carefully) {
		super(change, context, carefully);
	}

	@Override
	public void perform() {
		unchanged(this.made::find, Optional::isEmpty);
		carefully()
			.perform(() -> takeUp(authentik().keys().createRsa(change().name(), VALIDITY_DAYS)), this.made::findWritten,
					(found) -> found.isPresent() ? Standing.AS_WANTED : Standing.AS_BEFORE)
			.ifPresent(this::takeUp);
	}

	/** Where an undo has deleted it already, the next one gets another key. */
	@Override
	Standing look() {
		Optional<CertificateKeyPair> found = carefully().readPatiently(this.made::find);
		context().signingKeyPk(found.map(CertificateKeyPair::pk).orElse(null));
		return found.isPresent() ? Standing.AS_WANTED : Standing.AS_BEFORE;
	}

	@Override
	public void lookAheadToUndo() {
		this.made.lookAhead();
	}

	@Override
	public void undo() {
		this.made.stillThere(carefully())
			.ifPresent((key) -> carefully().perform(() -> authentik().keys().delete(key.pk()), this.made::find,
					(found) -> found.isEmpty() ? Standing.AS_WANTED : Standing.AS_BEFORE));
	}

	private void takeUp(CertificateKeyPair key) {
		context().signingKeyPk(key.pk());
	}

	private Optional<CertificateKeyPair> findInList() {
		String pk = context().signingKeyPk();
		return authentik().keys()
			.list()
			.stream()
			.filter((key) -> (pk != null) ? key.pk().equals(pk) : key.name().equals(change().name()))
			.findFirst();
	}

}
