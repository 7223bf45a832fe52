package io.github.dsmsso.wizard.dsm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.github.dsmsso.wizard.dsm.CompoundRequest.Member;
import io.github.dsmsso.wizard.dsm.CompoundRequest.MemberAnswer;
import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.shared.ProblemException;
import reactor.core.publisher.Mono;

/**
 * Reads that go out in one request: everything that is called for before the first answer
 * is waited for. What is called for later goes by itself.
 * <p>
 * Each read is judged by itself. That DSM treats a member of a compound as it treats the
 * same call alone is only assumed, so what it refuses there is asked for once more alone,
 * and a DSM that refuses a member or the whole wrongly is asked one by one from then on.
 */
final class ReadsTogether implements WebApiCalls {

	private final WebApi api;

	private final List<Member> members = new ArrayList<>();

	private final Mono<List<MemberAnswer>> answers = Mono.defer(this::send).cache();

	private volatile boolean sent;

	ReadsTogether(WebApi api) {
		this.api = api;
	}

	@Override
	public Mono<DsmData> call(DsmCall call, Parameters parameters) {
		Mono<DsmData> alone = this.api.call(call, parameters);
		if (this.sent || !this.api.takesAsMember(call)) {
			return alone;
		}
		int place = placeOf(new Member(call, parameters));
		return this.answers
			.flatMap((answered) -> (place < answered.size()) ? judge(answered.get(place), alone) : alone);
	}

	/** What is called for twice is asked once. */
	private int placeOf(Member member) {
		if (!this.members.contains(member)) {
			this.members.add(member);
		}
		return this.members.indexOf(member);
	}

	private Mono<List<MemberAnswer>> send() {
		this.sent = true;
		if (this.members.size() < 2 || !this.api.takesCompounds()) {
			return Mono.just(List.of());
		}
		return new CompoundRequest(this.members, false).send(this.api)
			.onErrorResume(isOfTheCompound(), (ex) -> oneByOne());
	}

	private Mono<List<MemberAnswer>> oneByOne() {
		this.api.sendNoMoreCompounds();
		return Mono.just(List.of());
	}

	/**
	 * Whether single calls may fare better: DSM is there, and the session is good. One
	 * member may have kept the answer of all away.
	 */
	private static Predicate<Throwable> isOfTheCompound() {
		return (failure) -> (failure instanceof DsmException refusal) ? !refusal.code().isSessionGone()
				: failure instanceof ApiException unanswered && !unanswered.failure().nothingSent();
	}

	private Mono<DsmData> judge(MemberAnswer answer, Mono<DsmData> alone) {
		try {
			return Mono.just(answer.open());
		}
		catch (DsmException ex) {
			return ex.code().isSessionGone() ? Mono.error(ex)
					: alone.doOnNext((data) -> this.api.sendNoMoreCompounds());
		}
		catch (ProblemException ex) {
			return alone;
		}
	}

}
