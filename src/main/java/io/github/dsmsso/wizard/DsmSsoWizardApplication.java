package io.github.dsmsso.wizard;

import java.security.SecureRandom;
import java.time.Clock;

import io.github.dsmsso.wizard.command.CommandLine;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The wizard that connects a Synology NAS to authentik by OpenID Connect.
 */
@SpringBootApplication
public class DsmSsoWizardApplication {

	public static void main(String[] args) {
		if (CommandLine.isAskedFor(args)) {
			System.exit(CommandLine.run(Basics.class, System.out, System.err, args));
		}
		SpringApplication.run(DsmSsoWizardApplication.class, args);
	}

	/** What the pages and the command line have in common. */
	@Configuration(proxyBeanMethods = false)
	public static class Basics {

		@Bean
		Clock clock() {
			return Clock.systemUTC();
		}

		@Bean
		SecureRandom secureRandom() {
			return new SecureRandom();
		}

	}

}
