package io.github.dsmsso.wizard.apply;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.dsmsso.lab.calls.CallSite;
import io.github.dsmsso.lab.calls.Calls;
import io.github.dsmsso.lab.calls.Side;
import io.github.dsmsso.lab.faults.Disturbance;
import io.github.dsmsso.lab.faults.Fault;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.wizard.apply.CellRun.Terminal;
import org.jspecify.annotations.Nullable;

/** The one thing that goes wrong in a cell of the matrix. */
interface Mishap {

	/** Lets it happen in the phase that begins now. */
	void befall(CellRun run);

	/** Lets it be over, where the bench does not know of it. */
	default void passes() {
	}

	/** How a walk with it may end. */
	Set<Terminal> allowed();

	/** The call it befalls, or null. */
	default @Nullable Place place() {
		return null;
	}

	/** The server it concerns, or null. */
	default @Nullable Side side() {
		return (place() != null) ? place().site().side() : null;
	}

	/** Whether somebody else changes something, rather than something fails. */
	default boolean isEdit() {
		return false;
	}

	/** Whether it is about anything that a run from there has to do with. */
	default boolean concerns(BeforeState before) {
		return true;
	}

	/** What can befall a phase as a whole. */
	static Stream<Mishap> ofPhase(Phase phase) {
		if (phase != Phase.APPLY && phase != Phase.UNDO) {
			return Stream.empty();
		}
		return Stream
			.of(Arrays.stream(Side.values()).map((side) -> new ServerWasGone(side, Fault.REFUSED)),
					Arrays.stream(Edit.values()).map(SomebodyWasFaster::new),
					JournalFails.ENTRIES.stream().map((entry) -> new JournalFails(phase, entry)))
			.flatMap((mishaps) -> mishaps);
	}

	/** A call, and what it is there for. */
	record Place(CallSite site, CallClass callClass) {

		/** Everything that can befall this call. */
		Stream<Mishap> mishaps() {
			Stream<Mishap> once = faults().stream().map((fault) -> new OneCallFails(this, fault));
			Stream<Mishap> forGood = !this.site.isRequest() ? Stream.empty()
					: ServerIsGone.FAULTS.stream().map((fault) -> new ServerIsGone(this, fault));
			Stream<Mishap> others = (this.site.side() == Side.DSM && this.site.call().isWrite())
					? Stream.of(new WriteIsDropped(this)) : Stream.empty();
			Stream<Mishap> edits = Edit.about(this.site.call().text()).isPresent() ? Stream.of(new SomebodyEdits(this))
					: Stream.empty();
			return Stream.of(once, forGood, others, edits).flatMap((mishaps) -> mishaps);
		}

		/** What keeps the answer away befalls a request as a whole. */
		private Set<Fault> faults() {
			return this.site.isRequest() ? EnumSet.allOf(Fault.class) : Fault.ofAnAnswer();
		}

		boolean isWrite() {
			return this.site.call().isWrite();
		}

	}

	/** A fault befalls one call. */
	record OneCallFails(Place place, Fault fault) implements Mishap {

		@Override
		public void befall(CellRun run) {
			run.bench().suffers(this.place.site(), this.fault);
		}

		@Override
		public Set<Terminal> allowed() {
			return this.place.callClass().ofOneFault();
		}

		@Override
		public String toString() {
			return this.fault + " at " + this.place.site();
		}

	}

	/** From a call on, every call to that server suffers the same. */
	record ServerIsGone(Place place, Fault fault) implements Mishap {

		static final Set<Fault> FAULTS = EnumSet.of(Fault.REFUSED, Fault.SILENT_BEFORE, Fault.OTHER_CERTIFICATE,
				Fault.BAD_GATEWAY, Fault.NOT_SIGNED_IN);

		@Override
		public void befall(CellRun run) {
			run.bench().suffers(side(), this.fault, Calls.at(this.place.site()).andAllAfter());
		}

		@Override
		public Set<Terminal> allowed() {
			return this.place.callClass().ofALastingFault();
		}

		@Override
		public String toString() {
			return this.fault + " from " + this.place.site() + " on";
		}

	}

	/** DSM says that it has stored something and has not. */
	record WriteIsDropped(Place place) implements Mishap {

		@Override
		public void befall(CellRun run) {
			Disturbance dropped = (server, request, later) -> LabResponse.of(200, "application/json",
					"{\"success\":true}");
			run.bench().suffers(this.place.site(), dropped);
		}

		@Override
		public Set<Terminal> allowed() {
			return this.place.callClass().ofOneFault();
		}

		@Override
		public String toString() {
			return "DROPPED at " + this.place.site();
		}

	}

	/** Somebody else changes the object of a call just before it arrives. */
	record SomebodyEdits(Place place) implements Mishap {

		@Override
		public void befall(CellRun run) {
			Edit edit = Edit.about(this.place.site().call().text()).orElseThrow();
			run.bench().suffers(this.place.site(), Disturbance.meanwhile(() -> run.edit(edit)));
		}

		@Override
		public Set<Terminal> allowed() {
			return EnumSet.allOf(Terminal.class);
		}

		@Override
		public boolean isEdit() {
			return true;
		}

		@Override
		public String toString() {
			return "EDIT before " + this.place.site();
		}

	}

	/** From the click on, every call to a server suffers the same. */
	record ServerWasGone(Side side, Fault fault) implements Mishap {

		@Override
		public void befall(CellRun run) {
			run.bench().suffers(this.side, this.fault, Calls.all(Calls.any()));
		}

		@Override
		public Set<Terminal> allowed() {
			return EnumSet.of(Terminal.BEFORE, Terminal.REPORTED);
		}

		@Override
		public String toString() {
			return this.fault + " at every call to " + this.side;
		}

	}

	/** Somebody else has changed something just before the click. */
	record SomebodyWasFaster(Edit edit) implements Mishap {

		@Override
		public void befall(CellRun run) {
			run.edit(this.edit);
		}

		@Override
		public Side side() {
			return this.edit.side();
		}

		@Override
		public Set<Terminal> allowed() {
			return EnumSet.allOf(Terminal.class);
		}

		@Override
		public boolean isEdit() {
			return true;
		}

		@Override
		public String toString() {
			return "EDIT of " + this.edit + " before the click";
		}

		/** Attributes of people are nothing to a run that bridges no names. */
		@Override
		public boolean concerns(BeforeState before) {
			return this.edit != Edit.ATTRIBUTE || before == BeforeState.OTHER_NAMES;
		}

	}

	/** The journal cannot be written, from one of its entries on. */
	record JournalFails(Phase phase, int entry) implements Mishap {

		static final List<Integer> ENTRIES = Stream.iterate(1, (entry) -> entry + 1).limit(12).toList();

		@Override
		public void befall(CellRun run) {
			run.journal().failsAt(this.entry);
		}

		@Override
		public Set<Terminal> allowed() {
			return (this.phase == Phase.UNDO) ? EnumSet.of(Terminal.BEFORE)
					: EnumSet.of(Terminal.REFUSED, Terminal.BEFORE, Terminal.AFTER);
		}

		@Override
		public String toString() {
			return "JOURNAL fails at entry " + this.entry;
		}

	}

}
