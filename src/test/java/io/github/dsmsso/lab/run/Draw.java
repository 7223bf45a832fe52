package io.github.dsmsso.lab.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * What a run takes of more cases than it has time for. A seed decides which, and is
 * printed: {@code -Dseed=…} draws the same once more, {@code -Ddraw=all} takes all.
 */
public final class Draw {

	private static final boolean ALL = "all".equals(System.getProperty("draw"));

	private static final long SEED = Long.getLong("seed", new Random().nextInt(1_000_000_000));

	private Draw() {
	}

	/** What this run draws with. */
	public static long seed() {
		return SEED;
	}

	/** A number for a run that draws, and another one for a run that takes all. */
	public static int count(int drawn, int all) {
		return ALL ? all : drawn;
	}

	/** Whether this one is taken, as one in so many is. */
	public static boolean takes(String name, int oneIn) {
		return ALL || Math.floorMod(Objects.hash(SEED, name), oneIn) == 0;
	}

	/** So many of them, or all, in their order. */
	public static <T> List<T> of(String name, List<T> all, int number) {
		if (ALL || all.size() <= number) {
			return all;
		}
		MavenConsole.say("%s: %d of %d are drawn with -Dseed=%d", name, number, all.size(), SEED);
		List<Integer> places = new ArrayList<>();
		for (int place = 0; place < all.size(); place++) {
			places.add(place);
		}
		Collections.shuffle(places, new Random(SEED));
		return places.subList(0, number).stream().sorted().map(all::get).toList();
	}

}
