package io.github.dsmsso.wizard.apply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import io.github.dsmsso.lab.http.LabHandler;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * What this process asks of the disk about a folder, and of a server, as the JDK's own
 * flight recorder tells it. No file can tell what was left to the operating system.
 */
final class DiskActivity {

	private static final String SENT = "wizard.Sent";

	private final Path folder;

	DiskActivity(Path folder) {
		this.folder = folder.toAbsolutePath();
	}

	/** Notes what is written to a server. */
	static LabHandler noting(LabHandler server) {
		return (request) -> {
			if (Scene.isWrite(request)) {
				new Sent().commit();
			}
			return server.handle(request);
		};
	}

	/**
	 * Does something and returns a letter for everything that happened, in order: (w) a
	 * write into a file of the folder, (f) such a file forced onto the disk, (d) the
	 * folder itself forced, (S) a write sent to a server.
	 */
	String during(Runnable work) {
		try (Recording recording = new Recording()) {
			recording.enable("jdk.FileWrite").withThreshold(Duration.ZERO).withoutStackTrace();
			recording.enable("jdk.FileForce").withThreshold(Duration.ZERO).withoutStackTrace();
			recording.enable(SENT).withoutStackTrace();
			recording.start();
			work.run();
			recording.stop();
			return events(recording).stream().map(this::letter).collect(Collectors.joining());
		}
	}

	private static List<RecordedEvent> events(Recording recording) {
		try {
			Path dump = Files.createTempFile("disk", ".jfr");
			recording.dump(dump);
			List<RecordedEvent> events = RecordingFile.readAllEvents(dump);
			Files.delete(dump);
			return events.stream().sorted(Comparator.comparing(RecordedEvent::getStartTime)).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String letter(RecordedEvent event) {
		String type = event.getEventType().getName();
		if (type.equals(SENT)) {
			return "S";
		}
		Path path = Path.of(event.getString("path")).toAbsolutePath();
		if (path.equals(this.folder)) {
			return type.equals("jdk.FileForce") ? "d" : "";
		}
		return path.startsWith(this.folder) ? type.equals("jdk.FileForce") ? "f" : "w" : "";
	}

	/** A write was sent to a server. */
	@Name(SENT)
	private static final class Sent extends Event {

	}

}
