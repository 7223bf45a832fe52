package io.github.dsmsso.lab.dsm.accounts;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.dsm.protocol.CallParameters;
import io.github.dsmsso.lab.dsm.protocol.DsmError;
import io.github.dsmsso.lab.dsm.protocol.Json;
import io.github.dsmsso.lab.dsm.protocol.SignInMessage;
import io.github.dsmsso.lab.dsm.webapi.ApiAnswer;
import io.github.dsmsso.lab.dsm.webapi.ApiCall;
import io.github.dsmsso.lab.dsm.webapi.ApiCatalogue;
import io.github.dsmsso.lab.dsm.webapi.ApiFamily;
import io.github.dsmsso.lab.dsm.webapi.Page;
import io.github.dsmsso.lab.dsm.world.Account;
import io.github.dsmsso.lab.dsm.world.Account.Home;
import io.github.dsmsso.lab.dsm.world.DsmAssumption;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import org.jspecify.annotations.Nullable;

/** Accounts as an administrator lists them, and each account's view of itself. */
public final class Users implements ApiFamily {

	private final DsmWorld world;

	public Users(DsmWorld world) {
		this.world = world;
	}

	@Override
	public void describe(ApiCatalogue catalogue) {
		catalogue.api("SYNO.Core.User").administrators("list", this::list).administrators("get", this::get);
		catalogue.api("SYNO.Core.NormalUser")
			.in(1, 1, "get", ApiCatalogue.Access.USERS, (call) -> ApiAnswer.of(self(call.openSession().account())));
		catalogue.api("SYNO.Core.User.PasswordConfirm").users("auth", this::confirm);
	}

	private ApiAnswer list(ApiCall call) {
		CallParameters parameters = call.parameters();
		List<Account> accounts = accounts(parameters.text("type"));
		Page page = Page.of(parameters);
		Comparator<Account> byName = Comparator.comparing(Account::name);
		boolean descending = parameters.text("sort_direction").equalsIgnoreCase("desc");
		List<String> additional = additional(parameters);
		List<?> users = page.of(accounts.stream().sorted(descending ? byName.reversed() : byName).toList())
			.stream()
			.map((account) -> row(account, additional))
			.toList();
		return ApiAnswer.of(Json.object("offset", page.offset(), "total", accounts.size(), "users", users));
	}

	private List<String> additional(CallParameters parameters) {
		boolean listOnly = this.world.assumes(DsmAssumption.USERS_ARE_LISTED_WITHOUT_IDS);
		return listOnly ? parameters.strings("additional") : parameters.stringsOrOne("additional");
	}

	private List<Account> accounts(String type) {
		return switch (type) {
			case "", "local" -> this.world.accounts(Home.LOCAL);
			case "domain" -> ofDirectory(Home.DOMAIN);
			case "ldap" -> ofDirectory(Home.LDAP);
			case "all" -> List.copyOf(this.world.accounts());
			default -> throw DsmError.invalid("type");
		};
	}

	/** DSM's word for a directory it is still fetching is 2626. */
	private List<Account> ofDirectory(Home home) {
		if (!this.world.assumes(DsmAssumption.DIRECTORY_IS_LISTED)) {
			throw new DsmError(2626);
		}
		return this.world.accounts(home);
	}

	private ApiAnswer get(ApiCall call) {
		if (!call.parameters().has("name")) {
			throw new DsmError(3103);
		}
		Account account = this.world.named(call.parameters().string("name")).orElseThrow(() -> new DsmError(3106));
		Map<String, @Nullable Object> row = row(account, call.parameters().strings("additional"));
		row.put("uid", this.world.uid(account));
		return ApiAnswer.of(Json.object("users", List.of(row)));
	}

	private Map<String, @Nullable Object> row(Account account, List<String> additional) {
		Map<String, @Nullable Object> row = Json.object("name", this.world.listed(account));
		Map<String, @Nullable Object> all = Json.object("2fa_status", account.secondFactor() != null,
				"cannot_chg_passwd", false, "description", account.description(), "email", account.email(), "expired",
				account.expired(), "groups", List.copyOf(account.groups()), "passwd_never_expire", true,
				"password_last_change", 19475);
		if (!this.world.assumes(DsmAssumption.USERS_ARE_LISTED_WITHOUT_IDS)) {
			all.put("uid", this.world.uid(account));
		}
		all.keySet().retainAll(additional);
		row.putAll(all);
		return row;
	}

	private static Map<String, ?> self(Account account) {
		return Json.object("OTP_enable", account.secondFactor() != null, "OTP_enforced", account.secondFactorEnforced(),
				"disallowchpasswd", false, "editable", true, "email", account.email(), "fullname",
				account.description(), "password_last_change", 19475, "username", account.name());
	}

	private ApiAnswer confirm(ApiCall call) {
		if (!call.openSession().account().proves(call.parameters().string("password"))) {
			throw SignInMessage.WRONG_PASSWORD.error();
		}
		return ApiAnswer.of(Json.object("SynoConfirmPWToken", this.world.sessions().token(32)));
	}

}
