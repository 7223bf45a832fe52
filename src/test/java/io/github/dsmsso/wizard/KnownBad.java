package io.github.dsmsso.wizard;

import java.util.Map;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Wizards with one known mistake each that the fault matrix cannot see: a check that
 * holds for the wizard as it is has to fail for them.
 */
public final class KnownBad {

	private KnownBad() {
	}

	/**
	 * Makes sure that a check finds a mistake, and keeps in the figures how.
	 * @param number the mistake's number in the list of known mistakes
	 * @param mistake the mistake in a few words
	 * @param check the check, of a wizard with that mistake
	 */
	public static void assertFound(int number, String mistake, ThrowingCallable check) {
		AssertionError found = catchThrowableOfType(AssertionError.class, check);
		assertThat(found).as("what is found of this mistake: %s", mistake).isNotNull();
		Figures.keep("known-bad-variant-" + number + "-" + mistake.replaceAll("\\W+", "-"),
				Map.of("tried", 1, "caught", 1, "said", firstWordsOf(found)));
	}

	private static String firstWordsOf(AssertionError found) {
		String words = String.valueOf(found.getMessage()).strip().replaceAll("\\s+", " ");
		return words.substring(0, Math.min(words.length(), 100));
	}

}
