package io.github.dsmsso.wizard.dsm;

import java.util.List;
import java.util.Set;

/**
 * The accounts of a NAS.
 *
 * @param accounts local accounts, and directory accounts where the NAS lists them
 * @param administrators names of the members of the local group {@code administrators}
 */
public record DsmAccounts(List<DsmAccount> accounts, Set<String> administrators) {

	public DsmAccounts {
		accounts = List.copyOf(accounts);
		administrators = Set.copyOf(administrators);
	}

}
