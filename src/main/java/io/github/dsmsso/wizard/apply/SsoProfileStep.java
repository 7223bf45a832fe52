package io.github.dsmsso.wizard.apply;

import io.github.dsmsso.wizard.apply.CarefulWrite.Standing;
import io.github.dsmsso.wizard.dsm.SsoProfile;
import io.github.dsmsso.wizard.plan.Change.SsoProfileChange;

/**
 * Switches DSM's OpenID Connect service on: from here on its sign-in page shows the
 * button.
 */
final class SsoProfileStep extends ChangeStep<SsoProfileChange> {

	SsoProfileStep(SsoProfileChange change, Workbench workbench, CarefulWrite carefully) {
		super(change, workbench, carefully);
	}

	@Override
	public void perform() {
		bring(change().before(), change().wanted());
	}

	@Override
	public void undo() {
		SsoProfile now = carefully().readPatiently(() -> dsm().ssoProfile());
		if (now.equals(change().before())) {
			return;
		}
		if (!now.equals(change().wanted())) {
			throw changedByOthers();
		}
		bring(change().wanted(), change().before());
	}

	private void bring(SsoProfile from, SsoProfile to) {
		carefully().perform(() -> dsm().saveSsoProfile(to), () -> dsm().ssoProfile(), (found) -> found.equals(to)
				? Standing.AS_WANTED : found.equals(from) ? Standing.AS_BEFORE : Standing.OTHERWISE);
	}

}
