package io.github.dsmsso.lab.dsm.signin;

import java.time.Instant;
import java.util.Optional;

import io.github.dsmsso.lab.dsm.sso.AuthorizeUrl;
import io.github.dsmsso.lab.dsm.sso.OidcAccounts;
import io.github.dsmsso.lab.dsm.sso.OidcSignIn;
import io.github.dsmsso.lab.dsm.world.Account;
import io.github.dsmsso.lab.dsm.world.DsmAssumption;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import org.jspecify.annotations.Nullable;

/**
 * What a sign-in by OpenID Connect comes to at a NAS, told by its own decisions and
 * without an exchange. Nothing comes of it: no session, and no line in a log.
 */
public final class NasForecast {

	private final DsmWorld world;

	private final OidcAccounts accounts;

	public NasForecast(DsmWorld world) {
		this.world = world;
		this.accounts = new OidcAccounts(world);
	}

	/** Whether the SSO button is there and has all it needs. */
	public boolean offersTheButton() {
		return !this.world.boots() && this.world.sso().offersOidc() && this.world.sso().isComplete();
	}

	/** Where the NAS reads the discovery document. */
	public String wellKnown() {
		return this.world.sso().text("oidc_wellknown");
	}

	/**
	 * Where the button leads.
	 * @param discovered the endpoint that the discovery document names
	 */
	public String authorizeUrl(String discovered) {
		String endpoint = this.world.assumes(DsmAssumption.STORED_ENDPOINT_IS_USED)
				? this.world.sso().text("oidc_authorization_endpoint") : discovered;
		return AuthorizeUrl.url(this.world, endpoint, "nonce");
	}

	/** Where the NAS redeems the code. */
	public String tokenEndpoint() {
		return this.world.sso().text("oidc_token_endpoint");
	}

	/** The form with which it redeems it. */
	public String tokenForm(String code) {
		return OidcSignIn.form(this.world, code);
	}

	/** The claim that names the account. */
	public String userClaim() {
		return this.world.sso().text("oidc_user_claim");
	}

	/** The client id for which the ID token has to be. */
	public String clientId() {
		return this.world.sso().text("oidc_client_id");
	}

	/** Whether issuer, audience and end of the ID token count. */
	public boolean checksIdToken() {
		return this.world.assumes(DsmAssumption.ID_TOKEN_IS_FOR_US);
	}

	/** Whether the ID token is asked at all. */
	public boolean asksTheIdToken() {
		return this.world.assumes(DsmAssumption.ID_TOKEN_NAMES_THE_PERSON);
	}

	/** Whether userinfo is asked for a claim that the ID token does not have. */
	public boolean asksUserinfo() {
		return !asksTheIdToken() || !this.world.assumes(DsmAssumption.CLAIM_FROM_ID_TOKEN);
	}

	public Instant now() {
		return this.world.now();
	}

	/** The account whose desktop opens to the bearer of a claim. */
	public Optional<String> desktopOf(@Nullable String claim) {
		return this.accounts.named(claim)
			.filter((account) -> this.accounts.refusalOf(account) == null)
			.filter((account) -> this.world.assumes(DsmAssumption.NO_SECOND_FACTOR_AFTER_SSO)
					|| !PasswordAdmission.asksForMore(account))
			.map(Account::name);
	}

}
