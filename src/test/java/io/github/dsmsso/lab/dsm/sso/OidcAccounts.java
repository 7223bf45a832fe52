package io.github.dsmsso.lab.dsm.sso;

import java.util.Optional;

import io.github.dsmsso.lab.dsm.protocol.SignInMessage;
import io.github.dsmsso.lab.dsm.world.Account;
import io.github.dsmsso.lab.dsm.world.DsmAssumption;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import org.jspecify.annotations.Nullable;

/** Which account a claim names, and whether it may come in. */
public final class OidcAccounts {

	private final DsmWorld world;

	public OidcAccounts(DsmWorld world) {
		this.world = world;
	}

	public Optional<Account> named(@Nullable String claim) {
		return this.world.accountsByPrecedence()
			.stream()
			.filter((account) -> !account.isLocal() || this.world.sso().allowsLocalAccounts())
			.filter((account) -> isNamedBy(account, claim))
			.findFirst();
	}

	private boolean isNamedBy(Account account, @Nullable String claim) {
		boolean shortNameWill = account.isLocal() || this.world.assumes(DsmAssumption.DIRECTORY_ACCOUNT_BY_EITHER_NAME);
		return (shortNameWill && same(account.name(), claim)) || same(this.world.directory().qualified(account), claim);
	}

	private boolean same(String name, @Nullable String claim) {
		return this.world.assumes(DsmAssumption.CLAIM_IS_CASE_SENSITIVE) ? name.equals(claim)
				: name.equalsIgnoreCase(claim);
	}

	/** Why the account may not come in, or null where it may. */
	public @Nullable SignInMessage refusalOf(Account account) {
		if (account.isClosed(this.world.now())) {
			return SignInMessage.DISABLED;
		}
		return this.world.privileges().allow(account) ? null : SignInMessage.NOT_PRIVILEGED;
	}

}
