package io.github.dsmsso.wizard.shared;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An IPv6 address in brackets, without a zone. The pattern lets only literals through, so
 * that reading one never asks a name server.
 */
final class Ipv6Literal {

	private static final Pattern SHAPE = Pattern.compile("\\[[0-9a-f:]{2,39}]");

	private Ipv6Literal() {
	}

	/**
	 * The address as Java writes it, in brackets; empty where it is none we would call.
	 */
	static Optional<String> canonical(String bracketed) {
		if (!SHAPE.matcher(bracketed).matches()) {
			return Optional.empty();
		}
		try {
			InetAddress address = InetAddress.getByName(bracketed);
			boolean callable = !address.isLinkLocalAddress() && !address.isMulticastAddress()
					&& !address.isAnyLocalAddress();
			return (callable && address.getAddress().length == 16) ? Optional.of(shortest(address)) : Optional.empty();
		}
		catch (UnknownHostException ex) {
			return Optional.empty();
		}
	}

	/** RFC 5952: the longest run of zero groups is left out. */
	private static String shortest(InetAddress address) {
		String full = address.getHostAddress();
		String longest = "";
		Matcher runs = Pattern.compile("(?:^|:)0(?::0)+(?=:|$)").matcher(full);
		while (runs.find()) {
			longest = (runs.group().length() > longest.length()) ? runs.group() : longest;
		}
		if (longest.isEmpty()) {
			return "[" + full + "]";
		}
		String shortened = full.replaceFirst(Pattern.quote(longest), ":");
		return "[" + (shortened.endsWith(":") ? shortened + ":" : shortened) + "]";
	}

}
