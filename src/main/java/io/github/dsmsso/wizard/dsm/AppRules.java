package io.github.dsmsso.wizard.dsm;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of the application DSM, as {@code SYNO.Core.AppPriv.Rule list} tells them. An
 * account is denied where a rule about it or about one of its groups denies, whatever
 * others allow ("the Deny permission always has priority over the Allow permission",
 * user's guide of DSM 7.1); where no rule is about it, the one about {@code everyone}
 * counts.
 *
 * @param rules the rules
 * @param members the members of the groups that rules are about, as far as they are known
 */
record AppRules(List<Rule> rules, Map<String, Set<String>> members) {

	/** {@code app_id} of the application DSM. */
	static final String DESKTOP = "SYNO.Desktop";

	/** Stands for every address. */
	private static final String ANY_ADDRESS = "0.0.0.0";

	AppRules {
		rules = List.copyOf(rules);
		members = Map.copyOf(members);
	}

	/**
	 * Reads the answer.
	 * @throws io.github.dsmsso.wizard.http.ApiException where it has another form
	 */
	static AppRules of(DsmData data) {
		return new AppRules(data.list("rules")
			.stream()
			.filter((rule) -> rule.text("app_id").equals(DESKTOP))
			.map(AppRules::rule)
			.toList(), Map.of());
	}

	private static Rule rule(DsmData rule) {
		return new Rule(rule.text("entity_type"), rule.text("entity_name"),
				said(rule.texts("allow_ip"), rule.texts("deny_ip")));
	}

	/** What depends on an address is not known. */
	private static AppPrivilege said(List<String> allowed, List<String> denied) {
		if (denied.contains(ANY_ADDRESS)) {
			return AppPrivilege.DENY;
		}
		return (allowed.contains(ANY_ADDRESS) && denied.isEmpty()) ? AppPrivilege.ALLOW : AppPrivilege.UNKNOWN;
	}

	AppRules withMembers(Map<String, Set<String>> members) {
		return new AppRules(this.rules, members);
	}

	/** The groups that rules are about. */
	Set<String> groups() {
		return about("group").map(Rule::entityName).collect(Collectors.toSet());
	}

	/** What the rules say of an account. */
	AppPrivilege privilegeOf(String account) {
		List<AppPrivilege> said = Stream
			.concat(about("user").filter((rule) -> rule.entityName().equals(account)).map(Rule::says),
					about("group").flatMap((rule) -> saidByGroup(rule, account)))
			.toList();
		return together(said.isEmpty() ? about("everyone").map(Rule::says).toList() : said);
	}

	private Stream<Rule> about(String type) {
		return this.rules.stream().filter((rule) -> rule.entityType().equals(type));
	}

	/** A rule may be about any account where the group's members are not known. */
	private Stream<AppPrivilege> saidByGroup(Rule rule, String account) {
		Set<String> known = this.members.get(rule.entityName());
		if (known == null) {
			return Stream.of(AppPrivilege.UNKNOWN);
		}
		return known.contains(account) ? Stream.of(rule.says()) : Stream.empty();
	}

	private static AppPrivilege together(List<AppPrivilege> said) {
		if (said.contains(AppPrivilege.DENY)) {
			return AppPrivilege.DENY;
		}
		return (said.isEmpty() || said.contains(AppPrivilege.UNKNOWN)) ? AppPrivilege.UNKNOWN : AppPrivilege.ALLOW;
	}

	/**
	 * One rule.
	 *
	 * @param entityType {@code user}, {@code group} or {@code everyone}
	 * @param entityName its name
	 * @param says what it says
	 */
	record Rule(String entityType, String entityName, AppPrivilege says) {

	}

}
