package io.github.dsmsso.lab.debug;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Something that can be switched on a running simulator.
 *
 * @param name how it is called
 * @param sentence what it does, and which values it takes
 * @param state how it stands
 * @param turn switches it; an {@link IllegalArgumentException} where it does not take the
 * value
 * @param normal how it stands where nothing is switched
 */
public record Switch(String name, String sentence, Supplier<String> state, Consumer<String> turn, String normal) {

	/** Is on or off; the way it is found in is the normal one. */
	public static Switch flag(String name, String sentence, Supplier<Boolean> state, Consumer<Boolean> turn) {
		Supplier<String> text = () -> String.valueOf(state.get());
		return new Switch(name, sentence + ": true or false", text, (value) -> turn.accept(truth(name, value)),
				text.get());
	}

	/**
	 * Whether something that is only assumed of a real system holds.
	 * @param otherwise what the simulator does where it does not
	 */
	public static Switch assumption(Enum<?> assumption, String sentence, String otherwise, Supplier<Boolean> holds,
			Consumer<Boolean> assume) {
		String name = "assume-" + assumption.name().toLowerCase(Locale.ROOT).replace('_', '-');
		return flag(name, sentence + "; otherwise: " + otherwise, holds, assume);
	}

	/** Does something when it is set to true, and is never on. */
	public static Switch action(String name, String sentence, Runnable action) {
		return flag(name, sentence, () -> false, (now) -> {
			if (now) {
				action.run();
			}
		});
	}

	/**
	 * A text.
	 * @param pattern what it looks like
	 */
	public static Switch text(String name, String sentence, String pattern, Supplier<String> state,
			Consumer<String> turn) {
		return new Switch(name, sentence, state, (value) -> {
			if (!value.matches(pattern)) {
				throw new IllegalArgumentException(name + " has to match " + pattern);
			}
			turn.accept(value);
		}, state.get());
	}

	/** A whole number, normally nought. */
	public static Switch number(String name, String sentence, Consumer<Integer> turn) {
		AtomicReference<String> current = new AtomicReference<>("0");
		return new Switch(name, sentence, current::get, (value) -> {
			turn.accept(number(name, value));
			current.set(value);
		}, "0");
	}

	/**
	 * One of several ways.
	 * @param normal the way that is taken where nothing is switched
	 */
	public static Switch choice(String name, String sentence, String normal, Map<String, Runnable> ways) {
		AtomicReference<String> current = new AtomicReference<>(normal);
		return new Switch(name, sentence + ": " + String.join(", ", ways.keySet()), current::get, (value) -> {
			Runnable way = ways.get(value);
			if (way == null) {
				throw new IllegalArgumentException(name + " is one of " + String.join(", ", ways.keySet()));
			}
			way.run();
			current.set(value);
		}, normal);
	}

	/** Puts it back. */
	void reset() {
		if (!this.state.get().equals(this.normal)) {
			this.turn.accept(this.normal);
		}
	}

	private static boolean truth(String name, String value) {
		if (!value.equals("true") && !value.equals("false")) {
			throw new IllegalArgumentException(name + " is true or false");
		}
		return value.equals("true");
	}

	static int number(String name, String value) {
		try {
			return Integer.parseInt(value);
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException(name + " is a whole number", ex);
		}
	}

}
