package io.github.dsmsso.wizard.apply;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.dsmsso.lab.calls.CallSite;
import io.github.dsmsso.wizard.Bench;
import io.github.dsmsso.wizard.apply.CellRun.Terminal;
import io.github.dsmsso.wizard.apply.Mishap.Place;

import org.springframework.beans.factory.config.BeanPostProcessor;

/** Generates the cells from a clean walk, and walks through them on both cores. */
final class FaultMatrix {

	private static final int BENCHES = 2;

	private final Variant variant;

	FaultMatrix(Variant variant) {
		this.variant = variant;
	}

	/** The places at which something can go wrong from a before-state. */
	static Map<Phase, List<Place>> places(BeforeState before, Bench bench) {
		Map<Phase, List<Place>> places = new EnumMap<>(Phase.class);
		CellRun.clean(before, bench)
			.forEach((phase, sites) -> places.put(phase,
					IntStream.range(0, sites.size())
						.mapToObj((index) -> place(phase, sites.get(index), sites.subList(0, index)))
						.toList()));
		return places;
	}

	private static Place place(Phase phase, CallSite site, List<CallSite> earlier) {
		return new Place(site, CallClass.of(phase, site, earlier));
	}

	/** Every cell of a before-state. */
	static List<Cell> cells(BeforeState before, Bench bench) {
		List<Cell> cells = new ArrayList<>();
		places(before, bench).forEach((phase, places) -> {
			Stream.concat(places.stream().flatMap(Place::mishaps), Mishap.ofPhase(phase))
				.filter((mishap) -> mishap.concerns(before))
				.forEach((mishap) -> cells.add(new Cell(before, phase, mishap)));
		});
		return cells;
	}

	/** Walks through cells and judges each. */
	List<Verdict> run(List<Cell> cells) {
		Queue<Cell> waiting = new ConcurrentLinkedQueue<>(cells);
		ExecutorService pool = Executors.newFixedThreadPool(BENCHES);
		try {
			Callable<List<Verdict>> worker = () -> work(waiting);
			return Stream.generate(() -> pool.submit(worker))
				.limit(BENCHES)
				.toList()
				.stream()
				.flatMap((future) -> verdicts(future).stream())
				.toList();
		}
		finally {
			pool.shutdown();
		}
	}

	private List<Verdict> work(Queue<Cell> waiting) {
		List<Verdict> verdicts = new ArrayList<>();
		try (Bench bench = bench()) {
			for (Cell cell = waiting.poll(); cell != null; cell = waiting.poll()) {
				verdicts.add(verdict(cell, bench));
			}
		}
		return verdicts;
	}

	/** Walks through one cell and judges it. */
	static Verdict verdict(Cell cell, Bench bench) {
		try {
			CellRun run = CellRun.of(cell, bench);
			return new Verdict(cell, run.terminal(), Oracle.judge(run));
		}
		catch (RuntimeException | AssertionError ex) {
			return new Verdict(cell, Terminal.REFUSED, List.of("broke " + ex + " at " + ex.getStackTrace()[0]));
		}
	}

	private static List<Verdict> verdicts(Future<List<Verdict>> future) {
		try {
			return future.get();
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new AssertionError(ex);
		}
	}

	/** A bench whose journal can break, with the variant's parts. */
	Bench bench() {
		return Bench.with(new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				Object exchanged = FaultMatrix.this.variant.exchange(bean);
				return (exchanged instanceof Journal journal) ? new BrittleJournal(journal) : exchanged;
			}

		});
	}

	/** How a cell ended, and which rules it broke. */
	record Verdict(Cell cell, Terminal terminal, List<String> violations) {

		boolean isSound() {
			return this.violations.isEmpty();
		}

		@Override
		public String toString() {
			return this.cell + " -> " + this.terminal + " " + this.violations;
		}

	}

	/** A wizard some of whose parts are other ones. */
	@FunctionalInterface
	interface Variant {

		/** The wizard as it is. */
		Variant NONE = (bean) -> bean;

		/** Returns the part to be used in the place of this one. */
		Object exchange(Object part);

	}

}
