package io.github.dsmsso.wizard.accounts;

import java.util.Map;
import java.util.function.Function;

import io.github.dsmsso.wizard.authentik.AuthentikUser;
import org.jspecify.annotations.Nullable;

/**
 * The names that DSM gets to see, by what can be reckoned and by what authentik showed.
 */
final class SentNames {

	private final @Nullable Function<AuthentikUser, String> reckoning;

	private final Map<Integer, String> shown;

	SentNames(NameRules rules, AuthentikAnswers answers) {
		this.reckoning = rules.reckoning();
		this.shown = answers.names();
	}

	/** The name; empty where none is sent, null where it is not known. */
	@Nullable String of(AuthentikUser user) {
		return (this.reckoning != null) ? this.reckoning.apply(user) : this.shown.get(user.pk());
	}

}
