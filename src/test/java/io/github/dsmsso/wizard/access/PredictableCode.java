package io.github.dsmsso.wizard.access;

import java.security.SecureRandom;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Makes {@code AAAA-AAAA} the setup code, so that a test can type it.
 */
@TestConfiguration(proxyBeanMethods = false)
class PredictableCode {

	static final String CODE = "AAAA-AAAA";

	@Bean
	@Primary
	SecureRandom predictableRandom() {
		return new SecureRandom() {

			@Override
			public int nextInt(int bound) {
				return 0;
			}

		};
	}

}
