package io.github.dsmsso.lab.dsm.sso;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;

import io.github.dsmsso.lab.dsm.protocol.CallParameters;
import io.github.dsmsso.lab.dsm.protocol.DsmError;
import io.github.dsmsso.lab.dsm.protocol.SignInMessage;
import io.github.dsmsso.lab.dsm.world.Account;
import io.github.dsmsso.lab.dsm.world.DsmAssumption;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import io.github.dsmsso.lab.dsm.world.SsoSettings;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The sign-in with a code of the identity provider: DSM redeems it, checks the ID token
 * and looks for the account the claim names. It never makes an account.
 */
public final class OidcSignIn {

	private final DsmWorld world;

	private final SsoSettings settings;

	private final OidcProvider provider;

	private final OidcAccounts accounts;

	public OidcSignIn(DsmWorld world, OidcProvider provider) {
		this.world = world;
		this.settings = world.sso();
		this.provider = provider;
		this.accounts = new OidcAccounts(world);
	}

	/**
	 * The account that may come in.
	 * @throws DsmError with the code of one of the {@link SignInMessage}s
	 */
	public Account admitted(CallParameters parameters) {
		if (!parameters.text("server").equals("oidc") || !this.settings.offersOidc()) {
			throw SignInMessage.SSO_NOT_CONFIGURED.error();
		}
		JsonNode discovery = discovery();
		JsonNode tokens = redeemed(parameters.text("code"));
		IdToken token = verified(tokens.path("id_token").asString(""), discovery);
		Account account = accountOf(claim(token, tokens, discovery));
		SignInMessage refusal = this.accounts.refusalOf(account);
		if (refusal != null) {
			throw failed(account.name(), refusal);
		}
		return account;
	}

	private JsonNode discovery() {
		try {
			return this.provider.document(this.settings.text("oidc_wellknown"));
		}
		catch (IOException ex) {
			throw SignInMessage.SSO_NOT_CONFIGURED.error();
		}
	}

	private JsonNode redeemed(String code) {
		if (this.settings.text("oidc_token_endpoint").isEmpty()) {
			throw SignInMessage.SSO_NOT_CONFIGURED.error();
		}
		try {
			return this.provider.tokens(this.settings.text("oidc_token_endpoint"), form(this.world, code));
		}
		catch (IOException ex) {
			throw (this.world.assumes(DsmAssumption.REFUSED_CODE_IS_NOT_PRIVILEGE) ? SignInMessage.NOT_PRIVILEGED
					: SignInMessage.SSO_NOT_CONFIGURED)
				.error();
		}
	}

	/** {@code client_secret_post}, the only way DSM identifies itself. */
	public static String form(DsmWorld world, String code) {
		SsoSettings settings = world.sso();
		String secret = settings.text("oidc_client_secret");
		boolean asItStands = world.assumes(DsmAssumption.SECRET_IS_SENT_AS_IT_STANDS);
		return "grant_type=authorization_code&code=" + encoded(code) + "&redirect_uri="
				+ encoded(settings.text("oidc_redirect_uri")) + "&client_id=" + encoded(settings.text("oidc_client_id"))
				+ "&client_secret=" + (asItStands ? secret : encoded(secret));
	}

	private IdToken verified(String text, JsonNode discovery) {
		try {
			IdToken token = IdToken.parse(text);
			JsonNode published = this.provider.document(discovery.path("jwks_uri").asString(""));
			ProviderKeys keys = ProviderKeys.parse(published, this.world);
			if (token.signedByOneOf(keys) && isForUs(token, discovery.path("issuer").asString(""))
					&& answersUs(token)) {
				return token;
			}
		}
		catch (ParseException | IOException ex) {
			throw SignInMessage.SSO_NOT_CONFIGURED.error();
		}
		throw SignInMessage.SSO_NOT_CONFIGURED.error();
	}

	private boolean isForUs(IdToken token, String issuer) {
		String client = this.settings.text("oidc_client_id");
		boolean isOurs = !this.world.assumes(DsmAssumption.ID_TOKEN_IS_FOR_US)
				|| token.isFor(issuer, client, this.world.now());
		boolean isOursAlone = this.world.assumes(DsmAssumption.LITTLE_ELSE_IS_CHECKED)
				|| isFoundAt(issuer) && token.isForNobodyElse(client, this.world.now());
		return isOurs && isOursAlone;
	}

	/** An issuer has its document below its own address (OpenID Connect Discovery, 4). */
	private boolean isFoundAt(String issuer) {
		return (issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration")
			.equals(this.settings.text("oidc_wellknown"));
	}

	/** A nonce that was sent must come back, and is good for one sign-in. */
	private boolean answersUs(IdToken token) {
		return this.world.assumes(DsmAssumption.NO_NONCE) || this.world.sessions().redeemNonce(token.claim("nonce"));
	}

	private @Nullable String claim(IdToken token, JsonNode tokens, JsonNode discovery) {
		String name = this.settings.text("oidc_user_claim");
		if (!this.world.assumes(DsmAssumption.ID_TOKEN_NAMES_THE_PERSON)) {
			return userinfo(tokens, discovery).path(name).asString(null);
		}
		String claim = token.claim(name);
		return (claim != null || this.world.assumes(DsmAssumption.CLAIM_FROM_ID_TOKEN)) ? claim
				: userinfo(tokens, discovery).path(name).asString(null);
	}

	private JsonNode userinfo(JsonNode tokens, JsonNode discovery) {
		try {
			return this.provider.userinfo(discovery.path("userinfo_endpoint").asString(""),
					tokens.path("access_token").asString(""));
		}
		catch (IOException ex) {
			throw SignInMessage.SSO_NOT_CONFIGURED.error();
		}
	}

	private Account accountOf(@Nullable String claim) {
		return this.accounts.named(claim)
			.orElseThrow(() -> failed((claim != null) ? claim : "", SignInMessage.WRONG_PASSWORD));
	}

	private DsmError failed(String name, SignInMessage message) {
		this.world.connectionLog().failed(this.world.now(), name, this.world.clientAddress(), means());
		return message.error();
	}

	/** What the connection log calls this way to sign in. */
	public String means() {
		return this.world.assumes(DsmAssumption.LOG_NAMES_OIDC) ? "OIDC" : "SSO";
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
