package io.github.dsmsso.lab.dsm;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The sign-in with a code of the identity provider: DSM redeems it, checks the ID token
 * and looks for the account the claim names. It never makes an account.
 */
final class OidcSignIn {

	private final DsmWorld world;

	private final SsoSettings settings;

	private final OidcProvider provider;

	OidcSignIn(DsmWorld world, OidcProvider provider) {
		this.world = world;
		this.settings = world.sso();
		this.provider = provider;
	}

	/**
	 * The account that may come in.
	 * @throws DsmError with the code of one of the {@link SignInMessage}s
	 */
	Account admitted(Parameters parameters) {
		if (!parameters.text("server").equals("oidc") || !this.settings.offersOidc()) {
			throw SignInMessage.SSO_NOT_CONFIGURED.error();
		}
		JsonNode discovery = discovery();
		IdToken token = verified(redeemed(parameters.text("code")), discovery);
		Account account = accountOf(token.claim(this.settings.text("oidc_user_claim")));
		if (account.isClosed(this.world.now())) {
			throw failed(account.name(), SignInMessage.DISABLED);
		}
		if (!account.mayUseDsm()) {
			throw failed(account.name(), SignInMessage.NOT_PRIVILEGED);
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

	private String redeemed(String code) {
		if (this.settings.text("oidc_token_endpoint").isEmpty()) {
			throw SignInMessage.SSO_NOT_CONFIGURED.error();
		}
		try {
			JsonNode tokens = this.provider.tokens(this.settings.text("oidc_token_endpoint"), form(code));
			return tokens.path("id_token").asString("");
		}
		catch (IOException ex) {
			throw SignInMessage.NOT_PRIVILEGED.error();
		}
	}

	/** {@code client_secret_post}, the only way DSM identifies itself. */
	private String form(String code) {
		String secret = this.settings.text("oidc_client_secret");
		boolean asItStands = this.world.assumes(DsmAssumption.SECRET_IS_SENT_AS_IT_STANDS);
		return "grant_type=authorization_code&code=" + encoded(code) + "&redirect_uri="
				+ encoded(this.settings.text("oidc_redirect_uri")) + "&client_id="
				+ encoded(this.settings.text("oidc_client_id")) + "&client_secret="
				+ (asItStands ? secret : encoded(secret));
	}

	private IdToken verified(String text, JsonNode discovery) {
		try {
			IdToken token = IdToken.parse(text);
			String keys = Json.write(this.provider.document(discovery.path("jwks_uri").asString("")));
			String issuer = discovery.path("issuer").asString("");
			if (token.signedByOneOf(keys)
					&& token.isFor(issuer, this.settings.text("oidc_client_id"), this.world.now())) {
				return token;
			}
		}
		catch (ParseException | IOException ex) {
			throw SignInMessage.SSO_NOT_CONFIGURED.error();
		}
		throw SignInMessage.SSO_NOT_CONFIGURED.error();
	}

	private Account accountOf(@Nullable String claim) {
		return found(claim)
			.orElseThrow(() -> failed((claim != null) ? claim : "unknown", SignInMessage.WRONG_PASSWORD));
	}

	private Optional<Account> found(@Nullable String claim) {
		return this.world.accounts()
			.stream()
			.filter((account) -> !account.isLocal() || this.settings.allowsLocalAccounts())
			.filter((account) -> same(account.name(), claim) || same(this.world.directory().qualified(account), claim))
			.findFirst();
	}

	private boolean same(String name, @Nullable String claim) {
		return this.world.assumes(DsmAssumption.CLAIM_IS_CASE_SENSITIVE) ? name.equals(claim)
				: name.equalsIgnoreCase(claim);
	}

	private DsmError failed(String name, SignInMessage message) {
		this.world.connectionLog().failed(this.world.now(), name, this.world.clientAddress(), "OIDC");
		return message.error();
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
