package io.github.dsmsso.lab.dsm.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The page Application Privileges, as far as the application DSM goes
 * ({@code SYNO.Desktop}): who may open the desktop. "When the user permissions conflict
 * with group permissions, the Deny permission always has priority over the Allow
 * permission" (user's guide of DSM 7.1, page 22).
 */
public final class AppPrivileges {

	/** The application's id. */
	public static final String DESKTOP = "SYNO.Desktop";

	/** Means every address. */
	static final String ANY_ADDRESS = "0.0.0.0";

	private static final List<String> ANY = List.of(ANY_ADDRESS);

	/** Everybody may, unless another rule says otherwise: how DSM is installed. */
	private static final Rule INSTALLED = new Rule("everyone", "everyone", ANY, List.of());

	private final List<Rule> rules = new CopyOnWriteArrayList<>(List.of(INSTALLED));

	private final NasFacts nas;

	AppPrivileges(NasFacts nas) {
		this.nas = nas;
	}

	/** The members of the group may. */
	public AppPrivileges allowsGroup(String group) {
		return set(new Rule("group", group, ANY, List.of()));
	}

	/** The members of the group may not, whatever else is said of them. */
	public AppPrivileges deniesGroup(String group) {
		return set(new Rule("group", group, List.of(), ANY));
	}

	/** The account, named as DSM lists it, may. */
	public AppPrivileges allowsUser(String account) {
		return set(new Rule("user", account, ANY, List.of()));
	}

	/** The account, named as DSM lists it, may not, whatever else is said of it. */
	public AppPrivileges deniesUser(String account) {
		return set(new Rule("user", account, List.of(), ANY));
	}

	/** The account may from these addresses only. */
	public AppPrivileges allowsUserFrom(String account, String... addresses) {
		return set(new Rule("user", account, List.of(addresses), List.of()));
	}

	/** Whom no other rule speaks of may not. */
	public AppPrivileges deniesEveryone() {
		return set(new Rule("everyone", "everyone", List.of(), ANY));
	}

	/** A rule in place of the one about the same user or group. */
	public AppPrivileges set(Rule rule) {
		delete(rule);
		this.rules.add(rule);
		return this;
	}

	public void delete(Rule rule) {
		this.rules.removeIf((other) -> other.isAboutTheSameAs(rule));
	}

	/** All rules, those that an account carries itself among them. */
	public List<Rule> rules() {
		List<Rule> all = new ArrayList<>(this.rules);
		this.nas.accounts()
			.stream()
			.filter((account) -> !account.hasDsmPrivilege())
			.map((account) -> new Rule("user", this.nas.listed(account), List.of(), ANY))
			.forEach(all::add);
		return all;
	}

	/**
	 * Whether an account may open the desktop: a rule that denies beats one that allows,
	 * and what is said of everyone counts only where nothing else is said.
	 */
	public boolean allow(Account account) {
		List<Verdict> own = rules().stream()
			.filter((rule) -> rule.isAbout(this.nas.listed(account), account.groups()))
			.map((rule) -> rule.from(this.nas.clientAddress()))
			.toList();
		return own.isEmpty() ? isOpenToEveryone() : !own.contains(Verdict.DENY);
	}

	private boolean isOpenToEveryone() {
		return rules().stream()
			.filter((rule) -> rule.entityType().equals("everyone"))
			.allMatch((rule) -> rule.from(this.nas.clientAddress()) == Verdict.ALLOW);
	}

	/** What a rule says. */
	enum Verdict {

		/** It allows. */
		ALLOW,
		/** It denies. */
		DENY

	}

	/**
	 * A rule about the application DSM.
	 *
	 * @param entityType {@code user}, {@code group} or {@code everyone}
	 * @param entityName the name, as DSM lists it
	 * @param allowIp the addresses that are allowed
	 * @param denyIp the addresses that are denied
	 */
	public record Rule(String entityType, String entityName, List<String> allowIp, List<String> denyIp) {

		public Rule {
			allowIp = List.copyOf(allowIp);
			denyIp = List.copyOf(denyIp);
		}

		boolean isAboutTheSameAs(Rule other) {
			return this.entityType.equals(other.entityType) && this.entityName.equals(other.entityName);
		}

		boolean isAbout(String account, Set<String> groups) {
			return switch (this.entityType) {
				case "user" -> this.entityName.equals(account);
				case "group" -> groups.contains(this.entityName);
				default -> false;
			};
		}

		/** As {@link DsmAssumption#OTHER_ADDRESSES_ARE_DENIED} says. */
		Verdict from(String address) {
			boolean denied = holds(this.denyIp, address);
			boolean allowed = holds(this.allowIp, address) || this.allowIp.isEmpty() && !this.denyIp.isEmpty();
			return (allowed && !denied) ? Verdict.ALLOW : Verdict.DENY;
		}

		private static boolean holds(List<String> addresses, String address) {
			return addresses.contains(ANY_ADDRESS) || addresses.contains(address);
		}

	}

}
