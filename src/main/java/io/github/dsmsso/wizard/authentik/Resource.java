package io.github.dsmsso.wizard.authentik;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.github.dsmsso.wizard.authentik.AuthentikException.Reason;
import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.ApiFailure.Kind;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.web.util.UriUtils;

/**
 * The objects of one kind, below their path in authentik's API.
 */
final class Resource {

	/** The most that authentik gives since 2025.12; an administrator may allow less. */
	/** The most that authentik gives at a time. */
	static final int PAGE_SIZE = 100;

	private static final int PAGES_AT_ONCE = 4;

	/** More than any directory a NAS could serve. */
	private static final int MOST_PAGES = 500;

	private final Api api;

	private final String path;

	private final ObjectKind kind;

	Resource(Api api, String path, ObjectKind kind) {
		this.api = api;
		this.path = path;
		this.kind = kind;
	}

	/**
	 * Every object that a query finds, to its last page. One that is made meanwhile moves
	 * others to the next page, where they come once more: each is listed once.
	 */
	<T> Mono<List<T>> list(String query, Function<Fields, T> reader) {
		return page(query, 1).flatMapMany((first) -> Flux.concat(Flux.just(first), pagesAfter(first, query)))
			.flatMapIterable((page) -> page.objects("results"))
			.map(reader)
			.distinct()
			.collectList();
	}

	/** One page of a query, counted from 1. */
	Mono<Fields> page(String query, int number) {
		return this.api
			.list(this.path + "?" + query + "&page=" + number + "&page_size=" + PAGE_SIZE, this.kind.permission("view"))
			.map(Reply::body)
			.onErrorMap(Resource::isTooLarge, this::tooLarge);
	}

	private static boolean isTooLarge(Throwable error) {
		return error instanceof ApiException unread && unread.failure().kind() == Kind.TOO_LARGE;
	}

	private ApiException tooLarge(Throwable error) {
		return new ApiException(((ApiException) error).failure(),
				AuthentikProblem.LIST_TOO_LARGE.about("/api/v3/" + this.path));
	}

	/**
	 * One of many pages: what a busy server has not answered in time is asked for once
	 * more, so that a list of fifty pages does not fail for one.
	 */
	private Mono<Fields> oneOfMany(String query, int number) {
		return page(query, number).onErrorResume(Resource::isNotAnswered, (error) -> page(query, number));
	}

	private static boolean isNotAnswered(Throwable error) {
		return error instanceof ApiException unread
				&& (unread.failure().kind() == Kind.TOO_SLOW || unread.failure().kind() == Kind.ANSWER_LOST);
	}

	/** Once the first page has told how many there are, the others come side by side. */
	private Flux<Fields> pagesAfter(Fields first, String query) {
		Fields pagination = first.object("pagination");
		if (pagination.number("next") == 0) {
			return Flux.empty();
		}
		int last = pagination.number("total_pages");
		if (last < 2 || last > MOST_PAGES) {
			return Flux.error(first.unreadable("pagination"));
		}
		return Flux.range(2, last - 1).flatMapSequential((number) -> oneOfMany(query, number), PAGES_AT_ONCE);
	}

	/** Reads below the path: an object, an action of one, or a query. */
	Mono<Fields> get(String relative) {
		return this.api.get(this.path + relative, this.kind.permission("view")).map(Reply::body);
	}

	/** One object; empty where there is none. */
	Optional<Fields> find(Object id) {
		return get(at(id)).onErrorResume(Resource::isGone, (gone) -> Mono.empty()).blockOptional();
	}

	/**
	 * What the token may ask; empty where it may not, or where the one it asks for is
	 * refused.
	 */
	Optional<Fields> answerIfAllowed(String relative) {
		return get(relative)
			.onErrorResume((error) -> is(error, Reason.PERMISSION_MISSING) || is(error, Reason.FIELD_REFUSED),
					(refused) -> Mono.empty())
			.blockOptional();
	}

	Fields create(Map<String, ?> body) {
		return createBy("", body);
	}

	/** Creates by an action of the resource. */
	Fields createBy(String action, Map<String, ?> body) {
		return Api.await(
				this.api.send(HttpMethod.POST, this.path + action, body, this.kind.permission("add")).map(Reply::body));
	}

	Fields update(Object id, Map<String, ?> body) {
		return Api.await(this.api.send(HttpMethod.PATCH, this.path + at(id), body, this.kind.permission("change"))
			.map(Reply::body));
	}

	/** Deletes an object; one that is gone already is as wanted. */
	void delete(Object id) {
		this.api.delete(this.path + at(id), this.kind.permission("delete"))
			.map(Reply::requireSuccess)
			.onErrorResume(Resource::isGone, (gone) -> Mono.empty())
			.block();
	}

	/** The right to view these objects where the token lacks it, told by a read. */
	Mono<String> missingRightToView(String relative) {
		return get(relative).flatMap((seen) -> Mono.<String>empty())
			.onErrorResume(Resource::isGone, (gone) -> Mono.empty())
			.onErrorResume((error) -> is(error, Reason.PERMISSION_MISSING),
					(forbidden) -> Mono.just(this.kind.permission("view")));
	}

	/** The relative path of one object. */
	static String at(Object id) {
		return UriUtils.encodePathSegment(id.toString(), StandardCharsets.UTF_8) + "/";
	}

	/** An encoded parameter of a query. */
	static String parameter(String name, Object value) {
		return name + "=" + UriUtils.encodeQueryParam(value.toString(), StandardCharsets.UTF_8);
	}

	private static boolean isGone(Throwable error) {
		return is(error, Reason.NOT_FOUND);
	}

	private static boolean is(Throwable error, Reason reason) {
		return error instanceof AuthentikException refusal && refusal.reason() == reason;
	}

}
