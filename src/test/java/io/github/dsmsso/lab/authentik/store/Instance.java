package io.github.dsmsso.lab.authentik.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;

import io.github.dsmsso.lab.authentik.releases.AuthentikAssumption;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.time.ShiftedClock;

/**
 * What an instance is before it holds anything: its release, its clock, the source of its
 * random values, and which assumptions are true of it.
 */
public final class Instance {

	private final AuthentikVersion version;

	private final ShiftedClock clock;

	private final Randomness randomness;

	private final Set<AuthentikAssumption> dropped = EnumSet.noneOf(AuthentikAssumption.class);

	private int lastNumber;

	public Instance(AuthentikVersion version, Clock clock, Random random) {
		this.version = version;
		this.clock = new ShiftedClock(clock);
		this.randomness = new Randomness(random);
	}

	public AuthentikVersion version() {
		return this.version;
	}

	public boolean has(Behaviour behaviour) {
		return this.version.has(behaviour);
	}

	public boolean assumes(AuthentikAssumption assumption) {
		return !this.dropped.contains(assumption);
	}

	/**
	 * Switches one of the assumptions about authentik.
	 * @throws IllegalArgumentException if the simulator knows no other way
	 */
	public void assume(AuthentikAssumption assumption, boolean holds) {
		if (!holds && assumption.otherwise() == null) {
			throw new IllegalArgumentException(assumption + " cannot be switched off");
		}
		boolean ignored = holds ? this.dropped.remove(assumption) : this.dropped.add(assumption);
	}

	public void clockIsAheadBy(Duration ahead) {
		this.clock.isAheadBy(ahead);
	}

	public Clock clock() {
		return this.clock;
	}

	public Instant now() {
		return this.clock.instant();
	}

	public Randomness randomness() {
		return this.randomness;
	}

	/** The next key of those kinds that are numbered together. */
	public int nextNumber() {
		return ++this.lastNumber;
	}

}
