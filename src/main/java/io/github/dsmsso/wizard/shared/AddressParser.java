package io.github.dsmsso.wizard.shared;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads DSM's address as people paste it: {@code host}, {@code host:port}, or whatever
 * the browser shows while DSM is open, with spaces around and in any case. Java's own
 * parsers accept {@code 127.1}, octal numbers and user names, so the grammar is our own
 * and stricter: what is accepted here is the very host that is connected to.
 */
final class AddressParser {

	private static final int LONGEST_INPUT = 2048;

	private static final Pattern SCHEME = Pattern.compile("([a-z][a-z0-9+.-]*)://(.*)", Pattern.CASE_INSENSITIVE);

	private static final Pattern PORT = Pattern.compile(":([1-9][0-9]{0,4})");

	private final String typed;

	AddressParser(String typed) {
		this.typed = typed;
	}

	ServerOrigin parse() {
		String text = cleaned();
		Matcher withScheme = SCHEME.matcher(text);
		boolean named = withScheme.matches();
		String scheme = named ? withScheme.group(1).toLowerCase(Locale.ROOT) : "https";
		String rest = named ? withScheme.group(2) : text;
		requireWeb(scheme, rest);
		String authority = rest.split("[/?#]", 2)[0];
		ServerOrigin address = read(scheme, authority);
		requireConfidential(address);
		requireDsmItself(rest.substring(authority.length()), address);
		return address;
	}

	private String cleaned() {
		if (this.typed.length() > LONGEST_INPUT) {
			throw AddressProblem.of("too-long");
		}
		String text = this.typed.strip();
		if (text.isEmpty()) {
			throw AddressProblem.of("empty");
		}
		for (char letter : text.toCharArray()) {
			if (letter == ' ' || letter == '\\' || Character.isISOControl(letter)) {
				throw AddressProblem.of("characters");
			}
		}
		return text;
	}

	private static void requireWeb(String scheme, String rest) {
		if (!scheme.equals("https") && !scheme.equals("http") || rest.startsWith("/")) {
			throw AddressProblem.of("scheme");
		}
	}

	private static ServerOrigin read(String scheme, String authority) {
		if (authority.contains("@")) {
			throw AddressProblem.of("user-name");
		}
		if (Ipv6Literal.isOfOneLinkOnly(authority)) {
			throw AddressProblem.of("link-local");
		}
		if (authority.contains("%")) {
			throw AddressProblem.of("characters");
		}
		String host = hostIn(authority);
		String canonical = HostGrammar.canonical(host);
		return new ServerOrigin(scheme, canonical, portIn(authority.substring(host.length()), scheme));
	}

	private static String hostIn(String authority) {
		if (authority.startsWith("[")) {
			int end = authority.indexOf(']');
			return (end < 0) ? authority : authority.substring(0, end + 1);
		}
		int colon = authority.indexOf(':');
		if (colon != authority.lastIndexOf(':')) {
			throw AddressProblem.of("ipv6");
		}
		return authority.split(":", 2)[0];
	}

	private static int portIn(String rest, String scheme) {
		if (rest.isEmpty()) {
			return ServerOrigin.usualPort(scheme);
		}
		Matcher port = PORT.matcher(rest);
		if (!port.matches() || Integer.parseInt(port.group(1)) > 65535) {
			throw AddressProblem.of("port");
		}
		return Integer.parseInt(port.group(1));
	}

	/** Plain HTTP would carry the password in clear: it is for this very machine only. */
	private static void requireConfidential(ServerOrigin address) {
		if (address.scheme().equals("http") && !HostGrammar.isLoopback(address.host())) {
			int port = switch (address.port()) {
				case 80 -> 443;
				case 5000 -> 5001;
				default -> address.port();
			};
			throw AddressProblem.of("http", new ServerOrigin("https", address.host(), port).toString());
		}
	}

	/** DSM's own pages, queries and fragments are left out; another path is told. */
	private static void requireDsmItself(String rest, ServerOrigin address) {
		DsmPath inFront = DsmPath.inFrontOfDsm(rest.split("[?#]", 2)[0]);
		if (inFront.isRoot()) {
			return;
		}
		if (!inFront.isPlain()) {
			throw AddressProblem.of("path", address.toString());
		}
		throw AddressProblem.of(inFront.isPortal() ? "portal" : "below-path", address.toString(), inFront.toString());
	}

}
