package io.github.dsmsso.wizard.dsm;

import java.util.List;
import java.util.Set;

/**
 * The accounts of a NAS.
 *
 * @param accounts local accounts, and directory accounts where the NAS lists them
 * @param administrators names of the members of the local group {@code administrators}
 * @param complete whether the accounts of the directory are among them; false where the
 * NAS belongs to one and would not list it
 */
public record DsmAccounts(List<DsmAccount> accounts, Set<String> administrators, boolean complete) {

	public DsmAccounts {
		accounts = List.copyOf(accounts);
		administrators = Set.copyOf(administrators);
	}

	/** The accounts of the NAS itself that administer it and may sign in. */
	public List<String> localAdministrators() {
		return this.accounts.stream()
			.filter((account) -> account.enabled() && account.source() == DsmAccount.Source.LOCAL)
			.map(DsmAccount::name)
			.filter(this.administrators::contains)
			.sorted()
			.toList();
	}

	/** All accounts there are. */
	public DsmAccounts(List<DsmAccount> accounts, Set<String> administrators) {
		this(accounts, administrators, true);
	}

}
