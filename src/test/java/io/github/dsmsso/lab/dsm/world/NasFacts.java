package io.github.dsmsso.lab.dsm.world;

import java.time.Instant;
import java.util.Collection;

/** What a part of the NAS asks about the whole. */
interface NasFacts {

	Instant now();

	/** The address requests seem to come from. */
	String clientAddress();

	/** Whether its clients are taken for strangers from outside the network. */
	boolean fromOutside();

	boolean assumes(DsmAssumption assumption);

	Collection<Account> accounts();

	/** The name under which an account is listed. */
	String listed(Account account);

}
