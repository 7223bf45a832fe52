package io.github.dsmsso.lab.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

import io.github.dsmsso.lab.calls.Calls;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabResponse.Delivery;
import io.github.dsmsso.lab.time.Later;

/**
 * The ways in which a call goes wrong. Each belongs to one number of the catalogue of
 * faults; a number that stands for several ways has several constants.
 */
public enum Fault implements Disturbance {

	/** Nobody listens. */
	REFUSED("F01", none(Delivery.REFUSED)),
	/** The name is unknown to DNS. */
	NAME_UNKNOWN("F02", none(Delivery.NAME_UNKNOWN)),
	/** No connection comes about. */
	UNREACHABLE("F03", none(Delivery.UNREACHABLE)),
	/** The TLS handshake ends with an alert. */
	TLS_REFUSED("F04", none(Delivery.TLS_REFUSED)),
	/** The port answers the TLS handshake in clear text. */
	NOT_TLS("F04", none(Delivery.NOT_TLS)),
	/**
	 * The certificate is another one than before; to a client that trusts public
	 * authorities it is one that nobody vouches for.
	 */
	OTHER_CERTIFICATE("F05", none(Delivery.OTHER_CERTIFICATE)),
	/** The request is lost on its way. */
	LOST_BEFORE("F06", none(Delivery.LOST)),
	/** The request is done and the answer is lost. */
	LOST_AFTER("F07", after(delivered(Delivery.LOST))),
	/** The request is not done and no answer comes. */
	SILENT_BEFORE("F08", none(Delivery.SILENT)),
	/** The request is done and no answer comes. */
	SILENT_AFTER("F09", after(delivered(Delivery.SILENT))),
	/** The request is done five seconds after the caller has given up. */
	LATE_5("F10", late(5)),
	/** The request is done twenty seconds after the caller has given up. */
	LATE_20("F10", late(20)),
	/** The request is done 45 seconds after the caller has given up. */
	LATE_45("F10", late(45)),
	/** The request is done and the answer trickles, far too slowly. */
	SLOW_BODY("F11", after(delivered(Delivery.TRICKLED))),
	/** A proxy wants a password of its own. */
	UNAUTHORIZED("F12", page(401)),
	/** The session or the token is no longer good. */
	NOT_SIGNED_IN("F13", instead(Refusals::notSignedIn)),
	/** A permission is missing. */
	NOT_PERMITTED("F13", instead(Refusals::notPermitted)),
	/** There is no such thing. */
	NOT_FOUND("F14", instead(Refusals::notFound)),
	/** A conflict. */
	CONFLICT("F15", page(409)),
	/** Too many requests; try again, without a word when. */
	THROTTLED("F16", page(429)),
	/** Too many requests; in seven seconds. */
	THROTTLED_SECONDS("F16", throttled("7")),
	/** Too many requests; from an instant on. */
	THROTTLED_DATE("F16", throttled("Tue, 24 Nov 2026 09:00:20 GMT")),
	/** Too many requests; in thirty years. */
	THROTTLED_ABSURD("F16", throttled("999999999")),
	/** Too many requests; a second ago. */
	THROTTLED_NEGATIVE("F16", throttled("-1")),
	/** The server stumbles before the request is done. */
	SERVER_ERROR("F17", page(500)),
	/**
	 * authentik stumbles inside before the request is done, as its releases up to 2026.5
	 * tell it: its page for errors takes no writes. From 2026.8 on it is
	 * {@link #SERVER_ERROR}.
	 */
	INTERNAL_ERROR("F17", instead(Refusals::internalError)),
	/** The request is done, and the server stumbles over its answer. */
	SERVER_ERROR_AFTER("F18", after((response) -> Refusals.page(500))),
	/** A proxy gives up before the request is done. */
	BAD_GATEWAY("F19", page(502)),
	/** Not now. */
	UNAVAILABLE("F20", page(503)),
	/** The request is done, and the answer is no JSON. */
	MALFORMED("F21", after((response) -> response.withText("{\"success\": yes, 'data': [,]}"))),
	/** The request is done, and the answer says that it is a web page. */
	WRONG_CONTENT_TYPE("F22", after((response) -> LabResponse.html(response.status(), response.text()))),
	/** A web page with status 200, as of a portal that wants a sign-in first. */
	WEB_PAGE("F22", page(200)),
	/** The request is done, and half of the answer arrives as if it were all. */
	TRUNCATED_AFTER("F23",
			after((response) -> response.withText(response.text().substring(0, response.text().length() / 2)))),
	/** The request is done, and the connection ends within the answer. */
	CUT("F23", after(delivered(Delivery.CUT))),
	/** The request is done, and the answer has two megabytes. */
	GIGANTIC("F24",
			after((response) -> response
				.withText("{\"success\":true,\"data\":{\"x\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}}"))),
	/** The request is done, and the answer is nested ten thousand deep. */
	DEEP("F24",
			after((response) -> response
				.withText("{\"success\":true,\"data\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"))),
	/** The request is done, and a small answer unpacks to eight megabytes. */
	GZIP_BOMB("F24", after((response) -> response.withBody(Bomb.ZIPPED).with("Content-Encoding", "gzip"))),
	/** The way leads to another host. */
	REDIRECT("F25", instead((request) -> LabResponse.redirect("https://elsewhere.example" + request.target()))),
	/** The way leads to the same host without TLS. */
	REDIRECT_TO_HTTP("F25", instead((request) -> LabResponse.redirect("http://" + request.host() + request.target()))),
	/** The peer's own, well-formed no. */
	NOT_ACCEPTED("F26", instead(Refusals::notAccepted)),
	/** The peer's own, well-formed answer that leaves open whether it was done. */
	BUSY("F26", instead(Refusals::busy)),
	/** The request is done, and every field of the answer is missing. */
	FIELDS_MISSING("F27", after(Drift::missing)),
	/** The request is done, and every field of the answer has another name. */
	FIELDS_RENAMED("F27", after(Drift::renamed)),
	/** The request is done, and every field of the answer has another type. */
	FIELDS_OF_OTHER_TYPE("F27", after(Drift::otherType)),
	/** The request is done, and the answer has fields that nobody knows. */
	FIELDS_ADDED("F27", after(Drift::extra)),
	/** The request is done, and every field of the answer comes twice. */
	FIELDS_TWICE("F27", after(Drift::duplicate));

