package io.github.dsmsso.wizard.shared;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an address as people paste it: {@code host}, {@code host:port} or
 * {@code https://host[:port][/]}, with spaces around and in any case. Java's own parsers
 * accept {@code 127.1}, octal numbers and user names, so the grammar is our own and
 * stricter: what is accepted here is the very host that is connected to.
 */
final class AddressParser {

	private static final int LONGEST_INPUT = 2048;

	private static final Pattern SCHEME = Pattern.compile("^([a-z][a-z0-9+.-]*)://(.*)$", Pattern.CASE_INSENSITIVE);

	private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");

	private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

	private static final Pattern DOTTED_QUAD = Pattern
		.compile("(0|[1-9][0-9]{0,2})\\.(0|[1-9][0-9]{0,2})\\.(0|[1-9][0-9]{0,2})\\.(0|[1-9][0-9]{0,2})");

	/** The last label of a name is never a number: such a host is a mistyped address. */
	private static final Pattern NUMERIC_LABEL = Pattern.compile("[0-9]+|0x[0-9a-f]*");

	private static final List<String> QUICK_CONNECT = List.of("quickconnect.to", "quickconnect.cn", "find.synology.com",
			"finds.synology.com", "find.synology.cn");

	private static final List<String> METADATA = List.of("metadata.google.internal", "metadata.goog", "metadata",
			"instance-data", "instance-data.ec2.internal", "metadata.azure.internal", "metadata.azure.com",
			"metadata.tencentyun.com", "metadata.platformequinix.com", "kubernetes.default.svc", "168.63.129.16",
			"100.100.100.200");

	private final String typed;

	AddressParser(String typed) {
		this.typed = typed;
	}

	BaseUrl parse() {
		String text = cleaned();
		String scheme = "https";
		Matcher matcher = SCHEME.matcher(text);
		if (matcher.matches()) {
			scheme = matcher.group(1).toLowerCase(Locale.ROOT);
			text = matcher.group(2);
		}
		requireWebScheme(scheme, text);
		String authority = withoutPath(text);
		String host = hostOf(authority);
		String rest = authority.substring(host.length());
		String canonical = canonicalHost(host);
		requireSafeScheme(scheme, canonical, rest);
		return new BaseUrl(scheme, canonical, portOf(rest, scheme), "/");
	}

	private String cleaned() {
		if (this.typed.length() > LONGEST_INPUT) {
			throw problem("too-long");
		}
		String text = this.typed.strip();
		if (text.isEmpty()) {
			throw problem("empty");
		}
		for (char letter : text.toCharArray()) {
			if (letter > 126) {
				throw problem("not-ascii");
			}
			if (letter <= ' ' || letter == '\\' || letter == '%') {
				throw problem("characters");
			}
		}
		return text;
	}

	private void requireWebScheme(String scheme, String rest) {
		if (!scheme.equals("https") && !scheme.equals("http") || rest.startsWith("/")) {
			throw problem("scheme");
		}
	}

	private String withoutPath(String text) {
		int end = indexOfAny(text, "/?#");
		String authority = (end < 0) ? text : text.substring(0, end);
		if (authority.contains("@")) {
			throw problem("user-name");
		}
		if (end >= 0 && !text.substring(end).equals("/")) {
			throw problem("path", "https://" + authority.toLowerCase(Locale.ROOT));
		}
		return authority;
	}

	private static int indexOfAny(String text, String characters) {
		for (int i = 0; i < text.length(); i++) {
			if (characters.indexOf(text.charAt(i)) >= 0) {
				return i;
			}
		}
		return -1;
	}

	private String hostOf(String authority) {
		if (authority.startsWith("[")) {
			int end = authority.indexOf(']');
			if (end < 0) {
				throw problem("ipv6");
			}
			return authority.substring(0, end + 1);
		}
		int colon = authority.indexOf(':');
		if (colon >= 0 && authority.indexOf(':', colon + 1) >= 0) {
			throw problem("ipv6");
		}
		return (colon < 0) ? authority : authority.substring(0, colon);
	}

	private int portOf(String rest, String scheme) {
		if (rest.isEmpty()) {
			return scheme.equals("https") ? 443 : 80;
		}
		String digits = rest.substring(1);
		if (rest.charAt(0) != ':' || !PORT.matcher(digits).matches() || Integer.parseInt(digits) > 65535) {
			throw problem("port");
		}
		return Integer.parseInt(digits);
	}

	private String canonicalHost(String typedHost) {
		String host = typedHost.toLowerCase(Locale.ROOT);
		if (host.startsWith("[")) {
			return Ipv6Literal.canonical(host).orElseThrow(() -> problem("ipv6"));
		}
		host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
		requireName(host);
		requireOurKindOfHost(host);
		return host;
	}

	private void requireName(String host) {
		String[] labels = host.split("\\.", -1);
		if (NUMERIC_LABEL.matcher(labels[labels.length - 1]).matches()) {
			requireDottedQuad(host);
			return;
		}
		if (host.length() > 253) {
			throw problem("name");
		}
		for (String label : labels) {
			if (!LABEL.matcher(label).matches()) {
				throw problem("name");
			}
		}
	}

	private void requireDottedQuad(String host) {
		Matcher quad = DOTTED_QUAD.matcher(host);
		if (!quad.matches()) {
			throw problem("ipv4");
		}
		for (int i = 1; i <= 4; i++) {
			if (Integer.parseInt(quad.group(i)) > 255) {
				throw problem("ipv4");
			}
		}
	}

	private void requireOurKindOfHost(String host) {
		if (QUICK_CONNECT.stream().anyMatch((name) -> host.equals(name) || host.endsWith("." + name))) {
			throw problem("quickconnect");
		}
		if (METADATA.contains(host) || host.startsWith("169.254.")) {
			throw problem("metadata");
		}
	}

	/** Plain HTTP would carry the password in clear: it is for this very machine only. */
	private void requireSafeScheme(String scheme, String host, String rest) {
		if (scheme.equals("http") && !host.startsWith("127.") && !host.equals("[::1]")) {
			throw problem("http", "https://" + host + rest.replace(":5000", ":5001").replace(":80", ""));
		}
	}

	private ProblemException problem(String code, String... arguments) {
		return new ProblemException(Problem.of("address." + code, arguments));
	}

}
