package io.github.dsmsso.wizard.apply;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * Keeps what is logged while it is open, instead of printing it. The log belongs to the
 * whole process, so what is found in it may be of a cell beside this one.
 */
final class LogCapture extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private static final List<String> LOGGERS = List.of("io.github.dsmsso", "org.springframework", "reactor", "jdk");

	private static final Queue<String> LINES = new ConcurrentLinkedQueue<>();

	private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

	/** Listens to the wizard and what it is built on. */
	static LogCapture at(Level level) {
		LogCapture capture = new LogCapture();
		capture.setContext(capture.context);
		capture.start();
		LOGGERS.stream().map(capture.context::getLogger).forEach((logger) -> {
			logger.setLevel(level);
			logger.setAdditive(false);
			logger.addAppender(capture);
		});
		return capture;
	}

	/** What was logged since the last look. */
	static String drained() {
		StringBuilder text = new StringBuilder();
		for (String line = LINES.poll(); line != null; line = LINES.poll()) {
			text.append(line).append('\n');
		}
		return text.toString();
	}

	@Override
	protected void append(ILoggingEvent event) {
		LINES.add(event.getFormattedMessage());
		if (event.getThrowableProxy() != null) {
			LINES.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
		}
	}

	@Override
	public void close() {
		LOGGERS.stream().map(this.context::getLogger).forEach((logger) -> {
			logger.setLevel(null);
			logger.setAdditive(true);
			logger.detachAppender(this);
		});
		LINES.clear();
	}

}
