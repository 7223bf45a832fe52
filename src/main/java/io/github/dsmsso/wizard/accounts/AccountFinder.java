package io.github.dsmsso.wizard.accounts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.dsmsso.wizard.accounts.Person.Verdict;
import io.github.dsmsso.wizard.dsm.DsmAccount;
import io.github.dsmsso.wizard.dsm.DsmAccount.Source;
import io.github.dsmsso.wizard.dsm.DsmAccounts;
import org.jspecify.annotations.Nullable;

/**
 * Finds the account that DSM would take for a name. A directory account answers to its
 * short name as well: a NAS joined to a Windows domain was seen to match the bare
 * {@code sAMAccountName}.
 */
final class AccountFinder {

	private static final Comparator<DsmAccount> USABLE_FIRST = Comparator.comparing(DsmAccount::enabled)
		.reversed()
		.thenComparing(DsmAccount::source)
		.thenComparing(DsmAccount::name);

	private final boolean complete;

	private final boolean localAllowed;

	private final Map<String, List<DsmAccount>> byName = new HashMap<>();

	private final Map<String, List<DsmAccount>> byFoldedName = new HashMap<>();

	AccountFinder(DsmAccounts dsm, boolean localAllowed) {
		this.complete = dsm.complete();
		this.localAllowed = localAllowed;
		dsm.accounts().stream().sorted(USABLE_FIRST).forEach(this::index);
	}

	private void index(DsmAccount account) {
		AccountName name = nameOf(account);
		add(this.byName, account.name(), account);
		if (account.source() != Source.LOCAL && !name.shortForm().equals(account.name())) {
			add(this.byName, name.shortForm(), account);
		}
		add(this.byFoldedName, name.folded(), account);
	}

	private static void add(Map<String, List<DsmAccount>> index, String name, DsmAccount account) {
		index.computeIfAbsent(name, (none) -> new ArrayList<>(1)).add(account);
	}

	Match find(AccountName name) {
		List<DsmAccount> exact = this.byName.getOrDefault(name.value(), List.of());
		List<DsmAccount> allowed = exact.stream().filter(this::isAllowed).toList();
		if (allowed.size() > 1) {
			return new Match(allowed.get(0), Verdict.AMBIGUOUS);
		}
		if (!allowed.isEmpty()) {
			return taken(allowed.get(0));
		}
		return exact.isEmpty() ? similar(name) : new Match(exact.get(0), Verdict.LOCAL_ACCOUNTS_NOT_ALLOWED);
	}

	private Match similar(AccountName name) {
		List<DsmAccount> similar = this.byFoldedName.getOrDefault(name.folded(), List.of());
		if (!similar.isEmpty()) {
			return new Match(similar.get(0), difference(name, similar.get(0)));
		}
		return new Match(null, this.complete ? Verdict.NO_DSM_ACCOUNT : Verdict.DIRECTORY_NOT_LISTED);
	}

	private static Match taken(DsmAccount account) {
		return new Match(account, account.enabled() ? Verdict.WILL_GET_IN : Verdict.DSM_ACCOUNT_DISABLED);
	}

	private static Verdict difference(AccountName name, DsmAccount account) {
		AccountName other = nameOf(account);
		boolean bare = !name.hasMailForm() && !name.hasDomainForm();
		String answering = (bare && account.source() != Source.LOCAL) ? other.shortForm() : other.value();
		if (name.value().equalsIgnoreCase(answering)) {
			return Verdict.NAME_DIFFERS_IN_CASE;
		}
		boolean mail = name.hasMailForm() || other.hasMailForm();
		return mail ? Verdict.NAME_DIFFERS_BY_MAIL_FORM : Verdict.NAME_DIFFERS_BY_DOMAIN_FORM;
	}

	private boolean isAllowed(DsmAccount account) {
		return this.localAllowed || account.source() != Source.LOCAL;
	}

	private static AccountName nameOf(DsmAccount account) {
		return new AccountName(account.name());
	}

	/**
	 * What was found.
	 *
	 * @param account the account, or null
	 * @param verdict what becomes of a sign-in as far as DSM is concerned
	 */
	record Match(@Nullable DsmAccount account, Verdict verdict) {

		/** Whether a sign-in would, or might, end in an account that administers DSM. */
		boolean reachesAdministrator(Set<String> administrators) {
			boolean reached = this.verdict == Verdict.WILL_GET_IN || this.verdict == Verdict.AMBIGUOUS;
			return reached && this.account != null && administrators.contains(this.account.name());
		}

	}

}
