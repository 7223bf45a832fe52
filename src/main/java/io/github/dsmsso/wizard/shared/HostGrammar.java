package io.github.dsmsso.wizard.shared;

import java.util.List;
import java.util.Locale;
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

	/** No top-level domain begins with a digit, and {@link java.net.URI} reads none. */
	private static final Pattern NO_TOP_LEVEL = Pattern.compile(".*\\.[0-9][^.]*");

	private static final Pattern DOTTED_QUAD = Pattern
		.compile("(0|[1-9][0-9]{0,2})\\.(0|[1-9][0-9]{0,2})\\.(0|[1-9][0-9]{0,2})\\.(0|[1-9][0-9]{0,2})");

	private static final int FIRST_MULTICAST = 224;

	private static final List<String> QUICK_CONNECT = List.of("quickconnect.to", "quickconnect.cn", "find.synology.com",
			"finds.synology.com", "find.synology.cn");

	private static final List<String> METADATA = List.of("metadata.google.internal", "metadata.goog", "metadata",
			"instance-data", "instance-data.ec2.internal", "metadata.azure.internal", "metadata.azure.com",
			"metadata.tencentyun.com", "metadata.platformequinix.com", "168.63.129.16", "100.100.100.200",
			"192.0.0.192", "[fd00:ec2::254]", "[fd20:ce::254]", "[fd00:c1::a9fe:a9fe]", "[fd00:42::42]");

	/** The API of the cluster a container runs in, also with the cluster's domain. */
	private static final Pattern KUBERNETES = Pattern.compile("kubernetes\\.default(?:\\.svc(?:\\..*)?)?");

	private HostGrammar() {
	}

	/**
	 * The one way to write a host.
	 * @param typed the host in any case and in letters of any language
	 * @throws ProblemException where it is none that we call
	 */
	static String canonical(String typed) {
		String canonical = typed.startsWith("[") ? ipv6(typed.toLowerCase(Locale.ROOT))
				: nameOrIpv4(InternationalName.toAscii(typed));
		requireOurKindOfHost(canonical);
		Ipv6Literal.embeddedIpv4(canonical).forEach(HostGrammar::requireOurKindOfGateway);
		return canonical;
	}

	/** Whether a canonical host is a literal address of this very machine. */
	static boolean isLoopback(String host) {
		return host.equals("[::1]") || host.startsWith("127.") && DOTTED_QUAD.matcher(host).matches();
	}

	private static String ipv6(String host) {
		return Ipv6Literal.canonical(host).orElseThrow(() -> AddressProblem.of("ipv6"));
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
			throw AddressProblem.of("ipv4");
		}
		for (int i = 1; i <= 4; i++) {
			if (Integer.parseInt(quad.group(i)) > 255) {
				throw AddressProblem.of("ipv4");
			}
		}
		int network = Integer.parseInt(quad.group(1));
		if (network == 0 || network >= FIRST_MULTICAST) {
			throw AddressProblem.of("ipv4");
		}
	}

	private static void requireName(String host) {
		if (host.length() > 253 || NO_TOP_LEVEL.matcher(host).matches()) {
			throw AddressProblem.of("name");
		}
		for (String label : host.split("\\.", -1)) {
			if (!LABEL.matcher(label).matches()) {
				throw AddressProblem.of("name");
			}
		}
	}

	private static void requireOurKindOfHost(String host) {
		if (QUICK_CONNECT.stream().anyMatch((name) -> host.equals(name) || host.endsWith("." + name))) {
			throw AddressProblem.of("quickconnect");
		}
		if (METADATA.contains(host) || KUBERNETES.matcher(host).matches()
				|| host.startsWith("169.254.") && DOTTED_QUAD.matcher(host).matches()) {
			throw AddressProblem.of("metadata");
		}
	}

	/** An IPv6 address must not be a detour to an IPv4 address that is refused. */
	private static void requireOurKindOfGateway(String ipv4) {
		requireOurKindOfHost(ipv4);
		if (isLoopback(ipv4)) {
			throw AddressProblem.of("ipv6");
		}
	}

}
