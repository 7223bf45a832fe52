package io.github.dsmsso.wizard.apply;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import io.github.dsmsso.lab.calls.CallName;
import io.github.dsmsso.lab.calls.CompoundCall;
import io.github.dsmsso.lab.calls.Side;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.wizard.Bench;
import io.github.dsmsso.wizard.apply.Progress.StepState;
import org.jspecify.annotations.Nullable;

/**
 * Looks at DSM, at the run and at its journal whenever the wizard calls somebody. It
 * stands before everything that disturbs a call.
 */
final class Watch {

	private final Bench bench;

	private final Path journal;

	private final List<Moment> moments = new ArrayList<>();

	private int click;

	private Watch(Bench bench) {
		this.bench = bench;
		this.journal = bench.bean(ApplyProperties.class).journal();
	}

	/** Begins to watch. */
	static Watch over(Bench bench) {
		Watch watch = new Watch(bench);
		bench.nasSuffers(watch.of(Side.DSM)).authentikSuffers(watch.of(Side.AUTHENTIK));
		watch.look(null, null);
		return watch;
	}

	private UnaryOperator<LabHandler> of(Side side) {
		return (server) -> (request) -> {
			Optional<CompoundCall> compound = CompoundCall.of(request);
			Optional<Integer> write = compound.flatMap(CompoundCall::write);
			LabRequest meant = write.map((place) -> compound.get().members().get(place)).orElse(request);
			Call call = new Call(side, CallName.of(meant), meant, isNoted(CallName.of(meant)), write.isPresent());
			LabResponse response = server.handle(request);
			look(call, write.map((place) -> compound.get().answerTo(place, response)).orElse(response));
			return response;
		};
	}

	/** The administrator clicks; what follows is because of that. */
	synchronized void click() {
		this.click++;
	}

	/** Looks now, because somebody else has changed something. */
	synchronized void look() {
		look(null, null);
	}

	private synchronized void look(@Nullable Call call, @Nullable LabResponse response) {
		this.moments.add(new Moment(this.bench.time().instant(), this.click, stage(), call, response, signIn()));
	}

	private @Nullable RunOutcome stage() {
		return this.bench.bean(Applier.class).underWay().stream().findFirst().map(ApplyRun::outcome).orElse(null);
	}

	private SignIn signIn() {
		return new SignIn(this.bench.nas().sso().oidc(), this.bench.nas().sso().enabled(),
				this.bench.nas().sso().profile(), this.bench.nas().sso().defaultLogin());
	}

	/** Whether the journal tells of the step that is being done; true for a read. */
	private boolean isNoted(CallName call) {
		Optional<ApplyRun> run = this.bench.bean(Applier.class).underWay().stream().findFirst();
		return !call.isWrite() || run.isEmpty() || run.get().outcome() != RunOutcome.RUNNING
				|| begunInTheJournal(run.get()) > working(run.get());
	}

	private static int working(ApplyRun run) {
		return IntStream.range(0, run.steps().size())
			.filter((step) -> run.steps().get(step).state() == StepState.WORKING)
			.max()
			.orElse(-1);
	}

	private int begunInTheJournal(ApplyRun run) {
		return JournalFiles.in(this.journal)
			.stream()
			.filter((file) -> file.endsWith(run.reference() + FileJournal.ENTRY))
			.flatMap((file) -> JournalReading.of(bytes(file)).stream())
			.map(UnfinishedRun::begun)
			.findFirst()
			.orElse(0);
	}

	/** The journal as it is on the disk. */
	byte[] journalBytes() {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		JournalFiles.in(this.journal).forEach((file) -> all.writeBytes(bytes(file)));
		return all.toByteArray();
	}

	private static byte[] bytes(Path file) {
		try {
			return Files.readAllBytes(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Everything seen so far, oldest first. */
	synchronized List<Moment> moments() {
		return List.copyOf(this.moments);
	}

	/** The calls among it. */
	List<Moment> calls() {
		return moments().stream().filter((moment) -> moment.call() != null).toList();
	}

	/**
	 * A call of the wizard's.
	 *
	 * @param noted whether the journal told of its step before it was sent
	 * @param isMember whether it is a write that came with what is read after it
	 */
	record Call(Side side, CallName name, LabRequest request, boolean noted, boolean isMember) {

		/** Two calls are the same where every byte that matters is. */
		String text() {
			return this.side + " " + this.request.method() + " " + this.request.target() + " " + this.request.text();
		}

	}

	/** DSM's sign-in. */
	record SignIn(Map<String, Object> oidc, boolean enabled, String profile, boolean byDefault) {

		boolean isSameService(SignIn other) {
			return this.oidc.equals(other.oidc) && this.enabled == other.enabled && this.profile.equals(other.profile);
		}

	}

	/**
	 * What was seen at one moment.
	 *
	 * @param at when
	 * @param click after which click
	 * @param stage how the run stood, or null where none was under way
	 * @param call the call that has just ended, or null
	 * @param response its answer, or null
	 * @param signIn DSM's sign-in
	 */
	record Moment(Instant at, int click, @Nullable RunOutcome stage, @Nullable Call call,
			@Nullable LabResponse response, SignIn signIn) {

	}

}
