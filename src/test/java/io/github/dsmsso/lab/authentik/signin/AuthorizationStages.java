package io.github.dsmsso.lab.authentik.signin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.dsmsso.lab.authentik.api.Pages;
import io.github.dsmsso.lab.authentik.rights.Access;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.StageKind;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.authentik.world.BrowserSessions;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;

/**
 * The stages of an authorization flow, and how far people have come in it. A stage that
 * policies are bound to is left out for those whom the policies do not let pass.
 */
final class AuthorizationStages {

	private final AuthentikWorld world;

	/** How many stages were passed, by the session and the request. */
	private final Map<String, Integer> passed = new HashMap<>();

	AuthorizationStages(AuthentikWorld world) {
		this.world = world;
	}

	/** Whether people who are signed in may begin the flow at all. */
	boolean admits(Row flow, Row user) {
		return switch (flow.text("authentication")) {
			case "none", "require_authenticated" -> true;
			case "require_superuser" -> this.world.people().isSuperuser(user);
			default -> false;
		};
	}

	/** Whether the flow goes through without a page. */
	boolean ask(Row flow, Row application, Row user) {
		return !admits(flow, user) || next(stages(flow, user), 0, application, user).isPresent();
	}

	/** Whether nobody in the place of this user comes to the end of the flow. */
	boolean deny(Row flow, Row user) {
		return !admits(flow, user) || stages(flow, user).stream().anyMatch((stage) -> denies(stage, user));
	}

	/**
	 * The page of the next stage; empty where there is none left.
	 * @param request what the page of the stage before has sent, or what begins the flow
	 */
	Optional<LabResponse> page(Row flow, AuthorizeRequest wanted, Row application, BrowserSessions.Session session,
			LabRequest request) {
		Row user = session.user();
		List<Row> stages = stages(flow, user);
		String walk = session.id() + "?" + request.query();
		int at = next(stages, this.passed.getOrDefault(walk, 0), application, user).orElse(stages.size());
		if (request.method().equals("POST") && at < stages.size()) {
			if (!isPassed(stages.get(at), request, user)) {
				return Optional.of(shown(stages.get(at), application, user));
			}
			if (kind(stages.get(at)) == StageKind.CONSENT) {
				this.world.sessions().consents(user, application, wanted.scopes());
			}
			at = next(stages, at + 1, application, user).orElse(stages.size());
		}
		this.passed.put(walk, at);
		if (at == stages.size()) {
			this.passed.remove(walk);
			return Optional.empty();
		}
		return Optional.of(shown(stages.get(at), application, user));
	}

	private List<Row> stages(Row flow, Row user) {
		return this.world.tables()
			.stageBindingsOf(flow)
			.stream()
			.filter((binding) -> new Access(this.world).applies(user, binding))
			.flatMap((binding) -> this.world.tables().stage(binding.get("stage")).stream())
			.toList();
	}

	/** The first stage from there on that does not let the user pass unasked. */
	private Optional<Integer> next(List<Row> stages, int from, Row application, Row user) {
		for (int at = from; at < stages.size(); at++) {
			if (asks(stages.get(at), application, user)) {
				return Optional.of(at);
			}
		}
		return Optional.empty();
	}

	private boolean asks(Row stage, Row application, Row user) {
		return switch (kind(stage)) {
			case CONSENT ->
				stage.is("mode", "always_require") || !this.world.sessions().hasConsented(user, application);
			case AUTHENTICATOR -> hasDevice(user) || !stage.is("not_configured_action", "skip");
			case PASSWORD, DENY -> true;
		};
	}

	private boolean denies(Row stage, Row user) {
		return switch (kind(stage)) {
			case DENY -> true;
			case AUTHENTICATOR -> !hasDevice(user) && stage.is("not_configured_action", "deny");
			case CONSENT, PASSWORD -> false;
		};
	}

	private boolean isPassed(Row stage, LabRequest request, Row user) {
		Map<String, String> form = request.formParameters();
		return switch (kind(stage)) {
			case CONSENT -> true;
			case PASSWORD ->
				this.world.people().signedInBy(user.text("username"), form.getOrDefault("password", "")).isPresent();
			case AUTHENTICATOR -> hasDevice(user) && user.is("device_code", form.get("code"));
			case DENY -> false;
		};
	}

	private LabResponse shown(Row stage, Row application, Row user) {
		if (denies(stage, user)) {
			return Pages.accessDenied();
		}
		return switch (kind(stage)) {
			case CONSENT -> Pages.consent(application.text("name"));
			case PASSWORD -> Pages.password();
			case AUTHENTICATOR -> hasDevice(user) ? Pages.code() : Pages.setUpDevice();
			case DENY -> Pages.accessDenied();
		};
	}

	private StageKind kind(Row stage) {
		return this.world.tables().kindOf(stage.pk());
	}

	private static boolean hasDevice(Row user) {
		return user.get("device_code") != null;
	}

}
