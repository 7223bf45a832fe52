package io.github.dsmsso.wizard.accounts;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.github.dsmsso.wizard.accounts.Person.Verdict;
import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.shared.ProblemException;
import io.github.dsmsso.wizard.shared.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Asks authentik about those people whose sign-in cannot be reckoned and who might have a
 * DSM account: {@code preview_user} for the name that DSM gets, {@code check_access} for
 * whether they may. There are {@value #MOST_CALLS} calls at most, a few of them side by
 * side; what stays unasked is not known.
 */
public final class Inquiry {

	/** How many calls there are at most. */
	public static final int MOST_CALLS = 100;

	private static final int AT_ONCE = 6;

	private final AuthentikClient authentik;

	private final Everyone everyone;

	private final PeopleQuestion question;

	private final Listener listener;

	private final AtomicInteger asked = new AtomicInteger();

	private final AtomicInteger answered = new AtomicInteger();

	private Inquiry(AuthentikClient authentik, Everyone everyone, PeopleQuestion question, Listener listener) {
		this.authentik = authentik;
		this.everyone = everyone;
		this.question = question;
		this.listener = listener;
	}

	/** Asks what has to be asked, and tells how it goes on. */
	public static AuthentikAnswers ask(AuthentikClient authentik, Everyone everyone, PeopleQuestion question,
			Listener listener) {
		return new Inquiry(authentik, everyone, question, listener).ask();
	}

	private AuthentikAnswers ask() {
		AuthentikAnswers nothing = new AuthentikAnswers(Map.of(), Map.of(), accessObstacle(), nameObstacle());
		return withAccess(withNames(nothing));
	}

	private @Nullable Unasked accessObstacle() {
		if (this.question.access().application() == null) {
			return Unasked.NOT_THERE_YET;
		}
		return this.authentik.owner().superuser() ? null : Unasked.TOKEN;
	}

	private @Nullable Unasked nameObstacle() {
		if (this.question.name().provider() == null) {
			return Unasked.NOT_THERE_YET;
		}
		if (!this.authentik.capabilities().previewsOtherUsers()) {
			return Unasked.RELEASE;
		}
		return this.question.name().arePreviewed() ? null : Unasked.OTHER_SCOPES;
	}

	/** The first is asked alone: a token that may not ask is told so once. */
	private AuthentikAnswers withNames(AuthentikAnswers answers) {
		if (answers.noNames() != null || this.question.name().reckoning() != null) {
			return answers;
		}
		List<AuthentikUser> candidates = candidates(answers);
		Map<Integer, String> names = askEach(candidates.stream().limit(1).toList(), this::nameOf);
		if (names.isEmpty() && !this.authentik.owner().superuser()) {
			return answers.withoutNames(Unasked.PREVIEW_RIGHT);
		}
		names.putAll(askEach(candidates.stream().skip(1).limit(mostNames() - 1).toList(), this::nameOf));
		return answers.withNames(names);
	}

	/** Where access has to be asked too, each takes two calls. */
	private int mostNames() {
		AccessRules access = this.question.access();
		boolean reckoned = access.canBeReckoned() || access.areUnbound();
		return reckoned ? MOST_CALLS : MOST_CALLS / 2;
	}

	private AuthentikAnswers withAccess(AuthentikAnswers answers) {
		if (answers.noAccess() != null) {
			return answers;
		}
		PeopleMatcher matcher = matcher(answers);
		Admission admission = new Admission(this.everyone, this.question.access(), answers);
		List<AuthentikUser> open = this.everyone.people()
			.stream()
			.filter((user) -> admission.of(user) == Admission.Answer.UNKNOWN && admission.wouldTell(user))
			.filter((user) -> mightGetIn(matcher.person(user).verdict()))
			.sorted(Comparator.comparing((user) -> matcher.person(user).verdict()))
			.limit(MOST_CALLS - this.asked.get())
			.toList();
		return answers.withAccess(askEach(open, this::mayUse));
	}

	private static boolean mightGetIn(Verdict verdict) {
		return verdict.outlook() == Person.Outlook.PERHAPS && verdict != Verdict.NAME_NOT_KNOWN;
	}

	/** Those who may get in, the ones with a resembling DSM account first. */
	private List<AuthentikUser> candidates(AuthentikAnswers answers) {
		AccountFinder finder = new AccountFinder(this.everyone.dsm(), this.question.localAllowed());
		Admission admission = new Admission(this.everyone, this.question.access(), answers);
		return this.everyone.people()
			.stream()
			.filter((user) -> user.active() && admission.of(user) != Admission.Answer.NO)
			.sorted(Comparator.comparing((user) -> finder.find(new AccountName(user.username())).verdict()))
			.toList();
	}

	private PeopleMatcher matcher(AuthentikAnswers answers) {
		return new PeopleMatcher(new Population(this.everyone, this.question, answers));
	}

	private Optional<String> nameOf(AuthentikUser user) {
		NameRules rules = this.question.name();
		return Optional.ofNullable(rules.provider())
			.flatMap((provider) -> this.authentik.providers().previewUser(provider, user.pk()))
			.map((preview) -> preview.claim(rules.claim()).orElse(""));
	}

	private Optional<Boolean> mayUse(AuthentikUser user) {
		return Optional.ofNullable(this.question.access().application())
			.flatMap((slug) -> this.authentik.applications().checkAccess(slug, user.pk()));
	}

	private <T> Map<Integer, T> askEach(List<AuthentikUser> users, Function<AuthentikUser, Optional<T>> ask) {
		Queue<AuthentikUser> waiting = new ConcurrentLinkedQueue<>(users);
		Map<Integer, T> answers = new ConcurrentHashMap<>();
		int all = this.asked.get() + users.size();
		this.listener.answered(this.answered.get(), all);
		List<Reading<Boolean>> askers = IntStream.range(0, Math.min(AT_ONCE, users.size()))
			.mapToObj((asker) -> Reading.start(() -> askOn(waiting, answers, ask, all)))
			.toList();
		askers.forEach(Reading::get);
		return answers;
	}

	/** An answer that stays away is the last that is waited for here. */
	private <T> boolean askOn(Queue<AuthentikUser> waiting, Map<Integer, T> answers,
			Function<AuthentikUser, Optional<T>> ask, int all) {
		for (AuthentikUser user = waiting.poll(); user != null; user = waiting.poll()) {
			this.asked.incrementAndGet();
			Optional<T> answer = answerTo(ask, user);
			this.listener.answered(this.answered.incrementAndGet(), all);
			if (answer.isEmpty()) {
				return false;
			}
			answers.put(user.pk(), answer.get());
		}
		return true;
	}

	private static <T> Optional<T> answerTo(Function<AuthentikUser, Optional<T>> ask, AuthentikUser user) {
		try {
			return ask.apply(user);
		}
		catch (ProblemException ex) {
			return Optional.empty();
		}
	}

	/** Hears how far the asking is. */
	public interface Listener {

		/** Nobody listens. */
		Listener NONE = (answered, all) -> {
		};

		/**
		 * One more was answered, or more are about to be asked; called from several
		 * threads.
		 * @param answered how many questions were answered so far
		 * @param all how many are known to be asked
		 */
		void answered(int answered, int all);

	}

}
