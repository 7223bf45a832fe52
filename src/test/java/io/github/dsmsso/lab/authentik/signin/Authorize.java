package io.github.dsmsso.lab.authentik.signin;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.dsmsso.lab.authentik.api.Pages;
import io.github.dsmsso.lab.authentik.releases.AuthentikAssumption;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.rights.Access;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.GrantTypes;
import io.github.dsmsso.lab.authentik.store.ProviderRedirects;
import io.github.dsmsso.lab.authentik.store.RefusedRequest;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.authentik.world.BrowserSessions;
import io.github.dsmsso.lab.authentik.world.EventLog;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;

/**
 * {@code /application/o/authorize/}: checks in authentik's order, then sends people on.
 */
final class Authorize {

	private final AuthentikWorld world;

	private final Grants grants;

	private final ProviderRedirects redirectUris;

	private final AuthorizationStages stages;

	Authorize(AuthentikWorld world, Grants grants) {
		this.world = world;
		this.stages = new AuthorizationStages(world);
		this.grants = grants;
		this.redirectUris = new ProviderRedirects(world.version());
	}

	LabResponse answer(LabRequest request) {
		if (request.parameters().isEmpty()) {
			return Pages.notFound();
		}
		AuthorizeRequest wanted = checked(request);
		Optional<BrowserSessions.Session> session = this.world.sessions().of(request);
		if (wanted.asksForNoPage() && session.isEmpty()) {
			throw refused(wanted, "login_required");
		}
		Optional<Row> application = this.world.tables().applicationOf(wanted.provider());
		if (application.isEmpty()) {
			return Pages.accessDenied();
		}
		return session.map((open) -> decided(wanted, application.get(), open, request))
			.orElseGet(() -> new SignInRedirect(this.world).before(request));
	}

	/**
	 * The request, if the client may make it; the provider learns its redirect URI.
	 * @throws RefusedRequest the page or the redirect that says what is wrong
	 */
	AuthorizeRequest checked(LabRequest request) {
		try {
			return judged(request.parameters());
		}
		finally {
			learn(request.parameters());
		}
	}

	private void learn(Map<String, String> parameters) {
		String uri = parameters.getOrDefault("redirect_uri", "");
		this.world.tables()
			.providers()
			.find("client_id", parameters.getOrDefault("client_id", ""))
			.filter((provider) -> !uri.isEmpty())
			.ifPresent((provider) -> this.redirectUris.learn(provider, uri));
	}

	/**
	 * The same, and nobody learns anything.
	 * @throws RefusedRequest the page or the redirect that says what is wrong
	 */
	AuthorizeRequest judged(Map<String, String> parameters) {
		Row provider = this.world.tables()
			.providers()
			.find("client_id", parameters.getOrDefault("client_id", ""))
			.orElseThrow(() -> RefusedRequest.answering(Pages.clientIdError()));
		String uri = parameters.getOrDefault("redirect_uri", "");
		if (!this.redirectUris.allowWhenAskedFor(provider, uri)) {
			throw RefusedRequest.answering(Pages.redirectUriError());
		}
		AuthorizeRequest wanted = new AuthorizeRequest(provider, uri, scopes(provider, parameters), parameters);
		refuseResponseType(wanted);
		refuseExtras(wanted);
		return withoutUselessScopes(wanted);
	}

	private List<String> scopes(Row provider, Map<String, String> parameters) {
		List<String> known = new Claims(this.world).mappings(provider)
			.stream()
			.map((mapping) -> mapping.text("scope_name"))
			.toList();
		String asked = parameters.getOrDefault("scope", "").strip();
		return asked.isEmpty() ? known : Arrays.stream(asked.split(" +")).filter(known::contains).distinct().toList();
	}

	private void refuseResponseType(AuthorizeRequest wanted) {
		ResponseType type = wanted.responseType().orElseThrow(() -> refused(wanted, "unsupported_response_type"));
		if (!GrantTypes.allowed(this.world.version(), wanted.provider(), type.grantType())) {
			throw refused(wanted, "invalid_request");
		}
		if (type != ResponseType.CODE && !wanted.scopes().contains("openid")) {
			throw refused(wanted, "invalid_scope");
		}
	}

	/**
	 * What is empty counts as not sent ({@code check_nonce} and
	 * {@code check_code_challenge}).
	 */
	private void refuseExtras(AuthorizeRequest wanted) {
		if (wanted.sends("request")) {
			throw refused(wanted, "request_not_supported");
		}
		if (wanted.responseType().filter((type) -> type.names("id_token")).isPresent() && !wanted.sends("nonce")) {
			throw refused(wanted, "invalid_request");
		}
		String method = wanted.parameters().getOrDefault("code_challenge_method", "plain");
		if (wanted.sends("code_challenge") && !List.of("plain", "S256").contains(method)) {
			throw refused(wanted, "invalid_request", "Unsupported challenge method " + method);
		}
	}

