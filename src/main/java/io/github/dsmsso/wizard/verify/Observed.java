package io.github.dsmsso.wizard.verify;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
import io.github.dsmsso.wizard.shared.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A part of an observation: what was seen, or what kept us from seeing it, or neither
 * where there was nothing to look at.
 *
 * @param <T> what is seen
 * @param value what was seen
 * @param problem what kept us from seeing it
 */
record Observed<T>(@Nullable T value, @Nullable Problem problem) {

	static <T> Observed<T> of(T value) {
		return new Observed<>(value, null);
	}

	static <T> Observed<T> failed(Problem problem) {
		return new Observed<>(null, problem);
	}

	/** There was nothing to look at. */
	static <T> Observed<T> nothing() {
		return new Observed<>(null, null);
	}

	static <T> Observed<T> ofNullable(@Nullable T value) {
		return new Observed<>(value, null);
	}

	/** Looks now. */
	static <T> Observed<T> look(Supplier<? extends @Nullable T> look) {
		try {
			return ofNullable(look.get());
		}
		catch (ProblemException ex) {
			return failed(ex.problem());
		}
	}

	/** Looks while others look elsewhere. */
	static <T> Reading<Observed<T>> start(Supplier<? extends @Nullable T> look) {
		return Reading.start(() -> look(look));
	}

	/** Looks at something that depends on what was seen here. */
	<R> Observed<R> lookFurther(Function<T, ? extends @Nullable R> look) {
		T seen = this.value;
		return (seen != null) ? look(() -> look.apply(seen)) : new Observed<>(null, this.problem);
	}

	/** Looks at something that depends on what was seen here and there. */
	<U, R> Observed<R> lookFurther(Observed<U> other, BiFunction<T, U, ? extends @Nullable R> look) {
		T seen = this.value;
		return (seen != null) ? other.lookFurther((also) -> look.apply(seen, also))
				: new Observed<>(null, this.problem);
	}

	/** Goes on to something else that was seen. */
	<R> Observed<R> then(Function<T, Observed<R>> next) {
		return (this.value != null) ? next.apply(this.value) : new Observed<>(null, this.problem);
	}

	/** The same, or the given value where there was nothing to look at. */
	Observed<T> orIfNothing(T other) {
		return isNothing() ? of(other) : this;
	}

	boolean isNothing() {
		return this.value == null && this.problem == null;
	}

	Optional<T> find() {
		return Optional.ofNullable(this.value);
	}

	/** Judges what was seen; what was not seen cannot be judged. */
	CheckResult judge(String check, Function<T, CheckResult> judge) {
		if (this.value != null) {
			return judge.apply(this.value);
		}
		return (this.problem != null) ? CheckResult.unseen(check, this.problem) : CheckResult.dependsOnOthers(check);
	}

	/** Judges what was seen here and there. */
	<U> CheckResult judge(Observed<U> other, String check, BiFunction<T, U, CheckResult> judge) {
		return judge(check, (seen) -> other.judge(check, (also) -> judge.apply(seen, also)));
	}

}
