package io.github.dsmsso.wizard.dsm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.wizard.http.HttpAnswer;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Several calls in one request, as DSM's own pages make them:
 * {@code SYNO.Entry.Request request} with {@code mode=sequential}. There is no
 * transaction: the request succeeds even where members of it fail, and each member has
 * its own answer.
 *
 * @param members the calls in their order
 * @param stopsAtFirstRefusal {@code stop_when_error}
 */
record CompoundRequest(List<Member> members, boolean stopsAtFirstRefusal) {

	CompoundRequest {
		members = List.copyOf(members);
	}

	/**
	 * Sends it.
	 * @return the answers by their members' order, at least one; members that DSM does
	 * not answer for are missing at the end
	 */
	Mono<List<MemberAnswer>> send(WebApi api) {
		Parameters parameters = Parameters.none()
			.with("mode", "sequential")
			.with("stop_when_error", this.stopsAtFirstRefusal)
			.with("compound", this.members.stream().map((member) -> member.written(api)).toList());
		return api.call(DsmCall.COMPOUND, parameters).map(this::answers);
	}

	private List<MemberAnswer> answers(DsmData data) {
		List<MemberAnswer> answers = new ArrayList<>();
		JsonNode results = data.node().path("result");
		for (Member member : this.members) {
			JsonNode result = results.path(answers.size());
			if (!member.isAnsweredBy(result)) {
				break;
			}
			answers.add(new MemberAnswer(data.answer(), result, member.call().api()));
		}
		if (answers.isEmpty()) {
			throw data.unreadable("result");
		}
		return answers;
	}

	/**
	 * One of the calls.
	 *
	 * @param call the call
	 * @param parameters its parameters
	 */
	record Member(DsmCall call, Parameters parameters) {

		/** Inside a compound every value is JSON, whatever the API reads otherwise. */
		private Map<String, Object> written(WebApi api) {
			Map<String, Object> written = new LinkedHashMap<>();
			written.put("api", this.call.api());
			written.put("version", api.versionOf(this.call).orElseThrow());
			written.put("method", this.call.method());
			written.putAll(this.parameters.plain());
			return written;
		}

		/** DSM repeats the names of the call in its answer; some may leave them out. */
		private boolean isAnsweredBy(JsonNode result) {
			return result.isObject() && result.path("api").asString(this.call.api()).equals(this.call.api())
					&& result.path("method").asString(this.call.method()).equals(this.call.method());
		}

	}

	/**
	 * What DSM answered to one of them.
	 *
	 * @param answer the answer it stands in
	 * @param envelope its own envelope
	 * @param api the API that was called
	 */
	record MemberAnswer(HttpAnswer answer, JsonNode envelope, String api) {

		/**
		 * The {@code data}.
		 * @throws DsmException where DSM said no
		 * @throws io.github.dsmsso.wizard.http.ApiException where it said nothing that
		 * can be read
		 */
		DsmData open() {
			return Envelope.open(this.answer, this.envelope, this.api);
		}

	}

}
