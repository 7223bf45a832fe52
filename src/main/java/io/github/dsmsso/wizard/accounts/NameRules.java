package io.github.dsmsso.wizard.accounts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.authentik.ScopeMapping;
import io.github.dsmsso.wizard.authentik.SubjectMode;
import org.jspecify.annotations.Nullable;

/**
 * Which name DSM gets to see for a person: the value of one claim, which comes from the
 * mappings of the scopes that DSM asks for. What authentik's shipped mappings send can be
 * reckoned, unless somebody has edited them.
 *
 * @param provider key of the provider that authentik can be asked about; null where there
 * is none yet, and where it shall send something else than it does
 * @param claim the claim in which DSM looks for the name
 * @param scopes the scopes that DSM asks for
 * @param mappings the mappings attached to the provider
 * @param subjectMode what the claim {@code sub} holds
 * @param filled the names that an attribute is about to be given, by the key of the user
 */
public record NameRules(@Nullable Integer provider, String claim, List<String> scopes, List<ScopeMapping> mappings,
		SubjectMode subjectMode, Map<Integer, String> filled) {

	public NameRules {
		scopes = List.copyOf(scopes);
		mappings = List.copyOf(mappings);
		filled = Map.copyOf(filled);
	}

	/** The names of a connection in which nothing is about to be filled in. */
	public NameRules(@Nullable Integer provider, String claim, List<String> scopes, List<ScopeMapping> mappings,
			SubjectMode subjectMode) {
		this(provider, claim, scopes, mappings, subjectMode, Map.of());
	}

	/** The same provider with DSM looking elsewhere. */
	public NameRules withClaim(String otherClaim, List<String> otherScopes) {
		return new NameRules(this.provider, otherClaim, otherScopes, this.mappings, this.subjectMode, this.filled);
	}

	/**
	 * How the name of a person is reckoned, which is empty where none is sent; null where
	 * it cannot be.
	 */
	@Nullable Function<AuthentikUser, String> reckoning() {
		return switch (this.claim) {
			case "preferred_username" -> bridge().orElseGet(() -> field("username", AuthentikUser::username));
			case "nickname" -> field("username", AuthentikUser::username);
			case "email" -> field("email", AuthentikUser::email);
			case "name", "given_name" -> field("name", AuthentikUser::name);
			case "sub" -> fillers(asked()).isEmpty() ? subject() : null;
			default -> null;
		};
	}

	private @Nullable Function<AuthentikUser, String> field(String name, Function<AuthentikUser, String> value) {
		List<ScopeMapping> fillers = fillers(asked());
		if (!fillers.stream().allMatch((mapping) -> mapping.sends(this.claim, name))) {
			return null;
		}
		return fillers.isEmpty() ? (user) -> "" : value;
	}

	/** The text of an attribute, where the one mapping that counts clearly sends it. */
	private Optional<Function<AuthentikUser, String>> bridge() {
		List<ScopeMapping> fillers = fillers(asked());
		return (fillers.size() == 1) ? fillers.get(0).bridgedAttribute().map((attribute) -> bridge(attribute))
				: Optional.empty();
	}

	private Function<AuthentikUser, String> bridge(String attribute) {
		return (user) -> Optional.ofNullable(this.filled.get(user.pk()))
			.or(() -> user.attribute(attribute))
			.orElseGet(user::username);
	}

	private @Nullable Function<AuthentikUser, String> subject() {
		return switch (this.subjectMode) {
			case USER_USERNAME -> AuthentikUser::username;
			case USER_EMAIL -> AuthentikUser::email;
			case USER_ID -> (user) -> String.valueOf(user.pk());
			default -> null;
		};
	}

	/**
	 * Whether a preview shows what DSM would get. It holds the claims of every mapping
	 * attached, also of those whose scope DSM does not ask for.
	 */
	boolean arePreviewed() {
		List<ScopeMapping> unasked = this.mappings.stream().filter((mapping) -> !isAsked(mapping)).toList();
		return fillers(unasked).isEmpty();
	}

	private List<ScopeMapping> fillers(List<ScopeMapping> among) {
		return among.stream().filter((mapping) -> mapping.mayFill(this.claim)).toList();
	}

	private List<ScopeMapping> asked() {
		return this.mappings.stream().filter(this::isAsked).toList();
	}

	private boolean isAsked(ScopeMapping mapping) {
		return this.scopes.contains(mapping.scopeName());
	}

}
