package io.github.dsmsso.lab.dsm.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.dsmsso.lab.dsm.protocol.Json;

/**
 * DSM's Auto Block: too many failures from one address, and the address is shut out.
 */
public final class AutoBlock {

	private final Map<String, List<Instant>> failures = new HashMap<>();

	private final Set<String> blocked = new HashSet<>();

	private boolean enabled = true;

	private int attempts = 10;

	private Duration within = Duration.ofMinutes(5);

	/** Blocks after that many failures within that time. */
	public synchronized AutoBlock after(int attempts, Duration within) {
		this.attempts = attempts;
		this.within = within;
		return this;
	}

	public synchronized AutoBlock off() {
		this.enabled = false;
		return this;
	}

	/** Blocks an address at once. */
	public synchronized AutoBlock block(String source) {
		this.blocked.add(source);
		return this;
	}

	/** Takes every address off the list. */
	public synchronized AutoBlock unblockAll() {
		this.blocked.clear();
		this.failures.clear();
		return this;
	}

	public synchronized boolean blocks(String source) {
		return this.blocked.contains(source);
	}

	/** Counts a failure; returns whether it was the one too many. */
	public synchronized boolean failed(String source, Instant now) {
		List<Instant> times = this.failures.computeIfAbsent(source, (ignored) -> new ArrayList<>());
		times.removeIf((time) -> time.isBefore(now.minus(this.within)));
		times.add(now);
		return this.enabled && times.size() >= this.attempts && this.blocked.add(source);
	}

	public synchronized Map<String, ?> settings() {
		return Json.object("attempts", this.attempts, "enable", this.enabled, "expire_day", 0, "within_mins",
				this.within.toMinutes());
	}

}
