package io.github.dsmsso.wizard.judgement;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.ScopeMapping;
import org.jspecify.annotations.Nullable;

/**
 * Which claims a provider sends, by the mappings attached to it. What the ones send that
 * authentik ships is known; what somebody's own send tells authentik alone, by a preview.
 */
public final class SentClaims {

	/** The scope that an OpenID request has to have. */
	static final String OPENID = "openid";

	/** What authentik's own mappings return, by their scope. */
	private static final Map<String, Set<String>> SHIPPED = Map.of(OPENID, Set.of(), "profile",
			Set.of("name", "given_name", "preferred_username", "nickname", "groups"), "email",
			Set.of("email", "email_verified"));

	private final List<ScopeMapping> attached;

	private final List<ScopeMapping> own;

	private final @Nullable Set<String> previewed;

	private SentClaims(List<ScopeMapping> attached, @Nullable Set<String> previewed) {
		this.attached = List.copyOf(attached);
		this.own = attached.stream().filter(SentClaims::isOwn).toList();
		this.previewed = (previewed != null) ? Set.copyOf(previewed) : null;
	}

	/**
	 * The claims of a provider.
	 * @param mappings every scope mapping there is
	 * @param previewed the claims that authentik says somebody would bring; null where it
	 * was not asked or does not tell
	 */
	public static SentClaims of(OAuth2Provider provider, List<ScopeMapping> mappings,
			@Nullable Collection<String> previewed) {
		return new SentClaims(
				mappings.stream().filter((mapping) -> provider.propertyMappings().contains(mapping.pk())).toList(),
				(previewed != null) ? new HashSet<>(previewed) : null);
	}

	/**
	 * Whether authentik has to be asked, because somebody made a mapping of their own.
	 */
	public boolean needPreview() {
		return !this.own.isEmpty();
	}

	/**
	 * The claims that authentik says somebody would bring; null where it does not tell.
	 */
	public @Nullable Set<String> previewed() {
		return this.previewed;
	}

	/** The scopes that have a mapping. */
	public List<String> scopes() {
		return this.attached.stream().map(ScopeMapping::scopeName).distinct().sorted().toList();
	}

	/**
	 * Whether a claim is sent to a client that asks for these scopes; empty where that
	 * cannot be told.
	 */
	Optional<Boolean> isSent(String claim, Collection<String> asked) {
		if (claim.equals("sub") || isShipped(claim, asked)) {
			return Optional.of(true);
		}
		boolean ownIsAsked = this.own.stream().anyMatch((mapping) -> asked.contains(mapping.scopeName()));
		return ownIsAsked ? Optional.ofNullable(this.previewed).map((claims) -> claims.contains(claim))
				: Optional.of(false);
	}

	/** The name of somebody's own mapping that answers a scope, where there is one. */
	Optional<String> ownMappingFor(String scope) {
		return this.own.stream()
			.filter((mapping) -> mapping.scopeName().equals(scope))
			.map(ScopeMapping::name)
			.findFirst();
	}

	/**
	 * The scope that has to be asked for, besides the ones that are, so that a claim is
	 * sent; empty where it needs none, or where that cannot be told.
	 */
	Optional<String> scopeFor(String claim, Collection<String> asked) {
		boolean previewedToo = this.previewed != null && this.previewed.contains(claim);
		boolean ownIsAsked = this.own.stream().anyMatch((mapping) -> asked.contains(mapping.scopeName()));
		if (isShipped(claim, asked) || previewedToo && ownIsAsked) {
			return Optional.empty();
		}
		return shippedScopeOf(claim)
			.or(() -> previewedToo ? this.own.stream().map(ScopeMapping::scopeName).findFirst() : Optional.empty());
	}

	/** The scope in which authentik's own mappings send a claim. */
	static Optional<String> shippedScopeOf(String claim) {
		return SHIPPED.entrySet()
			.stream()
			.filter((shipped) -> shipped.getValue().contains(claim))
			.map(Map.Entry::getKey)
			.findFirst();
	}

	private Stream<ScopeMapping> own() {
		return this.attached.stream().filter(SentClaims::isOwn);
	}

	private boolean isShipped(String claim, Collection<String> asked) {
		return this.attached.stream()
			.filter((mapping) -> !this.own.contains(mapping) && asked.contains(mapping.scopeName()))
			.anyMatch((mapping) -> SHIPPED.getOrDefault(mapping.scopeName(), Set.of()).contains(claim));
	}

	/**
	 * One that authentik ships and somebody has edited is their own as well. The name
	 * bridge sends what the one sends that authentik ships.
	 */
	private static boolean isOwn(ScopeMapping mapping) {
		boolean known = mapping.isShippedFor(mapping.scopeName())
				|| SHIPPED.containsKey(mapping.scopeName()) && mapping.bridgedAttribute().isPresent();
		return !known || !mapping.expression().isEmpty()
				&& !SHIPPED.getOrDefault(mapping.scopeName(), Set.of()).stream().allMatch(mapping::mayFill);
	}

}
