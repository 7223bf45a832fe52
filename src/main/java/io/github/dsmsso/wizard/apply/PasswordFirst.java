package io.github.dsmsso.wizard.apply;

import io.github.dsmsso.wizard.dsm.SsoSetting;
import io.github.dsmsso.wizard.plan.Standing;
import io.github.dsmsso.wizard.shared.ProblemException;

/**
 * Before a service is taken back, DSM's sign-in page must not lead there by itself: it
 * starts with the form for accounts of the NAS again.
 */
final class PasswordFirst {

	private static final SsoSetting PASSWORD = new SsoSetting(false);

	private final RunContext context;

	private final CarefulWrite carefully;

	PasswordFirst(RunContext context, CarefulWrite carefully) {
		this.context = context;
		this.carefully = carefully;
	}

	/**
	 * Sees to it; DSM 7.1 has no setting of its own for this.
	 * @throws ProblemException where it cannot be made sure
	 */
	void require() {
		if (this.context.plan().current().dsm().setting() != null && !isSo(read())) {
			this.carefully.perform(() -> this.context.dsmObjects().save(PASSWORD), this::read,
					(found) -> isSo(found) ? Standing.AS_WANTED : Standing.AS_BEFORE);
		}
	}

	private SsoSetting read() {
		return this.carefully.readPatiently(() -> this.context.dsmObjects().ssoSetting());
	}

	private static boolean isSo(SsoSetting found) {
		return found.equals(PASSWORD);
	}

}
