package io.github.dsmsso.wizard.verify;

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
 * @param loginPage what its sign-in page knows
 * @param button what happens when the SSO button is pressed
 * @param clock its clock; nothing where it does not tell
 */
record DsmSide(Seen<SsoClient> sso, Seen<NasDescription> nas, Seen<DsmAccounts> accounts, Seen<LoginPage> loginPage,
		Seen<SsoButton> button, Seen<ClockReading> clock) {

}