	private final String number;

	private final Disturbance disturbance;

	Fault(String number, Disturbance disturbance) {
		this.number = number;
		this.disturbance = disturbance;
	}

	/** Its number in the catalogue of faults, such as F07. */
	public String number() {
		return this.number;
	}

	/** All ways of one number. */
	public static List<Fault> numbered(String number) {
		return Arrays.stream(values()).filter((fault) -> fault.number.equals(number)).toList();
	}

	/**
	 * All ways in which a server fails that has been reached. The others, up to F05, keep
	 * a call from reaching it, so no server on a socket can make them.
	 */
	public static List<Fault> ofAServer() {
		return Arrays.stream(values()).filter((fault) -> fault.number.compareTo("F05") > 0).toList();
	}

	/**
	 * All ways in which an answer of the peer's own says something else than expected:
	 * what can befall a single call of several in one request.
	 */
	public static Set<Fault> ofAnAnswer() {
		return EnumSet.of(NOT_SIGNED_IN, NOT_PERMITTED, NOT_ACCEPTED, BUSY, GIGANTIC, FIELDS_MISSING, FIELDS_RENAMED,
				FIELDS_OF_OTHER_TYPE, FIELDS_ADDED);
	}

	@Override
	public LabResponse strike(LabHandler server, LabRequest request, Later later) {
		return this.disturbance.strike(server, request, later);
	}

	/** A call of DSM's WebAPI. */
	public static Predicate<LabRequest> call(String api, String method) {
		return Calls.named(api + " " + method);
	}

	/**
	 * A call of authentik's API by HTTP method and the beginning of its path below
	 * {@code /api/v3}.
	 */
	public static Predicate<LabRequest> request(String method, String path) {
		return (request) -> method.equals(request.method()) && request.path().startsWith("/api/v3" + path);
	}

	private static Disturbance none(Delivery reason) {
		return instead((request) -> LabResponse.none(reason));
	}

	private static Disturbance page(int status) {
		return instead((request) -> Refusals.page(status));
	}

	private static Disturbance throttled(String retryAfter) {
		return instead((request) -> Refusals.page(429).with("Retry-After", retryAfter));
	}

	private static Disturbance instead(Function<LabRequest, LabResponse> answer) {
		return (server, request, later) -> answer.apply(request);
	}

	private static Disturbance after(UnaryOperator<LabResponse> spoil) {
		return (server, request, later) -> spoil.apply(server.handle(request));
	}

	private static UnaryOperator<LabResponse> delivered(Delivery delivery) {
		return (response) -> response.delivered(delivery);
	}

	private static Disturbance late(int seconds) {
		Duration delay = Deadline.OF_THE_WIZARD.plusSeconds(seconds);
		return (server, request, later) -> {
			later.after(delay, () -> server.handle(request));
			return LabResponse.none(Delivery.SILENT);
		};
	}

	/** A holder, because a constant of the enum itself does not exist in time. */
	private static final class Deadline {

		static final Duration OF_THE_WIZARD = Duration.ofSeconds(15);

	}

	/** Packed once, because packing is slow. */
	private static final class Bomb {

		static final byte[] ZIPPED = zipped(" ".repeat(8 * 1024 * 1024));

		private static byte[] zipped(String text) {
			ByteArrayOutputStream packed = new ByteArrayOutputStream();
			try (GZIPOutputStream stream = new GZIPOutputStream(packed)) {
				stream.write(text.getBytes(StandardCharsets.US_ASCII));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			return packed.toByteArray();
		}

	}

}