	/** Without a code nobody gets access for later ({@code check_scope}). */
	private static AuthorizeRequest withoutUselessScopes(AuthorizeRequest wanted) {
		if (wanted.responseType().filter((type) -> type.names("code")).isPresent()) {
			return wanted;
		}
		List<String> scopes = wanted.scopes().stream().filter((scope) -> !scope.equals("offline_access")).toList();
		return new AuthorizeRequest(wanted.provider(), wanted.redirectUri(), scopes, wanted.parameters());
	}

	private RefusedRequest refused(AuthorizeRequest wanted, String error) {
		return refused(wanted, error, AuthorizeErrors.words(error));
	}

	private RefusedRequest refused(AuthorizeRequest wanted, String error, String description) {
		return RefusedRequest
			.answering(LabResponse.redirect(AuthorizeErrors.address(this.world.version(), wanted, error, description)));
	}

	private LabResponse decided(AuthorizeRequest wanted, Row application, BrowserSessions.Session session,
			LabRequest request) {
		if (!new Access(this.world).granted(session.user(), application)) {
			return Pages.accessDenied();
		}
		if (request.method().equals("OPTIONS")) {
			return LabResponse.html(200, "").with("Allow", "GET, HEAD, OPTIONS");
		}
		if (!this.stages.admits(flowOf(wanted), session.user())) {
			return Pages.accessDenied();
		}
		return goesOnAtOnce(wanted, application, session.user()) ? granted(wanted, application, session, request)
				: LabResponse.redirect(flowPage(wanted));
	}

	/**
	 * A form can only be sent from a page ({@code allowed_silent_types} in
	 * {@code authentik/providers/oauth2/views/authorize.py}).
	 */
	private boolean needsNoPage(AuthorizeRequest wanted) {
		return this.world.version().has(Behaviour.SILENT_AUTHORIZATION) && !wanted.answersByForm()
				&& this.world.assumes(AuthentikAssumption.IMPLICIT_CONSENT_SHOWS_NO_PAGE);
	}

	/** Whether a signed-in user is sent to the client without another page. */
	boolean goesOnAtOnce(AuthorizeRequest wanted, Row application, Row user) {
		return !this.stages.ask(flowOf(wanted), application, user) && needsNoPage(wanted);
	}

	/** Whether a signed-in user is not sent to the client at all. */
	boolean leadsNowhere(AuthorizeRequest wanted, Row user) {
		return this.stages.deny(flowOf(wanted), user);
	}

	/**
	 * What a page of the flow sends or shows: the page of its next stage, or the way back
	 * to the client.
	 */
	LabResponse goesOn(AuthorizeRequest wanted, Row application, BrowserSessions.Session session, LabRequest request) {
		Row flow = flowOf(wanted);
		return this.stages.admits(flow, session.user()) ? this.stages.page(flow, wanted, application, session, request)
			.orElseGet(() -> granted(wanted, application, session, request)) : Pages.accessDenied();
	}

	private Row flowOf(AuthorizeRequest wanted) {
		return this.world.tables()
			.flows()
			.byPk(wanted.provider().get("authorization_flow"))
			.orElseThrow(() -> RefusedRequest.answering(Pages.accessDenied()));
	}

	/** The page of the flow keeps the client's request in its own address. */
	private String flowPage(AuthorizeRequest wanted) {
		return this.world.webPath() + "if/flow/" + flowOf(wanted).text("slug") + "/?"
				+ AuthorizeRequest.encoded(wanted.parameters());
	}

	/** Sends the browser back to the client with what it asked for. */
	private LabResponse granted(AuthorizeRequest wanted, Row application, BrowserSessions.Session session,
			LabRequest request) {
		if (this.world.assumes(AuthentikAssumption.AUTHORIZATION_IS_AN_EVENT)) {
			remember(wanted, application, session, request);
		}
		return new AuthorizeAnswers(this.grants).of(wanted, application, session, request);
	}

	private void remember(AuthorizeRequest wanted, Row application, BrowserSessions.Session session,
			LabRequest request) {
		this.world.events()
			.write("authorize_application", "authentik.providers.oauth2.views.authorize", session.user(),
					AuthentikJson.object("flow", EventLog.hex(flowOf(wanted).text("pk")), "scopes",
							String.join(" ", wanted.scopes()), "authorized_application",
							EventLog.reference(this.world.tables().applications().model(), application)),
					request);
	}

}
