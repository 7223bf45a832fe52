package io.github.dsmsso.lab.authentik.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.dsmsso.lab.authentik.releases.AuthentikAssumption;
import io.github.dsmsso.lab.authentik.store.Instance;
import io.github.dsmsso.lab.authentik.store.Row;

/**
 * The applications that a user was shown last. The real one ignores the filters of the
 * next question too (goauthentik/authentik issue 17064).
 */
public final class ApplicationCache {

	private final Instance instance;

	private final Map<String, List<Row>> shown = new HashMap<>();

	ApplicationCache(Instance instance) {
		this.instance = instance;
	}

	public List<Row> shownTo(Row user, int page, Supplier<List<Row>> fresh) {
		List<Row> known = this.shown.getOrDefault(key(user, page), List.of());
		if (known.isEmpty()) {
			known = fresh.get();
			this.shown.put(key(user, page), known);
		}
		return known;
	}

	/** Something was changed that the lists depend on. */
	public void empty() {
		if (this.instance.assumes(AuthentikAssumption.CHANGES_EMPTY_THE_APPLICATION_CACHE)) {
			this.shown.clear();
		}
	}

	private static String key(Row user, int page) {
		return user.pk() + "/" + page;
	}

}
