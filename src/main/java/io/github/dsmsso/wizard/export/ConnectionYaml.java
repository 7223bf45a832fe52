package io.github.dsmsso.wizard.export;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.dsmsso.wizard.authentik.AccessRestriction;
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

	/** What a plan of the command line would not propose by itself. */
	private static Map<String, Object> wish(Setup setup) {
		Map<String, Object> wish = new LinkedHashMap<>();
		String opened = setup.oidcSso().redirectUri().replaceAll("/$", "");
		if (!opened.equals(setup.nas())) {
			wish.put("address", opened);
		}
		AccessRestriction access = AccessRestriction.ofPlain(setup.bindings());
		if (!access.isOpen()) {
			wish.put("groups", access.groupPks().stream().map(setup::group).sorted().toList());
			wish.put("users", access.userPks().stream().map(setup::user).sorted().toList());
		}
		return wish;
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
		Map<String, Object> file = ordered("version", 1, "nas", nas, "authentik", authentik, "application",
				setup.application().slug());
		Map<String, Object> wish = wish(setup);
		if (!wish.isEmpty()) {
			file.put("wish", wish);
		}
		return HEAD + YAML.writeValueAsString(file);
	}

}
