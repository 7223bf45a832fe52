package io.github.dsmsso.lab.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** What may stand in front of a server and answer in its place. */
public enum Gateway {

	/** Nothing. */
	NONE(null),
	/** A portal that wants a sign-in on a page of its own, as Authelia does. */
	FORWARD_AUTH((request) -> LabResponse.redirect("https://login.example.org/?rd="
			+ URLEncoder.encode("https://" + request.host() + request.target(), StandardCharsets.UTF_8) + "&rm=GET")),
	/** A proxy that wants a password. */
	PASSWORD((request) -> LabResponse.html(401, page("401 Authorization Required"))
		.with("WWW-Authenticate", "Basic realm=\"Restricted\"")),
	/** A protection service that wants to see a browser. */
	CHALLENGE((request) -> LabResponse.html(403, page("Just a moment..."))
		.with("Server", "cloudflare")
		.with("cf-mitigated", "challenge")),
	/** The same, when it has been asked often. */
	CHALLENGE_429((request) -> LabResponse.html(429, page("Just a moment..."))
		.with("Server", "cloudflare")
		.with("cf-mitigated", "challenge")),
	/** A proxy that wants a certificate of whoever calls, as nginx says it. */
	CLIENT_CERTIFICATE((request) -> LabResponse.html(400, page("400 No required SSL certificate was sent"))
		.with("Server", "nginx")),
	/** A firewall that refuses. */
	BLOCK((request) -> LabResponse.html(403, page("403 Forbidden")).with("Server", "nginx"));

	private final @Nullable Function<LabRequest, LabResponse> answer;

	Gateway(@Nullable Function<LabRequest, LabResponse> answer) {
		this.answer = answer;
	}

	/** One for each, by its name, that puts it in front of something. */
	public static Map<String, Runnable> ways(Consumer<Gateway> put) {
		Map<String, Runnable> ways = new LinkedHashMap<>();
		for (Gateway gateway : values()) {
			ways.put(gateway.name().toLowerCase(Locale.ROOT).replace('_', '-'), () -> put.accept(gateway));
		}
		return ways;
	}

	/** What it answers; empty where it lets the request pass. */
	public Optional<LabResponse> answer(LabRequest request) {
		return Optional.ofNullable(this.answer).map((known) -> known.apply(request));
	}

	private static String page(String title) {
		return "<!doctype html><html><title>" + title + "</title><h1>" + title + "</h1></html>";
	}

}
