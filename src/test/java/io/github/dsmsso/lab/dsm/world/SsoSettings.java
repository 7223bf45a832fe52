package io.github.dsmsso.lab.dsm.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.dsmsso.lab.dsm.protocol.CallParameters;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import org.jspecify.annotations.Nullable;

/**
 * What the page Domain/LDAP, SSO Client, keeps: the fields of the OpenID Connect profile,
 * the profile in use with its switch, and whether SSO is the default way to sign in.
 */
public final class SsoSettings {

	/** Whether local accounts may sign in by OpenID Connect. */
	static final String ALLOW_LOCAL = "oidc_allow_local_user";

	private static final List<String> TEXTS = List.of("oidc_authorization_endpoint", "oidc_client_id",
			"oidc_client_secret", "oidc_name", "oidc_redirect_uri", "oidc_scope", "oidc_token_endpoint",
			"oidc_user_claim", "oidc_wellknown");

	/** Without one of these there is no address to send a browser to. */
	private static final List<String> NEEDED = List.of("oidc_wellknown", "oidc_authorization_endpoint",
			"oidc_token_endpoint", "oidc_client_id", "oidc_redirect_uri");

	private final Map<String, Object> oidc = new TreeMap<>();

	private boolean enabled;

	private String profile = "";

	private boolean defaultLogin;

	SsoSettings(DsmVersion version) {
		if (version.oidc()) {
			TEXTS.forEach((field) -> this.oidc.put(field, ""));
		}
		if (version.localAccounts()) {
			this.oidc.put(ALLOW_LOCAL, false);
		}
	}

	/** The fields of {@code SYNO.Core.Directory.OIDC.SSO}, the secret in clear text. */
	public synchronized Map<String, Object> oidc() {
		return new TreeMap<>(this.oidc);
	}

	/** One of the text fields. */
	public synchronized String text(String field) {
		return String.valueOf(this.oidc.getOrDefault(field, ""));
	}

	/** {@code sso_enable} of {@code SYNO.Core.Directory.SSO.Profile}. */
	public synchronized boolean enabled() {
		return this.enabled;
	}

	/** {@code sso_profile} of {@code SYNO.Core.Directory.SSO.Profile}. */
	public synchronized String profile() {
		return this.profile;
	}

	/** {@code sso_default_login}. */
	public synchronized boolean defaultLogin() {
		return this.defaultLogin;
	}

	/** Whether the sign-in page shows the OpenID Connect button. */
	public synchronized boolean offersOidc() {
		return this.enabled && this.profile.equals("oidc");
	}

	/** Whether nothing is blank that a sign-in needs. */
	public boolean isComplete() {
		return NEEDED.stream().noneMatch((field) -> text(field).isEmpty());
	}

	/** Stores some of the fields, as an administrator's hand would. */
	public synchronized SsoSettings configure(Map<String, ?> fields) {
		fields.forEach((field, value) -> {
			if (this.oidc.containsKey(field)) {
				this.oidc.put(field, value);
			}
		});
		return this;
	}

	/** Selects a profile and switches it on or off. */
	public synchronized SsoSettings profile(String profile, boolean enabled) {
		this.profile = profile;
		this.enabled = enabled;
		return this;
	}

	/** Makes SSO the default way to sign in, or not. */
	public synchronized SsoSettings defaultLogin(boolean defaultLogin) {
		this.defaultLogin = defaultLogin;
		return this;
	}

	public boolean allowsLocalAccounts() {
		return Boolean.TRUE.equals(oidc().get(ALLOW_LOCAL));
	}

	/** The fields a call sets, each of its type; unknown parameters are ignored. */
	public Map<String, Object> from(CallParameters parameters) {
		Map<String, Object> fields = new LinkedHashMap<>();
		for (Map.Entry<String, @Nullable Object> field : oidc().entrySet()) {
			String name = field.getKey();
			if (parameters.has(name)) {
				fields.put(name,
						(field.getValue() instanceof Boolean) ? parameters.bool(name) : parameters.string(name));
			}
		}
		return fields;
	}

}
