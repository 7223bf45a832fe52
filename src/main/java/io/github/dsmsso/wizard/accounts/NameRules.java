package io.github.dsmsso.wizard.accounts;

import java.util.List;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.authentik.ScopeMapping;
import io.github.dsmsso.wizard.authentik.SubjectMode;
import org.jspecify.annotations.Nullable;

/**
 * Which name DSM gets to see for a person: the value of one claim, which comes from the
 * mappings of the scopes that DSM asks for. What authentik's shipped mappings send can be
 * reckoned.
 *
 * @param provider key of the provider that authentik can be asked about; null where there
 * is none yet, and where it shall send something else than it does
 * @param claim the claim in which DSM looks for the name
 * @param scopes the scopes that DSM asks for
 * @param mappings the mappings attached to the provider
 * @param subjectMode what the claim {@code sub} holds
 */
public record NameRules(@Nullable Integer provider, String claim, List<String> scopes, List<ScopeMapping> mappings,
		SubjectMode subjectMode) {

	public NameRules {
		scopes = List.copyOf(scopes);
		mappings = List.copyOf(mappings);
	}

	/** The same provider with DSM looking elsewhere. */
	public NameRules withClaim(String otherClaim, List<String> otherScopes) {
		return new NameRules(this.provider, otherClaim, otherScopes, this.mappings, this.subjectMode);
	}

	/** The name of a person; empty where none is sent, null where it is not to reckon. */
	@Nullable String reckon(AuthentikUser user) {
		if (asked().anyMatch((mapping) -> !mapping.isShipped() && mapping.mayFill(this.claim))) {
			return null;
		}
		return switch (this.claim) {
			case "preferred_username", "nickname" -> isSentFor("profile") ? user.username() : "";
			case "email" -> isSentFor("email") ? user.email() : "";
			case "sub" -> subject(user);
			default -> null;
		};
	}

	private @Nullable String subject(AuthentikUser user) {
		return switch (this.subjectMode) {
			case USER_USERNAME -> user.username();
			case USER_EMAIL -> user.email();
			case USER_ID -> String.valueOf(user.pk());
			default -> null;
		};
	}

	/**
	 * Whether a preview shows what DSM would get. It holds the claims of every mapping
	 * attached, also of those whose scope DSM does not ask for.
	 */
	boolean arePreviewed() {
		return this.mappings.stream()
			.filter((mapping) -> !this.scopes.contains(mapping.scopeName()))
			.noneMatch((mapping) -> mapping.mayFill(this.claim));
	}

	private boolean isSentFor(String scope) {
		return asked().anyMatch((mapping) -> mapping.isShippedFor(scope));
	}

	private Stream<ScopeMapping> asked() {
		return this.mappings.stream().filter((mapping) -> this.scopes.contains(mapping.scopeName()));
	}

}
