package io.github.dsmsso.lab.authentik.signin;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.github.dsmsso.lab.authentik.api.Pages;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.rights.Access;
import io.github.dsmsso.lab.authentik.store.ProviderRedirects;
import io.github.dsmsso.lab.authentik.store.RefusedRequest;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.authentik.world.BrowserSessions;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;

/**
 * How people leave an application: {@code /application/o/<slug>/end-session/} leads to
 * the page of the provider's invalidation flow
 * ({@code authentik/providers/oauth2/views/end_session.py}).
 */
final class EndSession {

	/** The shipped flow that ends the session, too: the other one has no stage for it. */
	private static final String ENDING_THE_SESSION = "default-invalidation-flow";

	/**
	 * Somebody who leaves an application.
	 *
	 * @param wayOut where the provider lets them go afterwards
	 */
	private record Leaving(Row application, Optional<String> wayOut) {
	}

	private final AuthentikWorld world;

	/** Who is leaving, by the session. */
	private final Map<String, Leaving> leaving = new HashMap<>();

	EndSession(AuthentikWorld world) {
		this.world = world;
	}

	LabResponse answer(Row application, LabRequest request) {
		Row provider = this.world.tables()
			.providers()
			.byPk(application.get("provider"))
			.orElseThrow(() -> RefusedRequest.answering(Pages.notFound()));
		if (!this.world.version().has(Behaviour.INVALIDATION_FLOW)) {
			return Pages.loggedOut(application.text("name"));
		}
		if (request.method().equals("POST") && !this.world.version().has(Behaviour.REDIRECT_URI_TYPES)) {
			return Pages.notOwnForm();
		}
		return this.world.sessions()
			.of(request)
			.map((session) -> page(application, provider, session, request))
			.orElseGet(() -> new SignInRedirect(this.world).before(request));
	}

	private LabResponse page(Row application, Row provider, BrowserSessions.Session session, LabRequest request) {
		if (!new Access(this.world).granted(session.user(), application)) {
			return Pages.accessDenied();
		}
		this.leaving.put(session.id(), new Leaving(application, wayOut(provider, request)));
		String query = AuthorizeRequest.encoded(request.queryParameters());
		return LabResponse.redirect(this.world.webPath() + "if/flow/" + flowOf(provider).text("slug") + "/"
				+ (query.isEmpty() ? "" : "?" + query));
	}

	private Row flowOf(Row provider) {
		return this.world.tables()
			.flows()
			.byPk(provider.get("invalidation_flow"))
			.orElseGet(() -> this.world.tables().flows().one("slug", ENDING_THE_SESSION));
	}

	/** The page of an invalidation flow. */
	LabResponse page(Row flow, LabRequest request) {
		Optional<Leaving> somebody = this.world.sessions()
			.of(request)
			.map((session) -> this.leaving.remove(session.id()));
		if (flow.is("slug", ENDING_THE_SESSION)) {
			this.world.sessions().close(request);
		}
		return somebody.flatMap(Leaving::wayOut)
			.map(LabResponse::redirect)
			.orElseGet(
					() -> Pages.loggedOut(somebody.map((one) -> one.application().text("name")).orElse("authentik")));
	}

	private Optional<String> wayOut(Row provider, LabRequest request) {
		return Optional.of(request.parameters().getOrDefault("post_logout_redirect_uri", ""))
			.filter((uri) -> new ProviderRedirects(this.world.version()).allowAfterLogout(provider, uri));
	}

}
