package io.github.dsmsso.wizard.shared;

import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static java.lang.Character.UnicodeScript.BOPOMOFO;
import static java.lang.Character.UnicodeScript.COMMON;
import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.HANGUL;
import static java.lang.Character.UnicodeScript.HIRAGANA;
import static java.lang.Character.UnicodeScript.INHERITED;
import static java.lang.Character.UnicodeScript.KATAKANA;
import static java.lang.Character.UnicodeScript.LATIN;

/**
 * A host name in letters of any language, and the {@code xn--} form in which it is
 * called. {@link IDN} follows the rules of 2003, which map and drop characters silently;
 * here only a name that comes back unchanged from its {@code xn--} form is converted, so
 * that nobody is led to another host than the one that was read. A part of a name that
 * mixes scripts, as look-alikes do, is refused.
 */
final class InternationalName {

	/** The full stops that IDN takes for a dot (RFC 3490, section 3.1). */
	private static final Pattern FULL_STOP = Pattern.compile("[.\u3002\uff0e\uff61]");

	private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

	private static final int PROLONGED_SOUND_MARK = 0x30fc;

	/**
	 * Where Latin-1 and Latin Extended-A end; look-alikes of ASCII letters come later.
	 */
	private static final int LAST_EVERYDAY_LATIN = 0x17f;

	/** Scripts that are written together. */
	private static final List<Set<UnicodeScript>> TOGETHER = List.of(EnumSet.of(HAN, HIRAGANA, KATAKANA),
			EnumSet.of(HAN, HANGUL), EnumSet.of(HAN, BOPOMOFO));

	private InternationalName() {
	}

	/**
	 * The name in the form in which it is called; parts in ASCII stay as they are.
	 * @throws ProblemException where a part cannot be converted without doubt
	 */
	static String toAscii(String name) {
		return Arrays.stream(FULL_STOP.split(name, -1))
			.map((label) -> ASCII.matcher(label).matches() ? label.toLowerCase(Locale.ROOT) : encoded(label))
			.collect(Collectors.joining("."));
	}

	/** A canonical host in its own letters; the same where it has none. */
	static String toUnicode(String host) {
		String name = IDN.toUnicode(host);
		try {
			return toAscii(name).equals(host) ? name : host;
		}
		catch (ProblemException ex) {
			return host;
		}
	}

	private static String encoded(String typed) {
		String label = Normalizer.normalize(typed.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
		if (label.codePoints().allMatch(InternationalName::isWritten) && isOfOneScript(label)) {
			String ascii = idn(label);
			if (ascii.startsWith("xn--") && IDN.toUnicode(ascii, IDN.USE_STD3_ASCII_RULES).equals(label)) {
				return ascii;
			}
		}
		throw AddressProblem.of("not-ascii");
	}

	private static String idn(String label) {
		try {
			return IDN.toASCII(label, IDN.USE_STD3_ASCII_RULES);
		}
		catch (IllegalArgumentException ex) {
			throw AddressProblem.of("not-ascii");
		}
	}

	/** Which letters of ASCII a name may have is judged by {@link IDN}. */
	private static boolean isWritten(int letter) {
		if (letter < 128) {
			return true;
		}
		int type = Character.getType(letter);
		boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
		return mark || Character.isLetter(letter) && (UnicodeScript.of(letter) != LATIN || isEverydayLatin(letter));
	}

	private static boolean isEverydayLatin(int letter) {
		return letter <= LAST_EVERYDAY_LATIN
				|| Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD).codePointAt(0) < 128;
	}

	private static boolean isOfOneScript(String label) {
		Set<UnicodeScript> scripts = label.codePoints()
			.filter((letter) -> letter >= 128 || Character.isLetter(letter))
			.mapToObj(InternationalName::scriptOf)
			.collect(Collectors.toSet());
		return !scripts.contains(COMMON) && !scripts.contains(INHERITED)
				&& (scripts.size() == 1 || TOGETHER.stream().anyMatch((together) -> together.containsAll(scripts)));
	}

	private static UnicodeScript scriptOf(int letter) {
		return (letter == PROLONGED_SOUND_MARK) ? KATAKANA : UnicodeScript.of(letter);
	}

}
