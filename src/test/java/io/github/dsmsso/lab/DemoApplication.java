package io.github.dsmsso.lab;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.dsmsso.lab.dsm.DemoNas;
import io.github.dsmsso.lab.dsm.DsmSimulator;
import io.github.dsmsso.lab.dsm.DsmVersion;
import io.github.dsmsso.lab.dsm.JdkOutboundHttp;
import io.github.dsmsso.lab.dsm.RunningDsm;
import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.wizard.DsmSsoWizardApplication;

import org.springframework.boot.SpringApplication;

/**
 * The wizard and the laboratory on one machine.
 */
public final class DemoApplication {

	private DemoApplication() {
	}

	public static void main(String[] arguments) {
		RunningDsm dsm = DsmSimulator.start(DemoNas.world(DsmVersion.DSM_7_2_2, Clock.systemDefaultZone()),
				new JdkOutboundHttp(java.util.List.of()), LabCertificate.selfSigned("synology"), 15001);
		SpringApplication wizard = new SpringApplication(DsmSsoWizardApplication.class);
		Map<String, Object> p = new LinkedHashMap<>();
		p.put("wizard.access.setup-code", "false");
		p.put("wizard.offers[/nas].address", dsm.address());
		p.put("wizard.offers[/nas/sign-in].account", DemoNas.ADMINISTRATOR);
		p.put("wizard.offers[/nas/sign-in].password", DemoNas.PASSWORD);
		wizard.run(p.entrySet().stream().map((e) -> "--" + e.getKey() + "=" + e.getValue()).toArray(String[]::new));
	}

}
