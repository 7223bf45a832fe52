package io.github.dsmsso.lab.oracle;

import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;

import io.github.dsmsso.lab.authentik.signin.AuthentikForecast;
import io.github.dsmsso.lab.authentik.signin.AuthentikForecast.Discovered;
import io.github.dsmsso.lab.authentik.signin.AuthentikForecast.Tokens;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.browser.Visitor;
import io.github.dsmsso.lab.dsm.signin.NasForecast;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether somebody who knows their password would come from the SSO button of a NAS
 * to its desktop, and to whose. It asks the simulators' own decisions, walks no exchange
 * and changes nothing, so it can be asked often; {@link Visitor} is the walk.
 */
public final class SignInOracle {

	private static final String CODE = "code";

	private final NasForecast nas;

	private final AuthentikForecast authentik;

	private final AuthentikWorld authentikWorld;

	private final String nasOrigin;

	private SignInOracle(DsmWorld nas, String nasOrigin, AuthentikWorld authentik, Predicate<URI> leadsToAuthentik) {
		this.nas = new NasForecast(nas);
		this.authentik = new AuthentikForecast(authentik, leadsToAuthentik);
		this.authentikWorld = authentik;
		this.nasOrigin = nasOrigin;
	}

	/**
	 * For a pair whose NAS and whose people reach authentik at its origin only.
	 * @param nasOrigin where people reach the NAS, such as
	 * {@code https://nas.example:5001}
	 * @param authentikOrigin where all reach authentik
	 */
	public static SignInOracle of(DsmWorld nas, String nasOrigin, AuthentikWorld authentik, String authentikOrigin) {
		return new SignInOracle(nas, nasOrigin, authentik, (uri) -> originOf(uri).equals(authentikOrigin));
	}

	/** The account whose desktop opens in the end, or null where none does. */
	public @Nullable String admits(String username) {
		synchronized (this.authentikWorld) {
			return desktopOf(username).orElse(null);
		}
	}

	private Optional<String> desktopOf(String username) {
		return this.nas.offersTheButton()
				? this.authentik.discovery(this.nas.wellKnown()).flatMap((found) -> desktopOf(username, found))
				: Optional.empty();
	}

	private Optional<String> desktopOf(String username, Discovered found) {
		return this.authentik.admission(this.nas.authorizeUrl(found.authorizationEndpoint()), username)
			.filter((admission) -> isAtTheNas(admission.redirectUri()))
			.flatMap((admission) -> this.authentik.tokens(admission, this.nas.tokenEndpoint(), this.nas.tokenForm(CODE),
					CODE))
			.filter((tokens) -> isBelieved(tokens, found))
			.flatMap((tokens) -> this.nas.desktopOf(claim(tokens, found)));
	}

	private boolean isAtTheNas(String redirectUri) {
		try {
			return originOf(URI.create(redirectUri)).equals(this.nasOrigin);
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private boolean isBelieved(Tokens tokens, Discovered found) {
		return this.authentik.verifies(tokens, found.jwksUri())
				&& (!this.nas.checksIdToken() || tokens.isFor(found.issuer(), this.nas.clientId(), this.nas.now()));
	}

	private @Nullable String claim(Tokens tokens, Discovered found) {
		String claim = this.nas.asksTheIdToken() ? tokens.claim(this.nas.userClaim()) : null;
		return (claim != null || !this.nas.asksUserinfo()) ? claim
				: this.authentik.userinfo(tokens, found.userinfoEndpoint(), this.nas.userClaim()).orElse(null);
	}

	private static String originOf(URI uri) {
		return uri.getScheme() + "://" + uri.getRawAuthority();
	}

}
