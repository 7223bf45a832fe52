package io.github.dsmsso.wizard.apply;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.wizard.Figures;
import io.github.dsmsso.wizard.KnownBad;
import io.github.dsmsso.wizard.apply.Progress.StepState;
import io.github.dsmsso.wizard.apply.WatchedJournal.Moment;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.http.TlsTrust;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
import io.github.dsmsso.wizard.shared.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for what a run writes down before it writes anywhere else, and what it does where
 * it cannot.
 */
class JournalTests {

	private static final JsonMapper JSON = new JsonMapper();

	@TempDir
	private Path temporary;

	private final RestartBench bench = new RestartBench();

	private Path folder;

	private AnotherWizard wizard;

	@BeforeEach
	void arrange() {
		Scene.ANOTHERS_SERVICE.arrange(this.bench);
		this.folder = this.temporary.resolve("journal");
		this.wizard = AnotherWizard.in(this.bench.wizard(), this.folder);
	}

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void tellsTheRunFirstThenEachStepOnALineOfItsOwn() {
		ApplyRun run = this.wizard.apply();

		assertThat(run.outcome()).isEqualTo(RunOutcome.APPLIED);
		List<JsonNode> lines = lines();
		assertThat(lines.get(0).at("/run/reference").asString()).isEqualTo(run.reference());
		assertThat(lines.get(0).at("/run/nas/address").isMissingNode()).isFalse();
		assertThat(lines.subList(1, lines.size())).noneMatch((line) -> line.has("run"));
		assertThat(lines).hasSize(2 + 2 * run.steps().size());
		assertThat(lines.get(lines.size() - 1).get("outcome").asString()).isEqualTo("APPLIED");
	}

	@Test
	void eachStepIsInTheFileBeforeItsWriteArrives() {
		List<Integer> begun = new ArrayList<>();
		this.bench.nasSuffers((nas) -> watched(nas, begun)).authentikSuffers((authentik) -> watched(authentik, begun));
		List<Integer> writing = Scene.writingSteps(this.bench.wizard());

		this.wizard.apply();

		assertThat(begun).isEqualTo(writing.stream().map((step) -> step + 1).toList());
	}

	@Test
	void eachLineIsOnTheDiskBeforeAnythingElseHappens() {
		assumeThatThisIsPosix();
		assertThatEachLineIsForced(AnotherWizard.journal(this.folder));
	}

	@Test
	void aJournalThatIsLeftToTheOperatingSystemIsFound() {
		assumeThatThisIsPosix();
		KnownBad.assertFound(11, "journal not forced onto the disk",
				() -> assertThatEachLineIsForced(new UnforcedJournal(this.folder)));
	}

	/** The first line with the name of the file, the others by themselves. */
	private void assertThatEachLineIsForced(Journal journal) {
		this.bench.nasSuffers(DiskActivity::noting).authentikSuffers(DiskActivity::noting);
		AnotherWizard watched = AnotherWizard.with(this.bench.wizard(), journal);

		String activity = new DiskActivity(this.folder).during(watched::apply);

		assertThat(activity).contains("S").matches("w+fd(w+f|S)+");
	}

	@Test
	void holdsNoSecretAndNoHashOfOne() throws IOException {
		this.wizard.apply();
		String journal = Files.readString(file());

		Map<String, String> secrets = new LinkedHashMap<>();
		secrets.put("client secret", this.bench.nas().sso().text("oidc_client_secret"));
		secrets.put("former client secret", Scene.FORMER_KEY);
		secrets.put("DSM password", DemoNas.PASSWORD);
		secrets.put("authentik token", DemoAuthentik.API_TOKEN);
		int encodings = 0;
		for (Map.Entry<String, String> secret : secrets.entrySet()) {
			List<String> traces = traces(secret.getValue());
			encodings += traces.size();
			assertThat(traces).as(secret.getKey()).noneMatch(journal::contains);
		}
		assertThat(journal).contains("old.example").contains("\"clientSecret\":true");
		Figures.keep("journal-secrets",
				Map.of("secrets", secrets.size(), "encodings-and-hashes", encodings, "found", 0));
	}

