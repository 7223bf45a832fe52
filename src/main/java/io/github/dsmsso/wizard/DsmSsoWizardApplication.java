package io.github.dsmsso.wizard;

import java.security.SecureRandom;
import java.time.Clock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * The wizard that connects a Synology NAS to authentik by OpenID Connect.
 */
@SpringBootApplication
public class DsmSsoWizardApplication {

	public static void main(String[] args) {
		SpringApplication.run(DsmSsoWizardApplication.class, args);
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	SecureRandom secureRandom() {
		return new SecureRandom();
	}

}
