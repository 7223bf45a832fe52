package io.github.dsmsso.wizard.http;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the addresses of a name, and refuses a name that leads where no NAS and no
 * authentik can be: to the machine's own link (169.254.0.0/16, fe80::/10), where the
 * metadata services of clouds hand out credentials, to the addresses that those have
 * elsewhere, to "any" and to many at once. Loopback and private addresses are where a NAS
 * is at home, and stay allowed. One such address among several is enough: which of them
 * is connected to is not for us to say.
 */
class Destinations {

	/** Metadata services that are not on the link: Oracle, Alibaba, Azure, AWS. */
	private static final Set<InetAddress> METADATA = Set.of(of(192, 0, 0, 192), of(100, 100, 100, 200),
			of(168, 63, 129, 16), of(0xfd, 0, 0x0e, 0xc2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x02, 0x54));

	private final NameService names;

	Destinations(NameService names) {
		this.names = names;
	}

	/**
	 * The first address of a host.
	 * @throws ForbiddenAddressException where it leads to an address that is not allowed
	 * @throws UnknownHostException where it leads nowhere
	 */
	InetAddress of(String host) throws IOException {
		InetAddress[] found = this.names.addressesOf(host);
		if (Arrays.stream(found).anyMatch(Destinations::isForbidden)) {
			throw new ForbiddenAddressException();
		}
		return found[0];
	}

	static boolean isForbidden(InetAddress address) {
		return Stream.concat(Stream.of(address), embeddedIn(address)).anyMatch(Destinations::isForbiddenItself);
	}

	private static boolean isForbiddenItself(InetAddress address) {
		byte[] bytes = address.getAddress();
		boolean thisNetwork = bytes.length == 4 && bytes[0] == 0;
		boolean reserved = bytes.length == 4 && (bytes[0] & 0xf0) == 0xf0;
		return thisNetwork || reserved || address.isAnyLocalAddress() || address.isLinkLocalAddress()
				|| address.isMulticastAddress() || METADATA.contains(address);
	}

	/**
	 * The IPv4 addresses that an IPv6 address stands for, where a router translates it.
	 */
	private static Stream<InetAddress> embeddedIn(InetAddress address) {
		byte[] bytes = address.getAddress();
		if (!(address instanceof Inet6Address) || address.isLoopbackAddress() || address.isAnyLocalAddress()) {
			return Stream.empty();
		}
		if (begins(bytes, 0x20, 0x02)) {
			return Stream.of(at(bytes, 2, 0));
		}
		if (begins(bytes, 0x20, 0x01, 0, 0)) {
			return Stream.of(at(bytes, 4, 0), at(bytes, 12, 0xff));
		}
		return translated(bytes);
	}

	/** NAT64 with both its prefixes (RFC 6052, RFC 8215), IPv4-compatible, and ISATAP. */
	private static Stream<InetAddress> translated(byte[] bytes) {
		boolean nat64 = begins(bytes, 0, 0x64, 0xff, 0x9b);
		boolean compatible = begins(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
		boolean isatap = (bytes[8] & 0xfd) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == (byte) 0xfe;
		return (nat64 || compatible || isatap) ? Stream.of(at(bytes, 12, 0)) : Stream.empty();
	}

	private static boolean begins(byte[] bytes, int... prefix) {
		for (int i = 0; i < prefix.length; i++) {
			if (bytes[i] != (byte) prefix[i]) {
				return false;
			}
		}
		return true;
	}

	private static InetAddress at(byte[] bytes, int offset, int mask) {
		int[] part = new int[4];
		Arrays.setAll(part, (i) -> bytes[offset + i] ^ mask);
		return of(part);
	}

	private static InetAddress of(int... parts) {
		byte[] bytes = new byte[parts.length];
		for (int i = 0; i < parts.length; i++) {
			bytes[i] = (byte) parts[i];
		}
		try {
			return InetAddress.getByAddress(bytes);
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	/** Knows which addresses a name has. */
	@FunctionalInterface
	interface NameService {

		/** All of them, at least one. */
		InetAddress[] addressesOf(String host) throws UnknownHostException;

	}

	/** Says nothing of the address: whoever asks need not learn what a name leads to. */
	static final class ForbiddenAddressException extends IOException {

	}

}
