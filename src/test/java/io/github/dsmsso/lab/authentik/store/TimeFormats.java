package io.github.dsmsso.lab.authentik.store;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Times and durations as authentik writes them. */
public final class TimeFormats {

	private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
		.withZone(ZoneOffset.UTC);

	private static final Map<String, Duration> UNITS = Map.of("weeks", Duration.ofDays(7), "days", Duration.ofDays(1),
			"hours", Duration.ofHours(1), "minutes", Duration.ofMinutes(1), "seconds", Duration.ofSeconds(1));

	private TimeFormats() {
	}

	public static String iso(Instant instant) {
		return ISO.format(instant);
	}

	/** As the {@code Date} header is written. */
	public static String http(Instant instant) {
		return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atZone(ZoneOffset.UTC));
	}

	/** A duration such as {@code hours=1;minutes=2}. */
	public static Duration duration(String text) {
		Duration sum = Duration.ZERO;
		for (String part : text.split(";")) {
			String[] unit = part.split("=", 2);
			if (unit.length == 2) {
				sum = sum
					.plus(UNITS.getOrDefault(unit[0], Duration.ZERO).multipliedBy((long) Double.parseDouble(unit[1])));
			}
		}
		return sum;
	}

}
