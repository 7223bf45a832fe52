package io.github.dsmsso.wizard.apply;

import java.util.Optional;

import io.github.dsmsso.wizard.apply.CarefulWrite.Standing;
import io.github.dsmsso.wizard.authentik.CertificateKeyPair;
import io.github.dsmsso.wizard.plan.Change.SigningKeyChange;

/**
 * Generates the signing key.
 */
final class SigningKeyStep extends ChangeStep<SigningKeyChange> {

	/**
	 * DSM reads the key from the JWKS and not the certificate around it; ten years spare
	 * a surprise.
	 */
	private static final int VALIDITY_DAYS = 3650;

	SigningKeyStep(SigningKeyChange change, Workbench workbench, CarefulWrite carefully) {
		super(change, workbench, carefully);
	}

	@Override
	public void perform() {
		unchanged(this::find, Optional::isEmpty);
		carefully()
			.perform(() -> takeUp(authentik().keys().createRsa(change().name(), VALIDITY_DAYS)), this::findWritten,
					(found) -> found.isPresent() ? Standing.AS_WANTED : Standing.AS_BEFORE)
			.ifPresent(this::takeUp);
	}

	/** Where an undo has deleted it already, the next one gets another key. */
	@Override
	Standing look() {
		Optional<CertificateKeyPair> found = carefully().readPatiently(this::find);
		workbench().signingKeyPk(found.map(CertificateKeyPair::pk).orElse(null));
		return found.isPresent() ? Standing.AS_WANTED : Standing.AS_BEFORE;
	}

	@Override
	public void undo() {
		stillThere(this::find, this::findInList)
			.ifPresent((key) -> carefully().perform(() -> authentik().keys().delete(key.pk()), this::find,
					(found) -> found.isEmpty() ? Standing.AS_WANTED : Standing.AS_BEFORE));
	}

	private void takeUp(CertificateKeyPair key) {
		workbench().signingKeyPk(key.pk());
	}

	/**
	 * By the key that authentik gave it; where its creation was never confirmed, the name
	 * has to do.
	 */
	private Optional<CertificateKeyPair> find() {
		String pk = workbench().signingKeyPk();
		return (pk != null) ? authentik().keys().get(pk) : findInList();
	}

	/**
	 * Where the key that a creation was answered with leads nowhere, it is not its key.
	 */
	private Optional<CertificateKeyPair> findWritten() {
		Optional<CertificateKeyPair> found = find();
		if (found.isPresent()) {
			return found;
		}
		workbench().signingKeyPk(null);
		return findInList();
	}

	private Optional<CertificateKeyPair> findInList() {
		String pk = workbench().signingKeyPk();
		return authentik().keys()
			.list()
			.stream()
			.filter((key) -> (pk != null) ? key.pk().equals(pk) : key.name().equals(change().name()))
			.findFirst();
	}

}
