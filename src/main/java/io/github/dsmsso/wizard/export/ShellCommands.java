package io.github.dsmsso.wizard.export;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.AuthentikCall;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.authentik.ProviderJson;
import io.github.dsmsso.wizard.authentik.WriteCalls;
import io.github.dsmsso.wizard.dsm.SsoPage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import static io.github.dsmsso.wizard.export.Blueprint.ordered;

/**
 * Every call that the wizard makes to write, as a shell script with {@code curl}, for who
 * wants to see each of them. Bodies come from files, so that no secret is an argument;
 * the script asks for secrets that are not in the environment. It is for the two systems
 * it was written for: authentik's keys are in it as they are there.
 */
@Component
@Order(4)
class ShellCommands implements SetupFormat {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private static final String HEAD = """
			#!/bin/sh
			# Connects a Synology NAS to authentik, call by call. Needs curl, sed and a POSIX shell.
			# Holds no secret. It asks for AUTHENTIK_TOKEN, DSM_PASSWORD and DSM_OTP_CODE unless they are set;
			# an account without a second factor has an empty DSM_OTP_CODE.
			# For a certificate of your own: CURL_CA_BUNDLE=/path/to/ca.pem sh THIS_FILE
			set -eu
			umask 077
			dir=$(mktemp -d)
			trap 'rm -rf "$dir"' EXIT

			secret() {
				eval "value=\\${$1-}"
				if [ -z "$value" ] && eval "[ -z \\"\\${$1+set}\\" ]"; then
					printf '%s: ' "$1" >&2
					stty -echo 2>/dev/null || true
					IFS= read -r value
					stty echo 2>/dev/null || true
					printf '\\n' >&2
				fi
				printf '%s' "$value"
			}

			# Calls authentik: METHOD PATH [FILE WITH THE BODY]. The answer is in $dir/answer.
			authentik() {
				if [ $# -gt 2 ]; then set -- "$1" "$2" --data "@$3"; fi
				method=$1 path=$2; shift 2
				curl --silent --show-error --fail-with-body --request "$method" --header "@$dir/authentik" \\
					--output "$dir/answer" "$@" "$authentik/api/v3/$path"
			}

			# Calls DSM: API VERSION METHOD [more arguments of curl]. The answer is in $dir/answer.
			dsm() {
				api=$1 version=$2 method=$3; shift 3
				curl --silent --show-error --fail --header "@$dir/dsm" --output "$dir/answer" --data "api=$api" \\
					--data "version=$version" --data "method=$method" "$@" "$nas/webapi/entry.cgi"
				grep -q '"success" *: *true' "$dir/answer" || { cat "$dir/answer" >&2; exit 1; }
			}

			# A field of the answer that is a text, or a number.
			text() { sed -n "s/.*\\"$1\\" *: *\\"\\([^\\"]*\\)\\".*/\\1/p" "$dir/answer" | head -n 1; }
			number() { tr ',{' '\\n\\n' <"$dir/answer" | sed -n "s/^ *\\"$1\\" *: *\\([0-9][0-9]*\\).*/\\1/p" | head -n 1; }

			{ printf 'Authorization: Bearer '; secret AUTHENTIK_TOKEN; printf '\\nContent-Type: application/json\\n'; } >"$dir/authentik"
			secret DSM_PASSWORD >"$dir/password"
			secret DSM_OTP_CODE >"$dir/code"
			: >"$dir/dsm"
			""";

	@Override
	public String id() {
		return "commands";
	}

	@Override
	public String fileName(Setup setup) {
		return "dsm-sso-" + setup.application().slug() + ".sh";
	}

	@Override
	public String mediaType() {
		return "text/x-shellscript;charset=UTF-8";
	}

	/**
	 * What the plan makes besides the provider is made by the blueprint or by the wizard.
	 */
	@Override
	public boolean fits(Setup setup) {
		return setup.ownKey() == null && setup.ownMapping() == null;
	}

	@Override
	public String write(Setup setup) {
		StringBuilder script = new StringBuilder(HEAD);
		script.append("nas=").append(quoted(setup.nas())).append('\n');
		script.append("authentik=").append(quoted(setup.authentik().replaceAll("/$", ""))).append("\n");
		provider(setup, script);
		application(setup, script);
		setup.bindings()
			.stream()
			.filter((binding) -> binding.pk().isEmpty())
			.forEach((binding) -> binding(binding, new WriteCalls(setup.capabilities()), script));
		signIn(setup, script);
		boolean byDefault = setup.ssoSetting() != null && setup.ssoSetting().defaultLogin();
		if (setup.ssoSetting() != null && !byDefault) {
			setting(false, script);
		}
		oidcSso(setup, script);
		step("switch the service on", script);
		script.append("dsm ").append(SsoPage.PROFILE.api()).append(" 1 set");
		DsmFields.ssoProfile(setup).forEach((name, value) -> parameter(name, value, script));
		script.append('\n');
		if (byDefault) {
			setting(true, script);
		}
		step("read it back", script);
		script.append("dsm ").append(SsoPage.PROFILE.api()).append(" 1 get\ncat \"$dir/answer\"\n");
		step("sign out", script);
		script.append("dsm SYNO.API.Auth 7 logout --data session=webui\n");
		return script.toString();
	}

