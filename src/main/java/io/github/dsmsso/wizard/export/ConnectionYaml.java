package io.github.dsmsso.wizard.export;

import java.util.Map;

import tools.jackson.dataformat.yaml.YAMLMapper;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import static io.github.dsmsso.wizard.export.Blueprint.ordered;

/** The file by which this wizard's own command line finds both systems. */
@Component
@Order(0)
class ConnectionYaml implements SetupFormat {

	private static final String HEAD = """
			# Holds no secret. java -jar dsm-sso-wizard.jar check --connection=THIS_FILE
			# takes them from AUTHENTIK_TOKEN, DSM_PASSWORD and DSM_OTP_CODE, or from files: AUTHENTIK_TOKEN_FILE and so on.
			""";

	private static final YAMLMapper YAML = YAMLMapper.builder().build();

	@Override
	public String id() {
		return "connection";
	}

	@Override
	public String fileName(Setup setup) {
		return "dsm-sso-" + setup.application().slug() + ".connection.yaml";
	}

	@Override
	public String mediaType() {
		return "application/yaml;charset=UTF-8";
	}

	@Override
	public String write(Setup setup) {
		Map<String, Object> nas = ordered("address", setup.nas());
		if (setup.nasCertificate() != null) {
			nas.put("certificate", setup.nasCertificate());
		}
		nas.put("account", setup.account());
		Map<String, Object> authentik = ordered("address", setup.authentik());
		if (setup.authentikCertificate() != null) {
			authentik.put("certificate", setup.authentikCertificate());
		}
		return HEAD + YAML.writeValueAsString(
				ordered("version", 1, "nas", nas, "authentik", authentik, "application", setup.application().slug()));
	}

}
