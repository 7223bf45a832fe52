package io.github.dsmsso.wizard.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.wizard.dsm.SsoPage;
import io.github.dsmsso.wizard.dsm.SsoSetting;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import static io.github.dsmsso.wizard.export.Blueprint.ordered;

/**
 * A playbook of Ansible for DSM's side: it signs in, writes what differs in the order of
 * the wizard, reads it back and signs out. With {@code --check} it writes nothing and
 * says what it would write. The password and the client secret are variables.
 */
@Component
@Order(3)
class AnsiblePlaybook implements SetupFormat {

	private static final String HEAD = """
			# Needs ansible-core and nothing else. Holds no secret; have the two secrets in a vault or in files:
			#   ansible-playbook FILE -e @secrets.yaml        (add --check to see what would change)
			# secrets.yaml: dsm_password, dsm_client_secret, and dsm_otp_code where the account has a second factor.
			""";

	private static final YAMLMapper YAML = YAMLMapper.builder().disable(YAMLWriteFeature.SPLIT_LINES).build();

	@Override
	public String id() {
		return "ansible";
	}

	@Override
	public String fileName(Setup setup) {
		return "dsm-sso-" + setup.application().slug() + ".playbook.yaml";
	}

	@Override
	public String mediaType() {
		return "application/yaml;charset=UTF-8";
	}

	@Override
	public String write(Setup setup) {
		List<Map<String, Object>> tasks = new ArrayList<>();
		tasks.add(signIn());
		tasks.add(ordered("name", "Keep the session", "ansible.builtin.set_fact",
				ordered("dsm_session", ordered("Cookie", "id={{ dsm_login.json.data.sid }}", "X-SYNO-TOKEN",
						"{{ dsm_login.json.data.synotoken | default('') }}")),
				"no_log", true));
		boolean byDefault = isByDefault(setup.ssoSetting());
		if (setup.ssoSetting() != null && !byDefault) {
			tasks.addAll(bring("setting", SsoPage.SETTING.api()));
		}
		tasks.addAll(bring("oidc", SsoPage.OIDC_SSO.api()));
		tasks.addAll(bring("profile", SsoPage.PROFILE.api()));
		if (byDefault) {
			tasks.addAll(bring("setting", SsoPage.SETTING.api()));
		}
		Map<String, Object> play = ordered("name", "Single sign-on of " + setup.nas(), "hosts", "localhost",
				"connection", "local", "gather_facts", false, "vars", variables(setup), "tasks",
				List.of(ordered("name", "With a session at DSM", "block", tasks, "always", List.of(signOut()))));
		return HEAD + YAML.writeValueAsString(List.of(play));
	}

	private static boolean isByDefault(@Nullable SsoSetting setting) {
		return setting != null && setting.defaultLogin();
	}

	private static Map<String, Object> variables(Setup setup) {
		Map<String, Object> oidc = new LinkedHashMap<>(DsmFields.oidcSso(setup));
		oidc.replaceAll((name, value) -> literal(value));
		oidc.put("oidc_client_secret", "{{ dsm_client_secret }}");
		Map<String, Object> variables = ordered("dsm_url", literal(setup.nas()), "dsm_account",
				literal(setup.account()), "dsm_validate_certs", true, "dsm_oidc", oidc, "dsm_profile",
				DsmFields.ssoProfile(setup));
		if (setup.ssoSetting() != null) {
			variables.put("dsm_setting", ordered("sso_default_login", setup.ssoSetting().defaultLogin()));
		}
		return variables;
	}

	/** A text that Jinja leaves as it is. */
	private static Object literal(Object value) {
		return (value instanceof String text && (text.contains("{{") || text.contains("{%") || text.contains("{#")))
				? "{% raw %}" + text + "{% endraw %}" : value;
	}

	private static Map<String, Object> signIn() {
		return ordered("name", "Sign in to DSM", "ansible.builtin.uri",
				call("SYNO.API.Auth", 7, "login",
						ordered("account", "{{ dsm_account }}", "passwd", "{{ dsm_password }}", "otp_code",
								"{{ dsm_otp_code | default('') }}", "session", "webui", "format", "sid",
								"enable_syno_token", "yes"),
						false),
				"register", "dsm_login", "failed_when", "not (dsm_login.json.success | default(false))", "check_mode",
				false, "no_log", true);
	}

	private static Map<String, Object> signOut() {
		return ordered("name", "Sign out", "ansible.builtin.uri",
				call("SYNO.API.Auth", 7, "logout", ordered("session", "webui"), true), "when", "dsm_session is defined",
				"check_mode", false, "no_log", true);
	}

	/** Reads, writes what differs, and reads back. */
	private static List<Map<String, Object>> bring(String name, String api) {
		String wanted = "dsm_" + name;
		String differs = "(%1$s_now.json.data | combine(%1$s)) != %1$s_now.json.data".formatted(wanted);
		return List
			.of(read("Read " + api, api, wanted + "_now"),
					ordered("name", "Would write " + api, "ansible.builtin.debug", ordered("msg", api), "when",
							List.of("ansible_check_mode", differs), "changed_when", true),
					ordered("name", "Write " + api, "ansible.builtin.uri", writing(api, wanted), "register",
							wanted + "_written", "failed_when",
							"not (%s_written.json.success | default(false))".formatted(wanted), "changed_when", true,
							"when", List.of("not ansible_check_mode", differs), "no_log", true),
					read("Read back " + api, api, wanted + "_then"),
					ordered("name", "Make sure of " + api, "ansible.builtin.assert", ordered("that",
							List.of("(%1$s_then.json.data | combine(%1$s)) == %1$s_then.json.data".formatted(wanted)),
							"fail_msg", api + " is not as it was written", "quiet", true), "when",
							"not ansible_check_mode", "no_log", true));
	}

	private static Map<String, Object> read(String name, String api, String register) {
		return ordered("name", name, "ansible.builtin.uri", call(api, 1, "get", Map.of(), true), "register", register,
				"failed_when", "not (%s.json.success | default(false))".formatted(register), "check_mode", false,
				"no_log", true);
	}

	/** DSM reads each value as JSON. */
	private static Map<String, Object> writing(String api, String wanted) {
		Map<String, Object> call = call(api, 1, "set", Map.of(), true);
		call.put("body",
				"{{ dict(%1$s.keys() | zip(%1$s.values() | map('to_json'))) | combine({'api': '%2$s', 'version': '1', 'method': 'set'%3$s}) }}"
					.formatted(wanted, api, api.equals(SsoPage.OIDC_SSO.api()) ? ", 'profile': '\"oidc\"'" : ""));
		return call;
	}

	private static Map<String, Object> call(String api, int version, String method, Map<String, ?> parameters,
			boolean signedIn) {
		Map<String, Object> body = ordered("api", api, "version", version, "method", method);
		body.putAll(parameters);
		Map<String, Object> call = ordered("url", "{{ dsm_url }}/webapi/entry.cgi", "method", "POST", "body_format",
				"form-urlencoded", "body", body, "return_content", true, "validate_certs", "{{ dsm_validate_certs }}");
		if (signedIn) {
			call.put("headers", "{{ dsm_session }}");
		}
		return call;
	}

}
