package io.github.dsmsso.lab.authentik.signin;

import java.util.Map;
import java.util.Optional;

import io.github.dsmsso.lab.authentik.api.Pages;
import io.github.dsmsso.lab.authentik.rights.Access;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.RefusedRequest;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.authentik.world.BrowserSessions;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/**
 * {@code /if/flow/<slug>/}: what people see of flows. The real pages need JavaScript and
 * a page for each stage; these do with one form.
 */
final class FlowPages {

	/** The flow that signs people in. */
	static final String SIGN_IN = "default-authentication-flow";

	private final AuthentikWorld world;

	private final Authorize authorize;

	private final EndSession endSession;

	FlowPages(AuthentikWorld world, Authorize authorize, EndSession endSession) {
		this.world = world;
		this.authorize = authorize;
		this.endSession = endSession;
	}

	LabResponse answer(String slug, LabRequest request) {
		Row flow = this.world.tables()
			.flows()
			.find("slug", slug)
			.orElseThrow(() -> RefusedRequest.answering(Pages.notFound()));
		return switch (flow.text("designation")) {
			case "authentication" -> signIn(request);
			case "authorization" -> authorization(request);
			case "invalidation" -> this.endSession.page(flow, request);
			default -> Pages.accessDenied();
		};
	}

	private LabResponse signIn(LabRequest request) {
		if (!request.method().equals("POST")) {
			return Pages.signIn("");
		}
		Map<String, String> form = request.formParameters();
		String name = form.getOrDefault("uid_field", "");
		return this.world.people()
			.signedInBy(name, form.getOrDefault("password", ""))
			.map((user) -> welcomed(user, request))
			.orElseGet(() -> rejected(name, request));
	}

	private LabResponse welcomed(Row user, LabRequest request) {
		BrowserSessions.Session session = this.world.sessions().open(user);
		this.world.events()
			.write("login", "authentik.events.signals", user,
					AuthentikJson.object("auth_method", "password", "auth_method_args", Map.of()), request);
		return LabResponse.redirect(next(request))
			.with("Set-Cookie",
					BrowserSessions.COOKIE + "=" + session.id() + "; HttpOnly; Path=/; SameSite=None; Secure");
	}

	private LabResponse rejected(String name, LabRequest request) {
		this.world.events()
			.write("login_failed", "authentik.events.signals", null,
					AuthentikJson.object("username", name, "password", "********************"), request);
		return Pages.signIn("Invalid password");
	}

	/** Only ways within this instance are followed. */
	private String next(LabRequest request) {
		String next = request.queryParameters().getOrDefault("next", "");
		return (next.startsWith("/") && !next.startsWith("//")) ? next : this.world.webPath() + "if/user/";
	}

	private LabResponse authorization(LabRequest request) {
		AuthorizeRequest wanted = this.authorize.checked(withoutForm(request));
		Optional<BrowserSessions.Session> session = this.world.sessions().of(request);
		@Nullable Row application = this.world.tables().applicationOf(wanted.provider()).orElse(null);
		if (application == null || session.isEmpty()
				|| !new Access(this.world).granted(session.get().user(), application)) {
			return Pages.accessDenied();
		}
		return this.authorize.goesOn(wanted, application, session.get(), request);
	}

	private static LabRequest withoutForm(LabRequest request) {
		return new LabRequest("GET", request.path(), request.query(), request.headers(), new byte[0]);
	}

}
