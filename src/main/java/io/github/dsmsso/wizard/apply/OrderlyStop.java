package io.github.dsmsso.wizard.apply;

import java.time.Duration;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps what was promised when the wizard is stopped in an orderly way (SIGTERM, Ctrl-C):
 * before anything else ends, SSO by default on trial is taken back, and a run that is
 * under way has time to come to its end.
 */
@Component
class OrderlyStop {

	/** Shorter than what a service manager allows; the journal knows of the rest. */
	private static final Duration LONGEST = Duration.ofSeconds(25);

	private final Applier applier;

	OrderlyStop(Applier applier) {
		this.applier = applier;
	}

	@EventListener(ContextClosedEvent.class)
	void stop() {
		this.applier.windDown(LONGEST);
	}

}
