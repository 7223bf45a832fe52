package io.github.dsmsso.wizard.apply;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApplyProperties.class)
class ApplyConfiguration {

	@Bean
	Pause pause() {
		return ApplyConfiguration::park;
	}

	@Bean
	SteadyTime steadyTime() {
		return () -> Duration.ofNanos(System.nanoTime());
	}

	/** A thread that is parked may wake up too early, for no reason. */
	private static void park(Duration duration) {
		long end = System.nanoTime() + duration.toNanos();
		for (long left = duration.toNanos(); left > 0
				&& !Thread.currentThread().isInterrupted(); left = end - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}

}
