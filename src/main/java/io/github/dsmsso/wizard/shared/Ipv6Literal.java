package io.github.dsmsso.wizard.shared;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * An IPv6 address in brackets, without a zone. The pattern lets only literals through, so
 * that reading one never asks a name server.
 */
final class Ipv6Literal {

	private static final Pattern SHAPE = Pattern.compile("\\[[0-9a-f:]{2,39}]");

	/** {@code fe80::/10}, or an address with a zone; with or without the brackets. */
	private static final Pattern OF_ONE_LINK_ONLY = Pattern.compile(
			"\\[?(?:fe[89ab][0-9a-f]:[0-9a-f]*:.*|[0-9a-f.]*:[0-9a-f.]*:[0-9a-f:.]*%.*)", Pattern.CASE_INSENSITIVE);

	/**
	 * Where an IPv4 address stands in an IPv6 address: the first bytes, in hexadecimal,
	 * and the places of its four bytes. A gateway carries such an address on to the IPv4
	 * address.
	 */
	private static final List<Embedding> EMBEDDINGS = List.of(
			// NAT64, RFC 6052
			new Embedding("0064ff9b0000000000000000", 12, 13, 14, 15),
			// NAT64 of a local network, RFC 8215, in the four layouts of RFC 6052
			new Embedding("0064ff9b0001", 6, 7, 9, 10), new Embedding("0064ff9b0001", 7, 9, 10, 11),
			new Embedding("0064ff9b0001", 9, 10, 11, 12), new Embedding("0064ff9b0001", 12, 13, 14, 15),
			// IPv4-translated, RFC 7915
			new Embedding("0000000000000000ffff0000", 12, 13, 14, 15),
			// 6to4, RFC 3056
			new Embedding("2002", 2, 3, 4, 5),
			// the server of Teredo, RFC 4380
			new Embedding("20010000", 4, 5, 6, 7));

	private static final String TEREDO = "20010000";

	private static final Pattern ISATAP = Pattern.compile("[0-9a-f]{16}0[02]005efe[0-9a-f]{8}");

	private Ipv6Literal() {
	}

	/**
	 * The address as Java writes it, in brackets; empty where it is none we would call.
	 */
	static Optional<String> canonical(String bracketed) {
		return read(bracketed).filter(Ipv6Literal::isCallable).map(Ipv6Literal::shortest);
	}

	/**
	 * Whether it works on one network link only, as {@code fe80::1%eth0} does. The text
	 * may be no address at all.
	 */
	static boolean isOfOneLinkOnly(String text) {
		return OF_ONE_LINK_ONLY.matcher(text).matches();
	}

	/** The IPv4 addresses to which a gateway may carry the address on. */
	static List<String> embeddedIpv4(String bracketed) {
		return read(bracketed).map(InetAddress::getAddress).map(Ipv6Literal::embedded).orElse(List.of());
	}

	private static List<String> embedded(byte[] bytes) {
		String hex = hex(bytes);
		Stream<String> plain = EMBEDDINGS.stream()
			.filter((embedding) -> hex.startsWith(embedding.prefix()))
			.map((embedding) -> embedding.in(bytes, 0));
		Embedding last = new Embedding("", 12, 13, 14, 15);
		Stream<String> isatap = ISATAP.matcher(hex).matches() ? Stream.of(last.in(bytes, 0)) : Stream.empty();
		Stream<String> client = hex.startsWith(TEREDO) ? Stream.of(last.in(bytes, 0xff)) : Stream.empty();
		return Stream.of(plain, isatap, client).flatMap((found) -> found).toList();
	}

	private static Optional<InetAddress> read(String bracketed) {
		return SHAPE.matcher(bracketed).matches() ? Optional.ofNullable(literal(bracketed)) : Optional.empty();
	}

	private static @Nullable InetAddress literal(String bracketed) {
		try {
			InetAddress address = InetAddress.getByName(bracketed);
			return (address.getAddress().length == 16) ? address : null;
		}
		catch (UnknownHostException ex) {
			return null;
		}
	}

	/**
	 * An IPv4 address written as {@code ::1.2.3.4} is obsolete (RFC 4291) and a trick.
	 */
	private static boolean isCallable(InetAddress address) {
		boolean compatible = hex(address.getAddress()).startsWith("0".repeat(24)) && !address.isLoopbackAddress();
		return !compatible && !address.isLinkLocalAddress() && !address.isMulticastAddress();
	}

	private static String hex(byte[] bytes) {
		return IntStream.range(0, bytes.length)
			.mapToObj((i) -> String.format("%02x", bytes[i]))
			.collect(Collectors.joining());
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

	/**
	 * One way to put an IPv4 address into an IPv6 address.
	 *
	 * @param prefix the first bytes of such an address, in hexadecimal
	 * @param first the place of the first byte
	 * @param second the place of the second byte
	 * @param third the place of the third byte
	 * @param fourth the place of the fourth byte
	 */
	private record Embedding(String prefix, int first, int second, int third, int fourth) {

		/** The dotted quad; {@code mask} is 0xff where its bits are turned around. */
		String in(byte[] bytes, int mask) {
			return IntStream.of(this.first, this.second, this.third, this.fourth)
				.map((place) -> (bytes[place] ^ mask) & 0xff)
				.mapToObj(String::valueOf)
				.collect(Collectors.joining("."));
		}

	}

}
