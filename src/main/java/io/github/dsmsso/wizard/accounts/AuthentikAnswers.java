package io.github.dsmsso.wizard.accounts;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What authentik said of single people, about the connection as it is.
 *
 * @param access whether a user may use the application ({@code check_access}), by key
 * @param names the name that DSM would get for a user ({@code preview_user}), by key;
 * empty where none would be sent
 * @param noAccess why nobody's access can be asked, or null
 * @param noNames why nobody's name can be asked, or null
 */
public record AuthentikAnswers(Map<Integer, Boolean> access, Map<Integer, String> names, @Nullable Unasked noAccess,
		@Nullable Unasked noNames) {

	public AuthentikAnswers {
		access = Map.copyOf(access);
		names = Map.copyOf(names);
	}

	/** Nothing was asked. */
	public static AuthentikAnswers none() {
		return new AuthentikAnswers(Map.of(), Map.of(), null, null);
	}

	AuthentikAnswers withAccess(Map<Integer, Boolean> answers) {
		return new AuthentikAnswers(answers, this.names, this.noAccess, this.noNames);
	}

	AuthentikAnswers withoutNames(Unasked why) {
		return new AuthentikAnswers(this.access, Map.of(), this.noAccess, why);
	}

	AuthentikAnswers withNames(Map<Integer, String> answers) {
		return new AuthentikAnswers(this.access, answers, this.noAccess, this.noNames);
	}

}
