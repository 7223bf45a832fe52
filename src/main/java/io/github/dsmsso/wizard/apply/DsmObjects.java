package io.github.dsmsso.wizard.apply;

import java.util.function.Supplier;

import io.github.dsmsso.wizard.dsm.DsmSession;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.dsm.SsoClient;
import io.github.dsmsso.wizard.dsm.SsoProfile;
import io.github.dsmsso.wizard.dsm.SsoSetting;
import io.github.dsmsso.wizard.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * DSM's three SSO objects as the steps of a run read and write them. A write brings all
 * three along as they are afterwards, where DSM takes several calls in one request; each
 * of them counts for the next who wants to read it, and for nobody after that.
 */
final class DsmObjects {

	private final Supplier<DsmSession> dsm;

	private @Nullable OidcSso oidcSso;

	private @Nullable SsoProfile ssoProfile;

	private @Nullable SsoSetting ssoSetting;

	DsmObjects(Supplier<DsmSession> dsm) {
		this.dsm = dsm;
	}

	/** Reads all three in one request, for whoever reads them next. */
	void lookAhead() {
		try {
			see(this.dsm.get().ssoClient());
		}
		catch (ProblemException ex) {
			forget();
		}
	}

	/** What was seen counts no more. */
	void forget() {
		this.oidcSso = null;
		this.ssoProfile = null;
		this.ssoSetting = null;
	}

	private void see(SsoClient seen) {
		this.oidcSso = seen.oidc();
		this.ssoProfile = seen.profile();
		this.ssoSetting = seen.setting();
	}

	OidcSso oidcSso() {
		OidcSso seen = this.oidcSso;
		this.oidcSso = null;
		return (seen != null) ? seen : this.dsm.get().oidcSso();
	}

	SsoProfile ssoProfile() {
		SsoProfile seen = this.ssoProfile;
		this.ssoProfile = null;
		return (seen != null) ? seen : this.dsm.get().ssoProfile();
	}

	SsoSetting ssoSetting() {
		SsoSetting seen = this.ssoSetting;
		this.ssoSetting = null;
		return (seen != null) ? seen : this.dsm.get().ssoSetting();
	}

	void save(OidcSso oidcSso) {
		forget();
		this.dsm.get().saveOidcSso(oidcSso).ifPresent(this::see);
	}

	void save(SsoProfile profile) {
		forget();
		this.dsm.get().saveSsoProfile(profile).ifPresent(this::see);
	}

	void save(SsoSetting setting) {
		forget();
		this.dsm.get().saveSsoSetting(setting).ifPresent(this::see);
	}

}
