package io.github.dsmsso.lab.dsm.accounts;

import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.dsm.protocol.DsmError;
import io.github.dsmsso.lab.dsm.protocol.Json;
import io.github.dsmsso.lab.dsm.webapi.ApiAnswer;
import io.github.dsmsso.lab.dsm.webapi.ApiCall;
import io.github.dsmsso.lab.dsm.webapi.ApiCatalogue;
import io.github.dsmsso.lab.dsm.webapi.ApiCatalogue.Access;
import io.github.dsmsso.lab.dsm.webapi.ApiFamily;
import io.github.dsmsso.lab.dsm.world.Account;
import io.github.dsmsso.lab.dsm.world.Account.Home;
import io.github.dsmsso.lab.dsm.world.AppPrivileges;
import io.github.dsmsso.lab.dsm.world.AppPrivileges.Rule;
import io.github.dsmsso.lab.dsm.world.DsmAssumption;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import tools.jackson.databind.JsonNode;

/**
 * {@code SYNO.Core.AppPriv} and its parts, of which the laboratory plays the application
 * DSM. The shapes are those that clients of real boxes show (N4S4/synology-api,
 * core_app_priv; ychiu1211/dsmctl). Without the parameters that a method needs the answer
 * is 3400.
 */
public final class AppPriv implements ApiFamily {

	private static final int BAD_REQUEST = 3400;

	private final DsmWorld world;

	public AppPriv(DsmWorld world) {
		this.world = world;
	}

	@Override
	public void describe(ApiCatalogue catalogue) {
		catalogue.api("SYNO.Core.AppPriv").in(2, 99, "list", Access.ADMINISTRATORS, this::entities);
		catalogue.api("SYNO.Core.AppPriv.App")
			.in(2, 99, "list", Access.ADMINISTRATORS, (call) -> ApiAnswer.of(applications()))
			.in(2, 99, "allowed", Access.ADMINISTRATORS, this::allowed);
		catalogue.api("SYNO.Core.AppPriv.Rule")
			.administrators("list", this::rulesOfApplication)
			.administrators("get", this::rulesOfEntity)
			.administrators("set", this::set)
			.administrators("delete", this::delete);
	}

	private static Map<String, ?> applications() {
		Map<String, ?> desktop = Json.object("app_id", AppPrivileges.DESKTOP, "grant_by_default", true, "grant_type",
				List.of("local", "domain", "ldap"), "isInternal", true, "name", "DSM", "service_type",
				"modules/LegacyApps", "supportIP", true);
		return Json.object("applications", List.of(desktop), "offset", 0, "total", 1);
	}

	private ApiAnswer entities(ApiCall call) {
		requireDesktop(call);
		String filter = call.parameters().text("filter_type");
		return users(this.world.accounts(Home.LOCAL).stream().filter((account) -> switch (filter) {
			case "allow" -> this.world.privileges().allow(account);
			case "deny" -> !this.world.privileges().allow(account);
			default -> true;
		}).toList());
	}

	/** Whom the rules let in, reckoned by DSM itself. */
	private ApiAnswer allowed(ApiCall call) {
		requireDesktop(call);
		return users(this.world.accounts(Home.LOCAL).stream().filter(this.world.privileges()::allow).toList());
	}

	private static ApiAnswer users(List<Account> accounts) {
		return ApiAnswer.of(Json.object("offset", 0, "total", accounts.size(), "users",
				accounts.stream().map((account) -> Json.object("name", account.name())).toList()));
	}

	private ApiAnswer rulesOfApplication(ApiCall call) {
		requireDesktop(call);
		if (!this.world.assumes(DsmAssumption.APP_RULES_ARE_LISTED)) {
			throw new DsmError(BAD_REQUEST);
		}
		return rules(this.world.privileges().rules());
	}

	private ApiAnswer rulesOfEntity(ApiCall call) {
		String type = call.parameters().text("entity_type");
		String name = call.parameters().text("entity_name");
		if (type.isEmpty() || name.isEmpty()) {
			throw new DsmError(BAD_REQUEST);
		}
		return rules(this.world.privileges()
			.rules()
			.stream()
			.filter((rule) -> rule.entityType().equals(type) && rule.entityName().equals(name))
			.toList());
	}

	private ApiAnswer rules(List<Rule> rules) {
		return ApiAnswer.of(Json.object("rules", rules.stream().map(this::told).toList()));
	}

	private Map<String, ?> told(Rule rule) {
		return this.world.assumes(DsmAssumption.APP_RULES_NAME_ADDRESSES)
				? Json.object("allow_ip", rule.allowIp(), "app_id", AppPrivileges.DESKTOP, "deny_ip", rule.denyIp(),
						"entity_name", rule.entityName(), "entity_type", rule.entityType())
				: Json.object("app_id", AppPrivileges.DESKTOP, "entity_name", rule.entityName(), "entity_type",
						rule.entityType(), "privilege", rule.denyIp().isEmpty() ? "allow" : "deny");
	}

	private ApiAnswer set(ApiCall call) {
		written(call).forEach(this.world.privileges()::set);
		return ApiAnswer.ok();
	}

	private ApiAnswer delete(ApiCall call) {
		written(call).forEach(this.world.privileges()::delete);
		return ApiAnswer.ok();
	}

	/** The rules of the call that are about the application DSM. */
	private static List<Rule> written(ApiCall call) {
		return call.parameters()
			.array("rules")
			.valueStream()
			.filter((rule) -> rule.path("app_id").asString("").equals(AppPrivileges.DESKTOP))
			.map((rule) -> new Rule(rule.path("entity_type").asString(""), rule.path("entity_name").asString(""),
					addresses(rule.path("allow_ip")), addresses(rule.path("deny_ip"))))
			.toList();
	}

	private static List<String> addresses(JsonNode list) {
		return list.valueStream().map((address) -> address.asString("")).toList();
	}

	private static void requireDesktop(ApiCall call) {
		if (!call.parameters().text("app_id").equals(AppPrivileges.DESKTOP)) {
			throw new DsmError(BAD_REQUEST);
		}
	}

}
