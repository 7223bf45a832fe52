package io.github.dsmsso.wizard.pages;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import io.github.dsmsso.wizard.apply.Pause;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A wizard that waits for nothing longer than a moment. */
@TestConfiguration(proxyBeanMethods = false)
class BriefPauses {

	private static final Duration MOMENT = Duration.ofMillis(20);

	@Bean
	@Primary
	Pause briefPause() {
		return (duration) -> LockSupport.parkNanos((duration.compareTo(MOMENT) < 0 ? duration : MOMENT).toNanos());
	}

}
