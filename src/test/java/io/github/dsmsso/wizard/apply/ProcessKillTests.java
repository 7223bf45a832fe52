package io.github.dsmsso.wizard.apply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.dsmsso.lab.run.Draw;
import io.github.dsmsso.wizard.Figures;
import io.github.dsmsso.wizard.apply.KillStation.Remains;
import io.github.dsmsso.wizard.apply.Recovery.Fate;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * Tests with real processes: a wizard is killed before, during and after each of its
 * writes, and another one, started anew, leads both systems back to what they were or on
 * to what they were to be, or names exactly what it cannot bring back. A run draws some
 * of the moments.
 */
class ProcessKillTests {

	/** Starting a process takes all that a processor has. */
	private static final int STATIONS = 2;

	private static final int DRAWN = 4;

	private static final Map<String, Integer> figures = new ConcurrentSkipListMap<>();

	private static final BlockingQueue<KillStation> stations = new LinkedBlockingQueue<>();

	private static final ExecutorService workers = Executors.newFixedThreadPool(STATIONS);

	@TempDir
	private static Path temporary;

	@BeforeAll
	static void build() throws IOException {
		for (int station = 0; station < STATIONS; station++) {
			stations.add(new KillStation(Files.createDirectory(temporary.resolve("station-" + station))));
		}
	}

	@AfterAll
	static void close() {
		workers.shutdownNow();
		stations.forEach(KillStation::close);
		Figures.keep("kills", figures);
	}

	@TestFactory
	Stream<DynamicTest> whatAKilledWizardLeavesIsRecovered() {
		Map<Kill, Future<?>> proofs = new LinkedHashMap<>();
		Draw.of("Kills", kills(), DRAWN)
			.forEach((kill) -> proofs.put(kill, workers.submit(() -> proveAtAStation(kill))));
		return proofs.entrySet()
			.stream()
			.map((proof) -> dynamicTest(proof.getKey().toString(), () -> proof.getValue().get()));
	}

	private static List<Kill> kills() {
		KillStation station = stations.element();
		return Stream.of(Scene.values())
			.flatMap((scene) -> Stream.of(KillPoint.values())
				.flatMap((point) -> point.writes(scene, station.writes(scene).size())
					.mapToObj((write) -> new Kill(scene, point, write))))
			.toList();
	}

	private static Void proveAtAStation(Kill kill) throws InterruptedException {
		KillStation station = stations.take();
		try {
			prove(kill, station);
			return null;
		}
		finally {
			stations.add(station);
		}
	}

	private static void prove(Kill kill, KillStation station) {
		Map<String, Object> before = station.arrange(kill.scene());
		Remains remains = kill.point().kill(station, kill);
		count("processes killed");
		count("killed " + kill.point().name().toLowerCase(Locale.ROOT).replace('_', ' '));
		SoftAssertions softly = new SoftAssertions();
		for (Fate fate : kill.point().fates()) {
			for (Recovery.Way way : kill.scene().ways()) {
				Recovery recovery = new Recovery(fate, way);
				softly
					.assertThatCode(() -> count("ended "
							+ recovery.prove(station.bench(), before, remains, station.journal(remains.journal()))
								.name()
								.toLowerCase(Locale.ROOT)))
					.as("%s", recovery)
					.doesNotThrowAnyException();
				count("recoveries");
			}
		}
		softly.assertAll();
	}

	private static void count(String figure) {
		figures.merge(figure, 1, Integer::sum);
	}

	/**
	 * One process that is killed.
	 *
	 * @param scene how both systems are before it starts
	 * @param point when it is killed
	 * @param write at which of its writes, from 0
	 */
	record Kill(Scene scene, KillPoint point, int write) {

	}

	/** When a wizard is killed. */
	enum KillPoint {

		/** Its intent is in the journal, nothing is sent. */
		BEFORE_SENDING {

			@Override
			Remains kill(KillStation station, Kill kill) {
				return station.haltedAt(WatchedJournal.Moment.AFTER_INTENT,
						station.writes(kill.scene()).get(kill.write()));
			}

		},
		/** The request has arrived, and no answer is given. */
		IN_FLIGHT {

			@Override
			Remains kill(KillStation station, Kill kill) {
				return station.killedAtWrite(kill.write());
			}

			@Override
			List<Fate> fates() {
				return List.of(Fate.values());
			}

		},
		/** The answer has come and is not in the journal. */
		BEFORE_NOTING {

			@Override
			Remains kill(KillStation station, Kill kill) {
				return station.haltedAt(WatchedJournal.Moment.BEFORE_DONE,
						station.writes(kill.scene()).get(kill.write()));
			}

		},
		/** A run that was applied is being undone, and the request has arrived. */
		UNDO_IN_FLIGHT {

			@Override
			Remains kill(KillStation station, Kill kill) {
				return station.killedAtWriteOfUndo(kill.write(), KilledWizard.Task.UNDO);
			}

			@Override
			List<Fate> fates() {
				return List.of(Fate.values());
			}

			@Override
			IntStream writes(Scene scene, int all) {
				return IntStream.range(0, (scene == Scene.UNTOUCHED) ? all : DSM_WRITES);
			}

		},
		/** The same without the key that DSM held before. */
		KEYLESS_UNDO_IN_FLIGHT {

			@Override
			Remains kill(KillStation station, Kill kill) {
				return station.killedAtWriteOfUndo(kill.write(), KilledWizard.Task.UNDO_WITHOUT_KEY);
			}

			@Override
			List<Fate> fates() {
				return List.of(Fate.values());
			}

			/** The sign-in page is not made to start with the service again. */
			@Override
			IntStream writes(Scene scene, int all) {
				return IntStream.range(0, (scene == Scene.UNTOUCHED) ? 0 : all - 1);
			}

		};

		/** The writes to authentik are the same in both scenes, and killed in one. */
		private static final int DSM_WRITES = 2;

		abstract Remains kill(KillStation station, Kill kill);

		IntStream writes(Scene scene, int all) {
			return IntStream.range((scene == Scene.UNTOUCHED) ? 0 : all - DSM_WRITES, all);
		}

		List<Fate> fates() {
			return List.of(Fate.LOST);
		}

	}

}
