package io.github.dsmsso.wizard.shared;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may stand for a host: a name of letters, digits and hyphens, a dotted quad without
 * leading zeros, or an IPv6 address in brackets; and none of the hosts that a wizard in a
 * private network has no business with.
 */
final class HostGrammar {

	private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

	/** The last label of a name is never a number: such a host is a mistyped address. */
	private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");

	private static final Pattern DOTTED_QUAD = Pattern
		.compile("(0|[1-9][0-9]{0,2})\\.(0|[1-9][0-9]{0,2})\\.(0|[1-9][0-9]{0,2})\\.(0|[1-9][0-9]{0,2})");

	private static final int FIRST_MULTICAST = 224;

	private static final List<String> QUICK_CONNECT = List.of("quickconnect.to", "quickconnect.cn", "find.synology.com",
			"finds.synology.com", "find.synology.cn");

	private static final List<String> METADATA = List.of("metadata.google.internal", "metadata.goog", "metadata",
			"instance-data", "instance-data.ec2.internal", "metadata.azure.internal", "metadata.azure.com",
			"metadata.tencentyun.com", "metadata.platformequinix.com", "kubernetes.default.svc", "168.63.129.16",
			"100.100.100.200", "[fd00:ec2::254]");

	private HostGrammar() {
	}

	/**
	 * The one way to write a host.
	 * @param host the host in lower case
	 * @throws ProblemException where it is none that we call
	 */
	static String canonical(String host) {
		String canonical = host.startsWith("[") ? ipv6(host) : nameOrIpv4(host);
		requireOurKindOfHost(canonical);
		return canonical;
	}

	/** Whether a canonical host is a literal address of this very machine. */
	static boolean isLoopback(String host) {
		return host.equals("[::1]") || host.startsWith("127.") && DOTTED_QUAD.matcher(host).matches();
	}

	private static String ipv6(String host) {
		return Ipv6Literal.canonical(host).orElseThrow(() -> AddressParser.problem("ipv6"));
	}

	private static String nameOrIpv4(String typed) {
		String host = typed.endsWith(".") ? typed.substring(0, typed.length() - 1) : typed;
		String lastLabel = host.substring(host.lastIndexOf('.') + 1);
		if (NUMBER.matcher(lastLabel).matches()) {
			requireIpv4(host);
		}
		else {
			requireName(host);
		}
		return host;
	}

	private static void requireIpv4(String host) {
		Matcher quad = DOTTED_QUAD.matcher(host);
		if (!quad.matches()) {
			throw AddressParser.problem("ipv4");
		}
		for (int i = 1; i <= 4; i++) {
			if (Integer.parseInt(quad.group(i)) > 255) {
				throw AddressParser.problem("ipv4");
			}
		}
		int network = Integer.parseInt(quad.group(1));
		if (network == 0 || network >= FIRST_MULTICAST) {
			throw AddressParser.problem("ipv4");
		}
	}

	private static void requireName(String host) {
		if (host.length() > 253) {
			throw AddressParser.problem("name");
		}
		for (String label : host.split("\\.", -1)) {
			if (!LABEL.matcher(label).matches()) {
				throw AddressParser.problem("name");
			}
		}
	}

	private static void requireOurKindOfHost(String host) {
		if (QUICK_CONNECT.stream().anyMatch((name) -> host.equals(name) || host.endsWith("." + name))) {
			throw AddressParser.problem("quickconnect");
		}
		if (METADATA.contains(host) || host.startsWith("169.254.") && DOTTED_QUAD.matcher(host).matches()) {
			throw AddressParser.problem("metadata");
		}
	}

}
