package io.github.dsmsso.wizard.shared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of DSM or authentik, such as {@code 7.2.2} or {@code 2026.5.0}. A release
 * candidate counts as the release it is a candidate for.
 *
 * @param major first number
 * @param minor second number
 * @param patch third number, 0 where there is none
 */
public record Version(int major, int minor, int patch) implements Comparable<Version> {

	private static final Pattern NUMBERS = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})(?:\\.(\\d{1,6}))?");

	/**
	 * Reads the first version number in a text: {@code DSM 7.2.2-72806 Update 3} is
	 * 7.2.2.
	 * @throws IllegalArgumentException where there is none
	 */
	public static Version parse(String text) {
		Matcher numbers = NUMBERS.matcher(text);
		if (!numbers.find()) {
			throw new IllegalArgumentException("No version number");
		}
		String patch = numbers.group(3);
		return new Version(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)),
				(patch != null) ? Integer.parseInt(patch) : 0);
	}

	/** Whether this is the given release or a later one. */
	public boolean isAtLeast(int major, int minor, int patch) {
		return compareTo(new Version(major, minor, patch)) >= 0;
	}

	/** Whether this is the given release line or a later one. */
	public boolean isAtLeast(int major, int minor) {
		return isAtLeast(major, minor, 0);
	}

	@Override
	public int compareTo(Version other) {
		int byMajor = Integer.compare(this.major, other.major);
		int byMinor = Integer.compare(this.minor, other.minor);
		return (byMajor != 0) ? byMajor : (byMinor != 0) ? byMinor : Integer.compare(this.patch, other.patch);
	}

	@Override
	public String toString() {
		return this.major + "." + this.minor + "." + this.patch;
	}

}