	@Test
	void onlyItsOwnerReadsIt() throws IOException {
		assumeThatThisIsPosix();
		this.wizard.apply();

		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.folder))).isEqualTo("rwx------");
	}

	@Test
	void outlivesARunThatWasAppliedAndGoesWithItsUndo() {
		ApplyRun run = this.wizard.apply();
		UnfinishedRun told = restarted().unfinished().orElseThrow();
		assertThat(told.isInterrupted()).isFalse();
		assertThat(told.outcome()).isEqualTo(RunOutcome.APPLIED);

		this.wizard.undo(run);

		assertThat(run.outcome()).isEqualTo(RunOutcome.UNDONE);
		assertThat(JournalFiles.in(this.folder)).isEmpty();
	}

	/**
	 * What was begun between other two neither ends nor keeps waiting what is between
	 * these.
	 */
	@Test
	void runsBetweenOtherSystemsHaveEntriesOfTheirOwn() {
		ApplyRun run = this.wizard.apply();
		RunRecord elsewhere = new RunRecord("0000000A", run.record().startedAt().plusSeconds(60),
				new Peer(BaseUrl.parse("https://other.example"), TlsTrust.publicAuthorities()),
				run.record().authentik(), run.plan());
		Journal journal = AnotherWizard.journal(this.folder);
		journal.begin(elsewhere, 1, run.unfinished().objects());
		journal.ended(elsewhere.reference(), RunOutcome.APPLIED);
		assertThat(this.wizard.applier().unfinished()).extracting((left) -> left.record().reference())
			.containsExactly(elsewhere.reference(), run.reference());

		this.wizard.undo(run);

		assertThat(run.outcome()).isEqualTo(RunOutcome.UNDONE);
		assertThat(restarted().unfinished().orElseThrow().record().reference()).isEqualTo(elsewhere.reference());
	}

	@Test
	void isForgottenOnRequest() {
		this.wizard.apply();

		this.wizard.applier().forget();

		assertThat(JournalFiles.in(this.folder)).isEmpty();
	}

	@Test
	void isNobodyElsesWhileTheRunIsUnderWay() {
		List<ProblemException> refusals = new ArrayList<>();
		AnotherWizard second = restarted();
		this.bench.nasSuffers((nas) -> (request) -> {
			if (Scene.isWrite(request)) {
				assertThat(second.unfinished()).isEmpty();
				refusals.add(catchThrowableOfType(ProblemException.class, second::apply));
			}
			return nas.handle(request);
		});

		ApplyRun run = this.wizard.apply();

		assertThat(run.outcome()).isEqualTo(RunOutcome.APPLIED);
		assertThat(refusals).isNotEmpty()
			.allSatisfy((refusal) -> assertThat(refusal.problem().code()).isEqualTo("apply.other-wizard"));
	}

	@Test
	void aRunThatWaitsToBeDecidedOnKeepsAnotherFromBeginning() {
		Path left = this.temporary.resolve("left");
		watchedBy((moment, step) -> {
			if (moment == Moment.BEFORE_DONE && step == 1) {
				JournalFiles.put(left, JournalFiles.only(this.folder));
				throw new Stopped();
			}
		}).apply();
		AnotherWizard restarted = AnotherWizard.in(this.bench.wizard(), left);

		assertThatExceptionOfType(ProblemException.class).isThrownBy(restarted::apply)
			.satisfies((refusal) -> assertThat(refusal.problem().code()).isEqualTo("apply.unfinished-run"));
	}

	@Test
	void whateverHappensOnTheWayTheRunHasAnEndAndCanBeUndone() {
		Map<String, Object> before = this.bench.everything();
		ApplyRun run = watchedBy((moment, step) -> {
			if (moment == Moment.BEFORE_DONE && step == 2) {
				throw new Stopped();
			}
		}).apply();
		assertThat(run.outcome()).isEqualTo(RunOutcome.LEFT_BEHIND);
		assertThat(run.problem().code()).isEqualTo("apply.unexpected");
		assertThat(run.steps().get(2).state()).isEqualTo(StepState.LEFT_BEHIND);

		AnotherWizard restarted = restarted();
		ApplyRun undone = restarted.undoes(restarted.unfinished().orElseThrow(), Secret.of(Scene.FORMER_KEY));

		assertThat(undone.outcome()).isEqualTo(RunOutcome.UNDONE);
		assertThat(this.bench.everything()).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"format\":" + JournalEntry.FORMAT, "\"begun\":0" })
	void anEntryOfAnotherFormatOrWithMoreStepsThanItsPlanCannotBeRead(String part) {
		this.wizard.apply();
		String entry = new String(JournalFiles.only(this.folder), StandardCharsets.UTF_8);
		String other = entry.replaceFirst(part, part.replaceFirst("[0-9]$", "99")).lines().findFirst().orElseThrow();
		Path left = this.temporary.resolve("left");
		JournalFiles.put(left, (other + "\n").getBytes(StandardCharsets.UTF_8));
		AnotherWizard restarted = AnotherWizard.in(this.bench.wizard(), left);

		assertThat(restarted.unfinished()).isEmpty();
		assertThat(restarted.applier().unreadable()).hasSize(1);
		restarted.applier().setAside(restarted.applier().unreadable().get(0));
		assertThat(restarted.applier().unreadable()).isEmpty();
	}

	@Test
	void anEntryThatIsFarTooLargeIsNotReadAtAll() throws IOException {
		this.wizard.apply();
		try (RandomAccessFile entry = new RandomAccessFile(file().toFile(), "rw")) {
			entry.setLength(400L << 20);
		}
		assertThat(restarted().unfinished()).isEmpty();
		assertThat(restarted().applier().unreadable()).containsExactly(file().toString());
	}

	@Test
	void withoutAPlaceForItNothingBegins() throws IOException {
		Map<String, Object> before = this.bench.everything();
		Files.writeString(this.folder, "a file in the place of the folder");

		assertThatExceptionOfType(ProblemException.class).isThrownBy(this.wizard::apply)
			.satisfies((refusal) -> assertThat(refusal.problem().code()).isEqualTo("apply.journal-unwritable"));

		assertThat(this.bench.everything()).isEqualTo(before);
		Files.delete(this.folder);
		assertThat(this.wizard.apply().outcome()).isEqualTo(RunOutcome.APPLIED);
	}

	/** A disk that is full when a step begins, or when it has ended. */
	@ParameterizedTest
	@EnumSource(names = { "BEFORE_INTENT", "BEFORE_DONE" })
	void whereALineCannotBeWrittenNothingIsSentAndEverythingIsTakenBack(Moment moment) {
		Map<String, Object> before = this.bench.everything();
		List<LabRequest> writes = new ArrayList<>();
		this.bench.nasSuffers((nas) -> noted(nas, writes)).authentikSuffers((authentik) -> noted(authentik, writes));
		List<Integer> writing = Scene.writingSteps(this.bench.wizard());
		int steps = Scene.steps(this.bench.wizard()).size();
		for (int full = 0; full < steps; full++) {
			int step = full;
			List<Integer> sent = new ArrayList<>();
			ApplyRun run = watchedBy((now, at) -> {
				if (now == moment && at == step) {
					sent.add(writes.size());
					throw new JournalException(Problem.of("apply.journal-unwritable", "full"), new IOException());
				}
			}).apply();

			int expected = (int) writing.stream()
				.filter((index) -> (moment == Moment.BEFORE_INTENT) ? index < step : index <= step)
				.count();
			assertThat(sent).containsExactly(expected);
			assertThat(run.problem().code()).isEqualTo("apply.journal-unwritable");
			assertThat(run.outcome()).isEqualTo(RunOutcome.UNDONE);
			assertThat(this.bench.everything()).isEqualTo(before);
			writes.clear();
		}
	}

	@Test
	void anUndoGoesOnWithoutIt() throws IOException {
		Map<String, Object> before = this.bench.everything();
		ApplyRun run = this.wizard.apply();
		Files.delete(file());
		FileSystemUtils.deleteRecursively(this.folder);
		Files.writeString(this.folder, "a file in the place of the folder");

		this.wizard.undo(run);

		assertThat(run.outcome()).isEqualTo(RunOutcome.UNDONE);
		assertThat(this.bench.everything()).isEqualTo(before);
	}

	@Test
	void anUndoGivesASignBeforeEachOfItsWrites() {
		ApplyRun run = this.wizard.apply();
		List<Integer> length = new ArrayList<>();
		this.bench.nasSuffers((nas) -> measured(nas, length))
			.authentikSuffers((authentik) -> measured(authentik, length));

		this.wizard.undo(run);

		assertThat(length).hasSameSizeAs(Scene.writingSteps(this.bench.wizard())).doesNotHaveDuplicates();
	}

	/** Elsewhere files have no modes, and folders cannot be forced onto the disk. */
	private void assumeThatThisIsPosix() {
		assumeThat(this.temporary.getFileSystem().supportedFileAttributeViews()).contains("posix");
	}

	private LabHandler measured(LabHandler server, List<Integer> length) {
		return (request) -> {
			if (Scene.isWrite(request)) {
				length.add(lines().size());
			}
			return server.handle(request);
		};
	}

	private AnotherWizard watchedBy(WatchedJournal.Watch watch) {
		return AnotherWizard.with(this.bench.wizard(), new WatchedJournal(AnotherWizard.journal(this.folder), watch));
	}

	private AnotherWizard restarted() {
		return AnotherWizard.in(this.bench.wizard(), this.folder);
	}

	private Path file() {
		return JournalFiles.in(this.folder).get(0);
	}

	private List<JsonNode> lines() {
		try {
			return Files.readAllLines(file()).stream().map(JSON::readTree).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private LabHandler watched(LabHandler server, List<Integer> begun) {
		return (request) -> {
			if (Scene.isWrite(request)) {
				begun.add(begunInTheFile());
			}
			return server.handle(request);
		};
	}

	private int begunInTheFile() {
		List<JsonNode> lines = lines();
		return lines.get(lines.size() - 1).get("begun").asInt();
	}

	private static LabHandler noted(LabHandler server, List<LabRequest> writes) {
		return (request) -> {
			if (Scene.isWrite(request)) {
				writes.add(request);
			}
			return server.handle(request);
		};
	}

	private static List<String> traces(String secret) {
		byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
		List<String> traces = new ArrayList<>(encodings(bytes));
		traces.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
		traces.add(URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("-", "%2D"));
		traces.add(JSON.writeValueAsString(secret));
		for (String algorithm : List.of("MD5", "SHA-1", "SHA-256", "SHA-512")) {
			traces.addAll(encodings(hash(algorithm, bytes)));
		}
		return traces;
	}

	private static List<String> encodings(byte[] bytes) {
		String hex = HexFormat.of().formatHex(bytes);
		return List.of(new String(bytes, StandardCharsets.UTF_8), hex, hex.toUpperCase(Locale.ROOT),
				Base64.getEncoder().withoutPadding().encodeToString(bytes),
				Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	private static byte[] hash(String algorithm, byte[] bytes) {
		try {
			return MessageDigest.getInstance(algorithm).digest(bytes);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Ends a run as the end of its process would, but for the lock. */
	private static final class Stopped extends Error {

	}

}
