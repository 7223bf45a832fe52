package io.github.dsmsso.wizard.dsm;

import java.time.Clock;

import io.github.dsmsso.wizard.http.CertificateLook;
import io.github.dsmsso.wizard.http.HttpProperties;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class ClientWiringTests {

	@Test
	void springOpensTheDoorWithTheLimitsOfEveryCall() {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.registerBean(Clock.class, () -> Nas.CLOCK);
			context.scan("io.github.dsmsso.wizard.http", "io.github.dsmsso.wizard.dsm");
			context.refresh();
			assertThat(context.getBean(DsmApi.class)).isInstanceOf(HttpDsmApi.class);
			assertThat(context.getBean(CertificateLook.class)).isNotNull();
			assertThat(context.getBean(HttpProperties.class).largestAnswer()).isEqualTo(DataSize.ofMegabytes(1));
		}
	}

}
