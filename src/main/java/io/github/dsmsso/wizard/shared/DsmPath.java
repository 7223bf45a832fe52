package io.github.dsmsso.wizard.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What of a path lies in front of DSM's own pages: nothing where DSM has the address to
 * itself. DSM is known by its origin alone, so it cannot be used below a path.
 *
 * @param segments the segments in front
 */
public record DsmPath(List<String> segments) {

	/** The first segments of what DSM's browser page and its API are called by. */
	private static final Set<String> OWN_PAGES = Set.of("index.cgi", "webman", "webapi", "desktop");

	/**
	 * The aliases that DSM's packages bring along; an administrator can change them
	 * (Login Portal &gt; Applications).
	 */
	private static final Set<String> PORTALS = Set.of("audio", "calendar", "cam", "chat", "contacts", "download",
			"drive", "file", "mail", "note", "photo", "video");

	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,63}");

	/** Reads a path without query and fragment. */
	public static DsmPath inFrontOfDsm(String path) {
		return new DsmPath(Arrays.stream(path.split("/"))
			.filter((segment) -> !segment.isEmpty())
			.takeWhile((segment) -> !OWN_PAGES.contains(segment))
			.toList());
	}

	/** Whether DSM has the address to itself. */
	public boolean isRoot() {
		return this.segments.isEmpty();
	}

	/** Whether it can be shown: letters, digits and the few signs of an ordinary path. */
	public boolean isPlain() {
		return this.segments.stream().allMatch((segment) -> PLAIN.matcher(segment).matches());
	}

	/** Whether a single application of DSM's usually answers there. */
	boolean isPortal() {
		return PORTALS.contains(this.segments.get(0));
	}

	@Override
	public String toString() {
		return isRoot() ? "/" : "/" + String.join("/", this.segments) + "/";
	}

}
