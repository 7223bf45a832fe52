package io.github.dsmsso.lab.dsm.accounts;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.dsmsso.lab.dsm.protocol.DsmError;
import io.github.dsmsso.lab.dsm.protocol.Json;
import io.github.dsmsso.lab.dsm.webapi.ApiAnswer;
import io.github.dsmsso.lab.dsm.webapi.ApiCall;
import io.github.dsmsso.lab.dsm.webapi.ApiCatalogue;
import io.github.dsmsso.lab.dsm.webapi.ApiFamily;
import io.github.dsmsso.lab.dsm.webapi.Page;
import io.github.dsmsso.lab.dsm.world.Account;
import io.github.dsmsso.lab.dsm.world.Account.Home;
import io.github.dsmsso.lab.dsm.world.DsmWorld;

/** Local groups and their members. */
public final class Groups implements ApiFamily {

	private static final Map<String, Integer> IDS = Map.of("administrators", 101, "users", 100, "http", 1023);

	private final DsmWorld world;

	public Groups(DsmWorld world) {
		this.world = world;
	}

	@Override
	public void describe(ApiCatalogue catalogue) {
		catalogue.api("SYNO.Core.Group").administrators("list", this::list);
		catalogue.api("SYNO.Core.Group.Member").administrators("list", this::members);
		catalogue.api("SYNO.Core.Group.ValidLocalAdmin").administrators("list", this::administrators);
	}

	private ApiAnswer list(ApiCall call) {
		Page page = Page.of(call.parameters());
		boolean numbered = !call.parameters().bool("name_only", false)
				|| call.parameters().strings("additional").contains("gid");
		List<?> groups = page.of(List.copyOf(this.world.groups().keySet()))
			.stream()
			.map((name) -> row(name, numbered))
			.toList();
		return ApiAnswer
			.of(Json.object("groups", groups, "offset", page.offset(), "total", this.world.groups().size()));
	}

	private Map<String, ?> row(String name, boolean numbered) {
		Map<String, Object> row = new TreeMap<>(
				Map.of("description", this.world.groups().getOrDefault(name, ""), "name", name));
		if (numbered) {
			row.put("gid", IDS.getOrDefault(name, 65536 + name.length()));
		}
		return row;
	}

	private ApiAnswer members(ApiCall call) {
		String group = call.parameters().text("group");
		if (!this.world.groups().containsKey(group)) {
			throw new DsmError(3201);
		}
		boolean inside = call.parameters().bool("ingroup", true);
		List<Account> members = this.world.accounts(Home.LOCAL)
			.stream()
			.filter((account) -> account.groups().contains(group) == inside)
			.toList();
		Page page = Page.of(call.parameters());
		List<?> users = page.of(members)
			.stream()
			.map((account) -> Json.object("description", account.description(), "name", account.name(), "uid",
					this.world.uid(account)))
			.toList();
		return ApiAnswer.of(Json.object("offset", page.offset(), "total", members.size(), "users", users));
	}

	/** Who can still sign in as an administrator with a password. */
	private ApiAnswer administrators(ApiCall call) {
		List<?> users = this.world.accounts(Home.LOCAL)
			.stream()
			.filter((account) -> account.isAdministrator() && !account.isClosed(this.world.now()))
			.map((account) -> Json.object("name", account.name()))
			.toList();
		return ApiAnswer.of(Json.object("users", users));
	}

}
