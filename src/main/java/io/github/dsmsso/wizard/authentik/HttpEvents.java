package io.github.dsmsso.wizard.authentik;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

final class HttpEvents implements Events {

	/** Enough for the minutes of one run, even on a busy authentik. */
	private static final int MOST_PAGES = 5;

	private static final List<String> FAILURES = List.of("login_failed", "configuration_error",
			"property_mapping_exception");

	private final Resource events;

	private final AuthentikCapabilities capabilities;

	HttpEvents(Resource events, AuthentikCapabilities capabilities) {
		this.events = events;
		this.capabilities = capabilities;
	}

	@Override
	public List<AuthentikEvent> authorizationsSince(String applicationPk, Instant since) {
		String application = Resource.parameter("context_authorized_app", applicationPk.replace("-", ""));
		return Api.await(since(since, "authorize_application", "&" + application).collectList());
	}

	@Override
	public List<AuthentikEvent> failuresSince(Instant since) {
		return Api.await(Flux.fromIterable(FAILURES)
			.flatMapSequential((action) -> since(since, action, ""))
			.collectSortedList(Comparator.comparing(AuthentikEvent::created).reversed()));
	}

	/**
	 * There is no filter by date: pages come newest first, until one goes too far back.
	 */
	private Flux<AuthentikEvent> since(Instant since, String action, String filter) {
		String query = actionFilter(action) + filter + "&ordering=-created";
		return page(query, 1).expand((page) -> next(query, page))
			.take(MOST_PAGES)
			.flatMapIterable(EventPage::events)
			.takeWhile((event) -> !event.created().isBefore(since))
			.filter((event) -> event.action().equals(action));
	}

	private Mono<EventPage> next(String query, EventPage page) {
		return (page.next() > 0) ? page(query, page.next()) : Mono.empty();
	}

	private Mono<EventPage> page(String query, int number) {
		return this.events.page(query, number)
			.map((page) -> new EventPage(page.objects("results").stream().map(HttpEvents::read).toList(),
					page.object("pagination").number("next")));
	}

	/** {@code action} finds every action that contains the text. */
	private String actionFilter(String action) {
		return (this.capabilities.hasExactActionFilter() ? "actions=" : "action=") + action;
	}

	private static AuthentikEvent read(Fields event) {
		return new AuthentikEvent(event.text("action"), who(event), event.moment("created"),
				textIn(event, "context", "message"));
	}

	/**
	 * Whoever could not sign in is an anonymous user, and the name that was entered is in
	 * the context.
	 */
	private static String who(Fields event) {
		String entered = event.text("action").equals("login_failed") ? textIn(event, "context", "username") : "";
		return entered.isEmpty() ? textIn(event, "user", "username") : entered;
	}

	private static String textIn(Fields event, String object, String field) {
		return event.has(object) ? event.object(object).textIfAny(field) : "";
	}

	private record EventPage(List<AuthentikEvent> events, int next) {

	}

}
