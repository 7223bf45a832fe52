package io.github.dsmsso.lab.authentik.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.GrantTypes;
import io.github.dsmsso.lab.authentik.store.RefusedRequest;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.TimeFormats;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.authentik.world.Origin;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/**
 * {@code /application/o/device/}: the codes of devices that have no browser
 * ({@code authentik/providers/oauth2/views/device_backchannel.py}). A new instance has no
 * flow for them, so that nobody can confirm one: the page for it is not found, and every
 * code waits until it is over.
 */
final class DeviceCodes {

	/** {@code throttle.providers.oauth2.device}, by its default. */
	private static final int AN_HOUR = 20;

	/**
	 * A code that nobody has confirmed.
	 */
	private record Waiting(Row provider, Instant expires) {
	}

	private final AuthentikWorld world;

	private final Map<String, Waiting> codes = new HashMap<>();

	private final Deque<Instant> asked = new ArrayDeque<>();

	DeviceCodes(AuthentikWorld world) {
		this.world = world;
	}

	LabResponse answer(LabRequest request) {
		if (isAskedTooOften()) {
			throw refusal(429, "slow_down");
		}
		Row provider = provider(request).orElseThrow(() -> refusal(400, "invalid_client"));
		Duration validity = TimeFormats.duration(provider.text("access_code_validity"));
		String code = this.world.randomness().lettersAndDigits(128);
		this.codes.put(code, new Waiting(provider, this.world.now().plus(validity)));
		String userCode = this.world.randomness().digits(9);
		String page = Origin.of(this.world, request).url("device");
		LabResponse answer = AuthentikJson.response(200,
				AuthentikJson.object("device_code", code, "verification_uri", page, "verification_uri_complete",
						page + "?code=" + userCode, "user_code", userCode, "expires_in", validity.toSeconds(),
						"interval", 5));
		return tellsErrors() ? OAuthErrors.uncached(answer) : answer;
	}

	private boolean isAskedTooOften() {
		Instant now = this.world.now();
		this.asked.removeIf((at) -> at.isBefore(now.minus(Duration.ofHours(1))));
		if (this.asked.size() >= AN_HOUR) {
			return true;
		}
		return !this.asked.add(now);
	}

	private Optional<Row> provider(LabRequest request) {
		@Nullable String id = tellsErrors() ? ClientAuthentication.of(request).id() : request.formParameters().get("client_id");
		return this.world.tables()
			.providers()
			.find("client_id", (id != null) ? id : "")
			.filter((provider) -> this.world.tables().applicationOf(provider).isPresent()
					&& GrantTypes.allowed(this.world.version(), provider, GrantTypes.DEVICE));
	}

	private boolean tellsErrors() {
		return this.world.version().has(Behaviour.DEVICE_ERRORS_IN_JSON);
	}

	private RefusedRequest refusal(int status, String error) {
		return tellsErrors() ? new OAuthErrors(this.world).refusal(status, error)
				: RefusedRequest.answering(LabResponse.html(status, ""));
	}

	/** Why the token endpoint has nothing for the code that it is asked with. */
	RefusedRequest notConfirmed(Row provider, LabRequest request) {
		boolean waits = Optional.ofNullable(this.codes.get(request.formParameters().getOrDefault("device_code", "")))
			.filter((code) -> code.provider() == provider && code.expires().isAfter(this.world.now()))
			.isPresent();
		return new OAuthErrors(this.world).refusal(400, waits ? "authorization_pending" : "invalid_grant");
	}

}
