package io.github.dsmsso.wizard.dsm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.dsmsso.wizard.dsm.CompoundRequest.Member;
import io.github.dsmsso.wizard.dsm.CompoundRequest.MemberAnswer;
import reactor.core.publisher.Mono;

/**
 * A write, and in the same request what is read after it, where DSM takes that; else the
 * write alone. Reads are called for before {@link #written} is waited for; one that does
 * not come along is empty.
 */
final class WriteAndReadBack implements WebApiCalls {

	/** A compound that is none, or a member that was skipped: nothing was done. */
	private static final Set<Integer> NOT_DONE = Set.of(112, 113);

	private final WebApi api;

	private final Member write;

	private final List<Member> members = new ArrayList<>();

	private final Mono<List<MemberAnswer>> answers = Mono.defer(this::send).cache();

	WriteAndReadBack(WebApi api, DsmCall call, Parameters parameters) {
		this.api = api;
		this.write = new Member(call, parameters);
		this.members.add(this.write);
	}

	/** Becomes a member behind the write, where it can. */
	@Override
	public Mono<DsmData> call(DsmCall call, Parameters parameters) {
		if (!this.api.takesAsMember(call)) {
			return Mono.empty();
		}
		int place = this.members.size();
		this.members.add(new Member(call, parameters));
		return this.answers
			.flatMap((answered) -> Mono.justOrEmpty(answered.stream().skip(place).findFirst()).map(MemberAnswer::open));
	}

	/**
	 * Sends it, once.
	 * @return empty once DSM says that it is done; as {@link WebApi#call} where it does
	 * not
	 */
	Mono<Void> written() {
		return this.answers.then();
	}

	private Mono<List<MemberAnswer>> send() {
		if (!this.api.takesAsMember(this.write.call())) {
			return alone();
		}
		return new CompoundRequest(this.members, true).send(this.api)
			.doOnNext((answered) -> answered.get(0).open())
			.onErrorResume(DsmException.class, (ex) -> isOfTheCompound(ex.code()) ? notTaken() : Mono.error(ex));
	}

	/** DSM has not looked at the members, or at this one. */
	private static boolean isOfTheCompound(DsmErrorCode code) {
		boolean whole = DsmCall.COMPOUND.api().equals(code.api());
		return NOT_DONE.contains(code.number()) || whole && !code.isSessionGone() && !code.leavesOutcomeOpen();
	}

	private Mono<List<MemberAnswer>> notTaken() {
		this.api.sendNoMoreCompounds();
		return alone();
	}

	private Mono<List<MemberAnswer>> alone() {
		return this.api.call(this.write.call(), this.write.parameters()).thenReturn(List.of());
	}

}
