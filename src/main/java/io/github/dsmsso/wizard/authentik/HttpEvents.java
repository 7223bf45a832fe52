package io.github.dsmsso.wizard.authentik;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

final class HttpEvents implements Events {

	/** Enough for the minutes of one run, even on a busy authentik. */
	private static final int MOST_PAGES = 5;

	private static final String LET_IN = "authorize_application";

	private static final List<String> FAILURES = List.of("login_failed", "configuration_error",
			"property_mapping_exception");

	private final Resource events;

	private final AuthentikCapabilities capabilities;

	HttpEvents(Resource events, AuthentikCapabilities capabilities) {
		this.events = events;
		this.capabilities = capabilities;
	}

	@Override
	public SignInEvents signInsSince(String applicationPk, Instant since) {
		String application = applicationPk.replace("-", "");
		return Api.await(entries(since, application).collectList()
			.map((entries) -> new SignInEvents(
					ofAction(entries, List.of(LET_IN)).filter((entry) -> entry.isAbout(application))
						.map(Entry::event)
						.toList(),
					ofAction(entries, FAILURES).map(Entry::event)
						.sorted(Comparator.comparing(AuthentikEvent::created).reversed())
						.toList())));
	}

	private static Stream<Entry> ofAction(List<Entry> entries, List<String> actions) {
		return entries.stream().filter((entry) -> actions.contains(entry.event().action()));
	}

	/**
	 * {@code action} finds every action that contains the text, and takes but one;
	 * {@code actions} takes several and is exact.
	 */
	private Flux<Entry> entries(Instant since, String application) {
		if (this.capabilities.hasExactActionFilter()) {
			return since(since,
					Stream.concat(Stream.of(LET_IN), FAILURES.stream())
						.map((action) -> "actions=" + action)
						.collect(Collectors.joining("&")));
		}
		String letIn = "action=" + LET_IN + "&" + Resource.parameter("context_authorized_app", application);
		return Flux.concat(Flux.just(letIn), Flux.fromIterable(FAILURES).map((action) -> "action=" + action))
			.flatMapSequential((filter) -> since(since, filter));
	}

	/**
	 * There is no filter by date: pages come newest first, until one goes too far back.
	 */
	private Flux<Entry> since(Instant since, String filter) {
		String query = filter + "&ordering=-created";
		return page(query, 1).expand((page) -> next(query, page))
			.take(MOST_PAGES)
			.flatMapIterable(EventPage::entries)
			.takeWhile((entry) -> !entry.event().created().isBefore(since));
	}

	private Mono<EventPage> next(String query, EventPage page) {
		return (page.next() > 0) ? page(query, page.next()) : Mono.empty();
	}

	private Mono<EventPage> page(String query, int number) {
		return this.events.page(query, number)
			.map((page) -> new EventPage(page.objects("results").stream().map(HttpEvents::read).toList(),
					page.object("pagination").number("next")));
	}

	private static Entry read(Fields event) {
		return new Entry(new AuthentikEvent(event.text("action"), who(event), event.moment("created"),
				textIn(event, "context", "message")), application(event));
	}

	/** The key of the application that somebody was let into, in whichever notation. */
	private static String application(Fields event) {
		Fields context = event.has("context") ? event.object("context") : event;
		return textIn(context, "authorized_application", "pk").replace("-", "");
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

	private record EventPage(List<Entry> entries, int next) {

	}

	/** An event, and the application it is about. */
	private record Entry(AuthentikEvent event, String application) {

		boolean isAbout(String wanted) {
			return this.application.equals(wanted);
		}

	}

}
