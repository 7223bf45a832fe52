package io.github.dsmsso.wizard.judgement;

import java.util.List;

import io.github.dsmsso.wizard.authentik.SystemSettings;
import org.jspecify.annotations.Nullable;

/**
 * What people may change themselves of the names that DSM could know them by: whoever may
 * change it becomes any DSM account.
 *
 * @param settings what the whole system allows
 * @param prompts the prompts in which people fill in the attribute that names them; empty
 * where there is none, or no such attribute
 */
public record OwnNames(SystemSettings settings, List<String> prompts) {

	/** The claim in which authentik sends the name that is shown of a person. */
	private static final String NAME_CLAIM = "name";

	public OwnNames {
		prompts = List.copyOf(prompts);
	}

	/** Whether they may change it; null where that is not known. */
	public @Nullable Boolean mayChange(Kind kind) {
		return switch (kind) {
			case USERNAME -> this.settings.usersMayRename();
			case EMAIL -> this.settings.usersMayChangeEmail();
			case NAME -> this.settings.usersMayChangeName();
			case OTHER -> null;
		};
	}

	/** The same of an attribute, behind which the user name stands. */
	public @Nullable Boolean mayChangeTheAttribute() {
		return this.prompts.isEmpty() ? this.settings.usersMayRename() : Boolean.TRUE;
	}

	/** What of a person a claim holds. */
	public enum Kind {

		/** The user name. */
		USERNAME,
		/** The e-mail. */
		EMAIL,
		/** The name that is shown. */
		NAME,
		/** What a mapping makes that is not authentik's own. */
		OTHER;

		/** What a claim of authentik's own mappings holds. */
		public static Kind of(String claim) {
			if (DsmRules.isUsername(claim)) {
				return USERNAME;
			}
			if (claim.equals(DsmRules.EMAIL_CLAIM)) {
				return EMAIL;
			}
			return claim.equals(NAME_CLAIM) ? NAME : OTHER;
		}

	}

}
