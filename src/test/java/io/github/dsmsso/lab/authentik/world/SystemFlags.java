package io.github.dsmsso.lab.authentik.world;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.dsmsso.lab.authentik.releases.AuthentikAssumption;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Instance;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.wizard.shared.Version;
import org.jspecify.annotations.Nullable;

/**
 * The flags of an instance, each with its default. Administrators see those that are set
 * or all of them, and everybody the public ones; until 2026.5 all are public, and before
 * 2025.8 there are none.
 */
public final class SystemFlags {

	/** Whether an application without bindings is open to everybody. */
	public static final String OPEN = "core_default_app_access";

	private static final String REFRESH = "flows_refresh_others";

	private static final String BUFFER = "policies_buffered_access_view";

	private static final String CONTINUOUS = "flows_continuous_login";

	private static final String DIFF = "enterprise_audit_include_expanded_diff";

	private static final Version FEWER_ARE_PUBLIC = new Version(2026, 8, 0);

	/** By the line that changed them. */
	private static final NavigableMap<Version, List<String>> ALL = new TreeMap<>(Map.of(new Version(2025, 8, 0),
			List.of(BUFFER), new Version(2025, 10, 0), List.of(BUFFER, REFRESH), new Version(2025, 12, 0),
			List.of(BUFFER, REFRESH, CONTINUOUS), new Version(2026, 2, 0), List.of(BUFFER, REFRESH, CONTINUOUS, DIFF),
			new Version(2026, 5, 0), List.of(OPEN, REFRESH, CONTINUOUS, DIFF)));

	private final Instance instance;

	private final Row settings;

	public SystemFlags(Instance instance, Row settings) {
		this.instance = instance;
		this.settings = settings;
	}

	/** Whether this release has any. */
	public boolean exist() {
		return ALL.floorKey(release()) != null;
	}

	/** What {@code /admin/settings/} shows: what is set, and from 2026.5 on the rest. */
	public Map<String, @Nullable Object> all() {
		Map<String, @Nullable Object> flags = AuthentikJson.object();
		if (this.instance.has(Behaviour.DEFAULT_APP_ACCESS)
				&& this.instance.assumes(AuthentikAssumption.FLAGS_ARE_TOLD_WITH_THEIR_DEFAULTS)) {
			known().forEach((flag) -> flags.put(flag, isOn(flag)));
		}
		flags.putAll(this.settings.object("flags"));
		return flags;
	}

	/** The flags of this release. */
	public List<String> known() {
		return ALL.floorEntry(release()).getValue();
	}

	/** What {@code /core/brands/current/} shows. */
	public Map<String, Boolean> told() {
		Map<String, Boolean> flags = known().stream().collect(Collectors.toMap((flag) -> flag, this::isOn));
		if (release().compareTo(FEWER_ARE_PUBLIC) >= 0) {
			flags.keySet().removeAll(List.of(OPEN, DIFF));
		}
		return flags;
	}

	private boolean isOn(String flag) {
		return Boolean.TRUE.equals(this.settings.object("flags").getOrDefault(flag, flag.equals(OPEN)));
	}

	private Version release() {
		return Version.parse(this.instance.version().number());
	}

}
