package io.github.dsmsso.lab.dsm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.dsmsso.lab.debug.Switch;
import io.github.dsmsso.lab.dsm.world.Account;
import io.github.dsmsso.lab.dsm.world.DirectoryState;
import io.github.dsmsso.lab.dsm.world.DsmAssumption;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import io.github.dsmsso.lab.http.Gateway;

/** What can be switched on a NAS while it runs. */
final class DsmSwitches {

	private static final String NAME = "[A-Za-z0-9.-]*";

	private DsmSwitches() {
	}

	static List<Switch> of(DsmWorld world) {
		List<Switch> switches = new ArrayList<>();
		switches.add(Switch.flag("booting", "answers 502, as while DSM starts", world::boots, world::boots));
		switches.add(Switch.number("clock-skew", "seconds that its clock is ahead",
				(seconds) -> world.clockIsAheadBy(Duration.ofSeconds(seconds))));
		switches.add(Switch.action("lose-sessions", "ends all sessions, as a restart of DSM's web server does",
				() -> world.sessions().endAll()));
		switches.add(Switch.choice("gateway", "what stands in front of its pages, the WebAPI excepted", "none",
				Gateway.ways(world::hasInFront)));
		switches.add(Switch.flag("drop-writes", "acknowledges writes of the SSO pages and stores nothing",
				world::dropsWrites, world::silentlyDropsWrites));
		switches.add(Switch.flag("mask-secrets", "returns stars instead of client secrets",
				() -> !world.assumes(DsmAssumption.SECRET_IS_READABLE), world::masksSecrets));
		switches.add(Switch.flag("only-json-values", "refuses parameter values that are not JSON",
				() -> !world.assumes(DsmAssumption.BARE_STRINGS_ARE_TAKEN), world::takesOnlyJsonValues));
		switches.add(Switch.flag("clients-from-outside", "takes its clients for strangers from outside the network",
				world::fromOutside, world::seesClientsFromOutside));
		switches.add(accounts("disabled-accounts", "the accounts that are disabled", world, Account::isDisabled,
				(account, disabled) -> disabled ? account.disabled() : account.enabled()));
		switches.add(accounts("denied-accounts", "the accounts that Application Privileges deny DSM itself", world,
				(account) -> !account.hasDsmPrivilege(),
				(account, denied) -> denied ? account.withoutDsmPrivilege() : account.withDsmPrivilege()));
		switches.add(Switch.text("domain", "the Windows domain that it has joined, or nothing", NAME,
				() -> Objects.toString(world.directory().domain(), ""), (name) -> joins(name, world.directory())));
		switches.add(Switch.text("customized-domain", "DSM's own domain in the Login Portal, or nothing", NAME,
				() -> Objects.toString(world.web().fqdn(), ""),
				(name) -> world.web().domain(name.isEmpty() ? null : name)));
		switches.add(Switch.text("external-hostname", "the host name under External Access, or nothing", NAME,
				world.web()::externalHostname, world.web()::externalHostname));
		switches.add(Switch.text("drive-domain", "the domain of Synology Drive in the Login Portal, or nothing", NAME,
				() -> Objects.toString(world.web().driveDomain(), ""),
				(name) -> world.web().driveDomain(name.isEmpty() ? null : name)));
		switches.add(Switch.flag("redirect-to-https", "leads people from HTTP to HTTPS", world.web()::httpsRedirect,
				world.web()::redirectsToHttps));
		Arrays.stream(DsmAssumption.values())
			.filter((assumption) -> assumption.otherwise() != null)
			.forEach((assumption) -> switches.add(assumed(assumption, world)));
		return switches;
	}

	private static void joins(String domain, DirectoryState directory) {
		if (domain.isEmpty()) {
			directory.leftDomain();
		}
		else {
			directory.joinedDomain(domain);
		}
	}

	/** The names of all accounts in a state, which all others are not in. */
	private static Switch accounts(String name, String sentence, DsmWorld world, Predicate<Account> state,
			BiFunction<Account, Boolean, Account> turn) {
		Supplier<String> now = () -> world.accounts()
			.stream()
			.filter(state)
			.map(Account::name)
			.collect(Collectors.joining(","));
		return Switch.text(name, sentence + ", with commas between their names", "[A-Za-z0-9._,-]*", now, (names) -> {
			List<String> wanted = List.of(names.split(","));
			world.accounts()
				.stream()
				.filter((account) -> state.test(account) != wanted.contains(account.name()))
				.forEach((account) -> turn.apply(account, !state.test(account)));
		});
	}

	private static Switch assumed(DsmAssumption assumption, DsmWorld world) {
		return Switch.assumption(assumption, assumption.sentence(), String.valueOf(assumption.otherwise()),
				() -> world.assumes(assumption), (holds) -> world.assume(assumption, holds));
	}

}
