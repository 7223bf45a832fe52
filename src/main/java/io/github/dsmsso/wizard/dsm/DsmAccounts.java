package io.github.dsmsso.wizard.dsm;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The accounts of a NAS.
 *
 * @param accounts local accounts, and directory accounts where the NAS lists them
 * @param administrators names of the members of the local group {@code administrators}
 * @param complete whether these are all; false where the NAS belongs to a directory and
 * would not list it, and where it says that there are more
 * @param privileges whether an account may use the application DSM
 * ({@code SYNO.Core.AppPriv.Rule list}), by the account's name
 */
public record DsmAccounts(List<DsmAccount> accounts, Set<String> administrators, boolean complete,
		Map<String, AppPrivilege> privileges) {

	public DsmAccounts {
		accounts = List.copyOf(accounts);
		administrators = Set.copyOf(administrators);
		privileges = Map.copyOf(privileges);
	}

	/** Accounts of whose privileges nothing is known. */
	public DsmAccounts(List<DsmAccount> accounts, Set<String> administrators, boolean complete) {
		this(accounts, administrators, complete, Map.of());
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

	/**
	 * Whether an account may open DSM's desktop: "Application Privileges" of the Control
	 * Panel.
	 * @param account its name as it is listed
	 */
	public AppPrivilege desktopPrivilege(String account) {
		return this.privileges.getOrDefault(account, AppPrivilege.UNKNOWN);
	}

	/** All accounts there are. */
	public DsmAccounts(List<DsmAccount> accounts, Set<String> administrators) {
		this(accounts, administrators, true);
	}

}
