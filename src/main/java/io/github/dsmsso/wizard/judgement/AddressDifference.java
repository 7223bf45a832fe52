package io.github.dsmsso.wizard.judgement;

import java.util.Locale;

/**
 * In what an address differs from the wanted one, the smallest difference first.
 */
enum AddressDifference {

	/** A slash at the end. */
	SLASH,
	/** Upper and lower case. */
	CASE,
	/** Something behind a number sign, such as {@code #/signin}. */
	FRAGMENT,
	/** A path. */
	PATH,
	/** Another port. */
	PORT,
	/** http. */
	HTTP,
	/** Another address. */
	OTHER;

	static AddressDifference between(String wanted, String actual) {
		if (actual.equals(wanted + "/")) {
			return SLASH;
		}
		if (actual.equalsIgnoreCase(wanted)) {
			return CASE;
		}
		if (actual.startsWith(wanted) && actual.contains("#")) {
			return FRAGMENT;
		}
		return actual.startsWith(wanted + "/") ? PATH : ofOrigin(wanted, actual);
	}

	private static AddressDifference ofOrigin(String wanted, String actual) {
		String[] one = parts(wanted);
		String[] other = parts(actual);
		if (!one[1].equalsIgnoreCase(other[1])) {
			return OTHER;
		}
		return one[0].equalsIgnoreCase(other[0]) ? PORT : HTTP;
	}

	/** Scheme and host. */
	private static String[] parts(String address) {
		String[] parts = address.split("://", 2);
		String host = (parts.length == 2) ? parts[1].replaceFirst("(:[0-9]+)?([/?#].*)?$", "") : "";
		return new String[] { parts[0], host };
	}

	String finding() {
		return name().toLowerCase(Locale.ROOT);
	}

}
