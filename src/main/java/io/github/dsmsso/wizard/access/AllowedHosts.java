package io.github.dsmsso.wizard.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The host names by which the wizard may be opened: those of this machine, which a health
 * check uses too, and those that were named. A page elsewhere can point a name of its own
 * at this machine (DNS rebinding), but it cannot make the browser send one of these.
 */
final class AllowedHosts {

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	private final List<String> entries;

	AllowedHosts(List<String> entries) {
		this.entries = entries.stream().map((entry) -> entry.toLowerCase(Locale.ROOT)).toList();
	}

	boolean allow(String host, int port) {
		String name = bracketed(host.toLowerCase(Locale.ROOT));
		return LOOPBACK.contains(name) || this.entries.contains(name) || this.entries.contains(name + ":" + port);
	}

	/** Whether a {@code Host} header holds one of the names, whatever its port. */
	boolean allowOnAnyPort(String host) {
		String name = withoutPort(host.toLowerCase(Locale.ROOT));
		return LOOPBACK.contains(name) || this.entries.stream().map(AllowedHosts::withoutPort).anyMatch(name::equals);
	}

	/** Whether nobody but this machine can call the wizard by any of these names. */
	boolean areLoopbackOnly() {
		return firstOnTheNetwork().isEmpty();
	}

	/** The first name by which another machine can call the wizard, as it was given. */
	Optional<String> firstOnTheNetwork() {
		return this.entries.stream().filter((entry) -> !LOOPBACK.contains(withoutPort(entry))).findFirst();
	}

	static boolean hasPort(String entry) {
		return !withoutPort(entry).equals(entry);
	}

	static String bracketed(String host) {
		return (host.contains(":") && !host.startsWith("[")) ? "[" + host + "]" : host;
	}

	private static String withoutPort(String entry) {
		return entry.replaceFirst("(?<=[^:]):\\d+$", "");
	}

}