	private static void provider(Setup setup, StringBuilder script) {
		OAuth2Provider provider = setup.provider();
		Map<String, @Nullable Object> body = new ProviderJson(setup.capabilities()).write(provider);
		body.remove("client_secret");
		step("authentik: the provider; it keeps its client secret, or makes one", script);
		file("provider.json", body, script);
		WriteCalls calls = new WriteCalls(setup.capabilities());
		script.append(called((provider.pk() != 0) ? calls.changedProvider(provider.pk()) : calls.newProvider()))
			.append(" \"$dir/provider.json\"\nprovider=$(number pk)\n")
			.append("{ printf '\"'; text client_secret | tr -d '\\n'; printf '\"'; } >\"$dir/client-secret\"\n");
	}

	private static void application(Setup setup, StringBuilder script) {
		Application application = setup.application();
		WriteCalls calls = new WriteCalls(setup.capabilities());
		step("authentik: the application", script);
		file("application.json",
				ordered("name", application.name(), "slug", application.slug(), "provider", "@PROVIDER@",
						"policy_engine_mode", application.matchAny() ? "any" : "all", "meta_launch_url",
						application.launchUrl(), "meta_description", application.description(), "meta_publisher",
						application.publisher()),
				script);
		script.append("sed \"s/\\\"@PROVIDER@\\\"/$provider/\" \"$dir/application.json\" >\"$dir/application\"\n")
			.append(called(!application.pk().isEmpty() ? calls.changedApplication(application.slug())
					: calls.newApplication()))
			.append(" \"$dir/application\"\napplication=$(text pk)\n");
	}

	private static String called(AuthentikCall call) {
		return "authentik " + call.method() + " " + call.path();
	}

	private static void binding(PolicyBinding binding, WriteCalls calls, StringBuilder script) {
		Map<String, Object> body = new LinkedHashMap<>(
				ordered("target", "@APPLICATION@", "order", binding.order(), "enabled", binding.enabled(), "negate",
						binding.negate(), "timeout", binding.timeout(), "failure_result", binding.failureResult()));
		if (binding.group() != null) {
			body.put("group", binding.group());
		}
		if (binding.user() != null) {
			body.put("user", binding.user());
		}
		step("authentik: let a group or a user in", script);
		file("binding.json", body, script);
		script.append("sed \"s/@APPLICATION@/$application/\" \"$dir/binding.json\" >\"$dir/binding\"\n")
			.append(called(calls.newBinding()))
			.append(" \"$dir/binding\"\n");
	}

	private static void signIn(Setup setup, StringBuilder script) {
		step("DSM: sign in", script);
		script.append("dsm SYNO.API.Auth 7 login");
		script.append(" --data-urlencode ").append(quoted("account=" + setup.account()));
		script.append(" --data-urlencode \"passwd@$dir/password\" --data-urlencode \"otp_code@$dir/code\"")
			.append(" --data session=webui --data format=sid --data enable_syno_token=yes\n")
			.append("printf 'Cookie: id=%s\\nX-SYNO-TOKEN: %s\\n' \"$(text sid)\" \"$(text synotoken)\" >\"$dir/session\"\n")
			.append("mv \"$dir/session\" \"$dir/dsm\"\n");
	}

	private static void setting(boolean byDefault, StringBuilder script) {
		step(byDefault ? "DSM: start with SSO" : "DSM: start with the password", script);
		script.append("dsm ").append(SsoPage.SETTING.api()).append(" 1 set");
		parameter("sso_default_login", byDefault, script);
		script.append('\n');
	}

	private static void oidcSso(Setup setup, StringBuilder script) {
		step("DSM: the OpenID Connect settings; texts are JSON, so they stand in double quotes", script);
		script.append("dsm ").append(SsoPage.OIDC_SSO.api()).append(" 1 set");
		parameter("profile", "oidc", script);
		DsmFields.oidcSso(setup).forEach((name, value) -> parameter(name, value, script));
		script.append(" \\\n\t--data-urlencode \"oidc_client_secret@$dir/client-secret\"\n");
	}

	private static void parameter(String name, Object value, StringBuilder script) {
		script.append(" \\\n\t--data-urlencode ").append(quoted(name + "=" + JSON.writeValueAsString(value)));
	}

	private static void step(String what, StringBuilder script) {
		script.append("\n# ").append(what).append('\n');
	}

	private static void file(String name, Map<String, ?> body, StringBuilder script) {
		script.append("cat >\"$dir/").append(name).append("\" <<'END_OF_BODY'\n");
		script.append(JSON.writeValueAsString(body)).append("\nEND_OF_BODY\n");
	}

	/** One word for the shell, whatever is in it. */
	private static String quoted(String text) {
		return "'" + text.replace("'", "'\\''") + "'";
	}

}
