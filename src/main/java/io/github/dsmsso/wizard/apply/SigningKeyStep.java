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
		Optional<CertificateKeyPair> created = carefully().perform(
				() -> authentik().keys().createRsa(change().name(), VALIDITY_DAYS), this::find,
				(found) -> found.isPresent() ? Standing.AS_WANTED : Standing.AS_BEFORE);
		created.ifPresent((key) -> workbench().signingKeyPk(key.pk()));
	}

	@Override
	public void undo() {
		if (find().isPresent()) {
			carefully().perform(() -> find().ifPresent((key) -> authentik().keys().delete(key.pk())), this::find,
					(found) -> found.isEmpty() ? Standing.AS_WANTED : Standing.AS_BEFORE);
		}
	}

	private Optional<CertificateKeyPair> find() {
		return authentik().keys().list().stream().filter((key) -> key.name().equals(change().name())).findFirst();
	}

}
