package io.github.dsmsso.wizard.verify;

import java.util.List;

import io.github.dsmsso.wizard.dsm.CurrentConnection;
import io.github.dsmsso.wizard.dsm.DsmAccounts;
import io.github.dsmsso.wizard.dsm.LoginPage;
import io.github.dsmsso.wizard.dsm.NasDescription;
import io.github.dsmsso.wizard.dsm.SsoButton;
import io.github.dsmsso.wizard.dsm.SsoClient;

/**
 * What DSM shows.
 *
 * @param sso its SSO settings
 * @param nas what it says of itself
 * @param accounts its accounts
 * @param connections who is signed in
 * @param loginPage what its sign-in page knows
 * @param button what happens when the SSO button is pressed
 * @param clock its clock; nothing where it does not tell
 */
record DsmSide(Observed<SsoClient> sso, Observed<NasDescription> nas, Observed<DsmAccounts> accounts,
		Observed<List<CurrentConnection>> connections, Observed<LoginPage> loginPage, Observed<SsoButton> button,
		Observed<ClockReading> clock) {

	/** The same after the button was pressed once more. */
	DsmSide withButton(Observed<SsoButton> pressed) {
		return new DsmSide(this.sso, this.nas, this.accounts, this.connections, this.loginPage, pressed, this.clock);
	}

}
