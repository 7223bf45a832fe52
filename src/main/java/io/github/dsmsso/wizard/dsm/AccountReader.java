package io.github.dsmsso.wizard.dsm;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.dsm.DsmAccount.Source;
import io.github.dsmsso.wizard.shared.ProblemException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads the accounts of a NAS, page by page, who of them administers it, and who of them
 * may open its desktop.
 */
final class AccountReader {

	private static final int PAGE = 1000;

	/** So many pages are read at a time. */
	private static final int SIDE_BY_SIDE = 3;

	/** Far beyond what any NAS holds. */
	private static final int MOST_PAGES = 200;

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/M/d");

	private final WebApiCalls api;

	private final Clock clock;

	AccountReader(WebApiCalls api, Clock clock) {
		this.api = api;
		this.clock = clock;
	}

	Mono<DsmAccounts> accounts() {
		return Mono.zip(listed(Source.LOCAL), ofDirectory(), members("administrators"), rules()).map((read) -> {
			List<DsmAccount> all = new ArrayList<>(read.getT1().accounts());
			all.addAll(read.getT2().accounts());
			return new DsmAccounts(all, read.getT3(), read.getT1().isWhole() && read.getT2().isWhole(),
					read.getT4().map((rules) -> privileges(all, rules)).orElse(Map.of()));
		});
	}

	private static Map<String, AppPrivilege> privileges(List<DsmAccount> accounts, AppRules rules) {
		return accounts.stream()
			.map(DsmAccount::name)
			.distinct()
			.collect(Collectors.toMap((name) -> name, rules::privilegeOf));
	}

	/**
	 * The rules of the application DSM; empty where they cannot be read, for whatever
	 * reason: nothing fails for want of them.
	 */
	private Mono<Optional<AppRules>> rules() {
		return this.api.call(DsmCall.LIST_APP_RULES, Parameters.none().with("app_id", AppRules.DESKTOP))
			.map(AppRules::of)
			.flatMap(this::withMembers)
			.map(Optional::of)
			.onErrorResume(ProblemException.class, (ex) -> Mono.just(Optional.empty()));
	}

	/** Asks for members only where a rule is about a group, which is seldom. */
	private Mono<AppRules> withMembers(AppRules rules) {
		return Flux.fromIterable(rules.groups())
			.flatMapSequential((group) -> members(group).map((members) -> Map.entry(group, members))
				.onErrorResume(ProblemException.class, (ex) -> Mono.empty()))
			.collectMap(Map.Entry::getKey, Map.Entry::getValue)
			.map(rules::withMembers);
	}

	/**
	 * The accounts of the directory; none where DSM does not list them, for instance with
	 * 2626 while it is still fetching them.
	 */
	private Mono<Listing> ofDirectory() {
		return new NasReader(this.api).directory().flatMap((directory) -> switch (directory) {
			case NONE -> Mono.just(Listing.EMPTY);
			case DOMAIN -> ifListed(Source.DOMAIN);
			case LDAP -> ifListed(Source.LDAP);
			case UNKNOWN -> Mono.just(Listing.REFUSED);
		});
	}

	private Mono<Listing> ifListed(Source source) {
		return WebApiCalls.ifNotRefused(listed(source)).map((listed) -> listed.orElse(Listing.REFUSED));
	}

	/**
	 * An account that is made meanwhile moves others to the next page, where they come
	 * once more: each is listed once.
	 */
	private Mono<Listing> listed(Source source) {
		return pages(DsmCall.LIST_USERS,
				Parameters.none()
					.with("type", source.name().toLowerCase(Locale.ROOT))
					.with("additional", List.of("email", "expired")))
			.map((pages) -> new Listing(users(pages).map((user) -> account(user, source)).distinct().toList(),
					promised(pages)));
	}

	private Mono<Set<String>> members(String group) {
		return pages(DsmCall.LIST_MEMBERS, Parameters.none().with("group", group).with("ingroup", true))
			.map((pages) -> users(pages).map((user) -> user.text("name")).collect(Collectors.toSet()));
	}

	private static Stream<DsmData> users(List<Page> pages) {
		return pages.stream().flatMap((page) -> page.users().stream());
	}

	private static long promised(List<Page> pages) {
		return pages.get(pages.size() - 1).total();
	}

	/**
	 * The first page tells how many there are, and the others are read side by side. What
	 * is added meanwhile comes at the end.
	 */
	private Mono<List<Page>> pages(DsmCall call, Parameters parameters) {
		return page(call, parameters, 0).flatMapMany((first) -> first.isLast() ? Flux.just(first)
				: Flux.concat(Flux.just(first), afterFirst(call, parameters, first)))
			.collectList();
	}

	private Flux<Page> afterFirst(DsmCall call, Parameters parameters, Page first) {
		long more = Math.min((first.total() - 1) / first.next(), MOST_PAGES);
		return Flux.range(1, (int) more)
			.map((number) -> number * first.next())
			.flatMapSequential((offset) -> upTo(offset + first.next(), call, parameters, offset), SIDE_BY_SIDE);
	}

	/** A page that comes short is read on. */
	private Flux<Page> upTo(int end, DsmCall call, Parameters parameters, int offset) {
		return page(call, parameters, offset).expand(
				(page) -> (page.isLast() || page.next() >= end) ? Mono.empty() : page(call, parameters, page.next()));
	}

	private Mono<Page> page(DsmCall call, Parameters parameters, int offset) {
		return this.api.call(call, parameters.with("offset", offset).with("limit", PAGE))
			.map((data) -> new Page(offset, data.list("users"), data.number("total").orElse(0L)));
	}

	private DsmAccount account(DsmData user, Source source) {
		return new DsmAccount(user.text("name"), user.textOr("email", ""), isEnabled(user.textOr("expired", "normal")),
				source);
	}

	private boolean isEnabled(String expired) {
		try {
			return expired.equals("normal") || LocalDate.parse(expired, DAY).isAfter(LocalDate.now(this.clock));
		}
		catch (DateTimeParseException ex) {
			return false;
		}
	}

	/**
	 * Accounts of one kind.
	 *
	 * @param accounts each of them once
	 * @param promised how many DSM says there are
	 */
	private record Listing(List<DsmAccount> accounts, long promised) {

		private static final Listing EMPTY = new Listing(List.of(), 0);

		private static final Listing REFUSED = new Listing(List.of(), 1);

		boolean isWhole() {
			return this.accounts.size() >= this.promised;
		}

	}

	private record Page(int offset, List<DsmData> users, long total) {

		boolean isLast() {
			return this.users.isEmpty() || next() >= this.total;
		}

		int next() {
			return this.offset + this.users.size();
		}

	}

}
