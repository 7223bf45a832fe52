package io.github.dsmsso.wizard.dsm;

import java.util.Optional;

import io.github.dsmsso.wizard.shared.ProblemException;
import reactor.core.publisher.Mono;

/**
 * A way to call DSM's WebAPI: each call by itself, or several in one request.
 */
interface WebApiCalls {

	/**
	 * The {@code data} of the answer; a {@link DsmException} where DSM says no or does
	 * not have the method, an {@link io.github.dsmsso.wizard.http.ApiException} where its
	 * answer stays away.
	 */
	Mono<DsmData> call(DsmCall call, Parameters parameters);

	/** The same without parameters. */
	default Mono<DsmData> call(DsmCall call) {
		return call(call, Parameters.none());
	}

	/** The same, empty where DSM refuses or does not have the method. */
	default Mono<Optional<DsmData>> ask(DsmCall call) {
		return ifNotRefused(call(call));
	}

	/** What was read, empty where it was not, for whatever reason. */
	static <T> Mono<Optional<T>> ifRead(Mono<T> read) {
		return read.map(Optional::of)
			.defaultIfEmpty(Optional.empty())
			.onErrorResume(ProblemException.class, (ex) -> Mono.just(Optional.empty()));
	}

	/** What was read, empty where DSM refused; that the session ended is no refusal. */
	static <T> Mono<Optional<T>> ifNotRefused(Mono<T> read) {
		return read.map(Optional::of)
			.onErrorResume(DsmException.class,
					(ex) -> ex.code().isSessionGone() ? Mono.error(ex) : Mono.just(Optional.empty()));
	}

}
