package io.github.dsmsso.wizard;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The wizard that connects a Synology NAS to authentik by OpenID Connect.
 */
@SpringBootApplication
public class DsmSsoWizardApplication {

	public static void main(String[] args) {
		SpringApplication.run(DsmSsoWizardApplication.class, args);
	}

}
