package io.github.dsmsso.lab.dsm.world;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** DSM's connection log, newest line first. */
public final class ConnectionLog {

	private final List<Line> lines = new CopyOnWriteArrayList<>();

	/** The lines, newest first. */
	public List<Line> lines() {
		return List.copyOf(this.lines);
	}

	public void signedIn(Instant time, Account account, String source, String means) {
		add(new Line(time, "info", account.name(), "User [" + account.name() + "] from [" + source
				+ "] signed in to [DSM] successfully via [" + means + "]."));
	}

	public void failed(Instant time, String name, String source, String means) {
		add(new Line(time, "warning", name, "User [" + name + "] from [" + source + "] failed to sign in to [DSM] via ["
				+ means + "] due to authorization failure."));
	}

	public void blocked(Instant time, String source) {
		add(new Line(time, "warning", "SYSTEM", "Host [" + source + "] was blocked via [DSM]."));
	}

	private void add(Line line) {
		this.lines.add(0, line);
	}

	/**
	 * A line.
	 *
	 * @param time when
	 * @param level "info" or "warning"
	 * @param who the account
	 * @param text what happened
	 */
	public record Line(Instant time, String level, String who, String text) {

	}

}
