package io.github.dsmsso.wizard.accounts;

import java.util.List;
import java.util.Map;

import io.github.dsmsso.wizard.authentik.AuthentikUser;
import org.jspecify.annotations.Nullable;

/**
 * The names that DSM gets to see, by what authentik showed and by what can be reckoned.
 * Reckoning ends where authentik showed another name than was reckoned: a shipped mapping
 * can be edited.
 */
final class SentNames {

	private final NameRules rules;

	private final Map<Integer, String> shown;

	private final boolean refuted;

	SentNames(List<AuthentikUser> users, NameRules rules, AuthentikAnswers answers) {
		this.rules = rules;
		this.shown = answers.names();
		this.refuted = !this.shown.isEmpty() && users.stream().anyMatch(this::isRefutedBy);
	}

	/** The name; empty where none is sent, null where it is not known. */
	@Nullable String of(AuthentikUser user) {
		String told = this.shown.get(user.pk());
		return (told != null || this.refuted) ? told : this.rules.reckon(user);
	}

	private boolean isRefutedBy(AuthentikUser user) {
		String told = this.shown.get(user.pk());
		return told != null && !told.equals(this.rules.reckon(user));
	}

}
