package io.github.dsmsso.wizard.dsm;

import io.github.dsmsso.wizard.http.HttpAnswer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The script that DSM's sign-in page loads: an object of JSON between
 * {@code SYNO.SDS.Session =} and the last brace.
 */
final class LoginPageScript {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String ASSIGNMENT = "SYNO.SDS.Session =";

	private LoginPageScript() {
	}

	static LoginPage read(HttpAnswer answer) {
		DsmData session = new DsmData(answer, sessionIn(answer.text()), ASSIGNMENT);
		return new LoginPage(session.nonBlankOrNull("hostname"), session.flagOrNull("oidc_sso_enable"),
				session.flagOrNull("sso_default_login"), session.portOrNull("dsm_https_port"));
	}

	private static JsonNode sessionIn(String script) {
		int assignment = script.indexOf(ASSIGNMENT);
		int end = script.lastIndexOf('}');
		if (assignment < 0 || end < assignment) {
			return JSON.missingNode();
		}
		try {
			return JSON.readTree(script.substring(assignment + ASSIGNMENT.length(), end + 1));
		}
		catch (JacksonException ex) {
			return JSON.missingNode();
		}
	}

}
