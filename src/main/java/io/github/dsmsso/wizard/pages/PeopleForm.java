package io.github.dsmsso.wizard.pages;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.authentik.AuthentikGroup;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.authentik.CertificateKeyPair;
import io.github.dsmsso.wizard.authentik.Flow;
import io.github.dsmsso.wizard.authentik.SubjectMode;
import io.github.dsmsso.wizard.judgement.DsmRules;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import io.github.dsmsso.wizard.plan.AuthentikInventory;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.NameBridge;
import io.github.dsmsso.wizard.plan.NameChoices;
import io.github.dsmsso.wizard.plan.Proposal;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What was typed and ticked on the page about people and access. A field that a page did
 * not show, or of which nothing was chosen, does not come.
 *
 * @param redirect the address people use for DSM
 * @param groups UUIDs of the groups that may sign in
 * @param users keys of the users that may sign in
 * @param providerName name of the provider
 * @param applicationName name of the application
 * @param applicationSlug slug of the application
 * @param ssoName DSM's name for the service
 * @param subjectMode what the subject holds
 * @param signingKey UUID of the key, or {@link #NEW_KEY}
 * @param authorizationFlow UUID of the flow
 * @param userClaim the claim in which DSM looks for the account name, or {@link #BRIDGE};
 * null where there is nothing to choose
 * @param attribute the attribute that holds the account name
 * @param accounts the account names that it is to be given, by the key of the user
 * @param allowLocalUser whether local accounts may sign in; null where DSM does not ask
 */
record PeopleForm(@Nullable String redirect, @Nullable Set<String> groups, @Nullable Set<Integer> users,
		@Nullable String providerName, @Nullable String applicationName, @Nullable String applicationSlug,
		@Nullable String ssoName, @Nullable SubjectMode subjectMode, @Nullable String signingKey,
		@Nullable String authorizationFlow, @Nullable String userClaim, @Nullable String attribute,
		@Nullable Map<String, String> accounts, @Nullable Boolean allowLocalUser) {

	/** Stands for a key still to be created. */
	static final String NEW_KEY = "new";

	/** Stands for an attribute of each person, with the user name in its place. */
	static final String BRIDGE = "@attribute";

	private static final Pattern SLUG = Pattern.compile("[-a-zA-Z0-9_]{1,50}");

	/** The form as a desired state shows in it. */
	static PeopleForm of(DesiredState desired) {
		return new PeopleForm(desired.redirectUri().value(), desired.access().groupPks(), desired.access().userPks(),
				desired.providerName(), desired.applicationName(), desired.applicationSlug(), desired.ssoName(),
				desired.subjectMode(), (desired.signingKey() != null) ? desired.signingKey() : NEW_KEY,
				desired.authorizationFlow(), (desired.bridge() != null) ? BRIDGE : desired.userClaim(),
				(desired.bridge() != null) ? desired.bridge().attribute() : NameBridge.ATTRIBUTE, Map.of(),
				desired.allowLocalUser());
	}

	/** The same with another address of DSM. */
	PeopleForm withRedirect(String redirect) {
		return new PeopleForm(redirect, this.groups, this.users, this.providerName, this.applicationName,
				this.applicationSlug, this.ssoName, this.subjectMode, this.signingKey, this.authorizationFlow,
				this.userClaim, this.attribute, this.accounts, this.allowLocalUser);
	}

	/** The same; what did not come is as it was. */
	PeopleForm over(PeopleForm shown) {
		return new PeopleForm(or(this.redirect, shown.redirect), this.groups, this.users,
				or(this.providerName, shown.providerName), or(this.applicationName, shown.applicationName),
				or(this.applicationSlug, shown.applicationSlug), or(this.ssoName, shown.ssoName),
				or(this.subjectMode, shown.subjectMode), or(this.signingKey, shown.signingKey),
				or(this.authorizationFlow, shown.authorizationFlow), or(this.userClaim, shown.userClaim),
				or(this.attribute, shown.attribute), or(this.accounts, shown.accounts),
				or(this.allowLocalUser, shown.allowLocalUser));
	}

	/**
	 * What is meant by what was typed.
	 * @param suggested what the rest of it is taken from
	 * @param proposal what there was to choose from
	 * @param names the names there were to choose from, where that is known
	 * @param complaints what is wrong with the form already
	 * @throws FieldException of every field that is not as it must be
	 */
	DesiredState toDesiredState(DesiredState suggested, Proposal proposal, Optional<NameChoices> names,
			Complaints complaints) {
		AuthentikInventory offered = proposal.inventory();
		AccessRestriction access = access(suggested, offered, complaints);
		RedirectUri redirectUri = complaints.read(suggested.redirectUri(), () -> redirectUri(suggested));
		String sso = complaints.read(suggested.ssoName(), () -> ssoName(suggested));
		String provider = complaints.read(suggested.providerName(),
				() -> named("providerName", or(this.providerName, suggested.providerName())));
		String application = complaints.read(suggested.applicationName(),
				() -> named("applicationName", or(this.applicationName, suggested.applicationName())));
		String slug = complaints.read(suggested.applicationSlug(),
				() -> slug(or(this.applicationSlug, suggested.applicationSlug())));
		String claim = complaints.read(suggested.userClaim(), () -> claim(suggested, proposal));
		NameBridge bridge = bridge(suggested, proposal, names, complaints);
		String key = complaints.read(suggested.signingKey(), () -> key(suggested, offered));
		String flow = complaints.read(suggested.authorizationFlow(), () -> flow(suggested, offered));
		complaints.requireNone();
		DesiredState chosen = new DesiredState(redirectUri, suggested.authentik(), suggested.adoptedProvider(),
				provider, application, slug, or(this.subjectMode, suggested.subjectMode()), key, flow,
				suggested.invalidationFlow(), access, sso, suggested.scope(), suggested.userClaim(),
				(suggested.allowLocalUser() != null) ? or(this.allowLocalUser, suggested.allowLocalUser()) : null,
				suggested.bridge(), suggested.accepted());
		return proposal.withName(chosen, claim, bridge);
	}

	/** Only what was proposed can be chosen. */
	private String claim(DesiredState suggested, Proposal proposal) {
		String typed = or(this.userClaim, suggested.userClaim());
		if (typed.equals(BRIDGE) && (proposal.canBridge() || proposal.isBridged())) {
			return DsmRules.USERNAME_CLAIM;
		}
		if (!typed.equals(suggested.userClaim()) && !proposal.claims().contains(typed)) {
			throw new FieldException("userClaim", Problem.of("form.choice-unknown"));
		}
		return typed;
	}

	/** The attribute of a bridge that is there already stays. */
	private @Nullable NameBridge bridge(DesiredState suggested, Proposal proposal, Optional<NameChoices> names,
			Complaints complaints) {
		if (!isBridged()) {
			return (this.userClaim == null || proposal.isBridged()) ? suggested.bridge() : null;
		}
		NameBridge held = proposal.desired().bridge();
		String typed = or(this.attribute, NameBridge.ATTRIBUTE).strip();
		if (held == null && !NameBridge.isAttribute(typed)) {
			complaints.about("attribute", Problem.of("form.attribute-wrong"));
			return null;
		}
		return new NameBridge((held != null) ? held.attribute() : typed,
				accounts(proposal.inventory(), names, complaints));
	}

	private Map<Integer, String> accounts(AuthentikInventory offered, Optional<NameChoices> names,
			Complaints complaints) {
		Map<Integer, String> accounts = new TreeMap<>();
		or(this.accounts, Map.<String, String>of()).forEach((user, typed) -> {
			String account = typed.strip();
			if (offered.users().stream().noneMatch((known) -> String.valueOf(known.pk()).equals(user))) {
				complaints.about("accounts[" + user + "]", Problem.of("form.choice-unknown"));
			}
			else if (names.filter((known) -> !account.isEmpty() && !known.mayName(account)).isPresent()) {
				complaints.about("accounts[" + user + "]", Problem.of("form.no-such-account", account));
			}
			else if (!account.isEmpty()) {
				accounts.put(Integer.valueOf(user), account);
			}
		});
		return accounts;
	}

	private RedirectUri redirectUri(DesiredState suggested) {
		if (this.redirect == null) {
			return suggested.redirectUri();
		}
		BaseUrl address = AddressField.parse("redirect", this.redirect, BaseUrl::parse);
		if (!"https".equals(address.scheme())) {
			throw new FieldException("redirect", Problem.of("form.redirect-not-https"));
		}
		return RedirectUri.of(address);
	}

	private static String slug(String typed) {
		String slug = typed.strip();
		if (!SLUG.matcher(slug).matches()) {
			throw new FieldException("applicationSlug", Problem.of("form.slug-wrong"));
		}
		return slug;
	}

	/** A caption that is empty in DSM may stay so. */
	private String ssoName(DesiredState suggested) {
		String typed = or(this.ssoName, suggested.ssoName());
		return (typed.isBlank() && suggested.ssoName().isBlank()) ? "" : named("ssoName", typed);
	}

	private static String named(String field, String typed) {
		if (typed.isBlank()) {
			throw new FieldException(field, Problem.of("form.name-missing"));
		}
		return typed.strip();
	}

	private @Nullable String key(DesiredState suggested, AuthentikInventory offered) {
		if (this.signingKey == null || NEW_KEY.equals(this.signingKey)) {
			return (this.signingKey == null) ? suggested.signingKey() : null;
		}
		requireOffered("signingKey", Set.of(this.signingKey), offered.rsaKeys(), CertificateKeyPair::pk,
				setOf(suggested.signingKey()));
		return this.signingKey;
	}

	private String flow(DesiredState suggested, AuthentikInventory offered) {
		String flow = or(this.authorizationFlow, suggested.authorizationFlow());
		requireOffered("authorizationFlow", Set.of(flow), offered.authorizationFlows(), Flow::pk,
				Set.of(suggested.authorizationFlow()));
		return flow;
	}

	private AccessRestriction access(DesiredState suggested, AuthentikInventory offered, Complaints complaints) {
		AccessRestriction access = access();
		AccessRestriction present = suggested.access();
		return complaints.read(present, () -> {
			requireOffered("groups", access.groupPks(), offered.groups(), AuthentikGroup::pk, present.groupPks());
			requireOffered("users", access.userPks(), offered.users(), AuthentikUser::pk, present.userPks());
			return access;
		});
	}

	/** Whether an attribute of each person is what DSM is to be told. */
	public boolean isBridged() {
		return BRIDGE.equals(this.userClaim);
	}

	/** The groups and people that are ticked. */
	public AccessRestriction access() {
		return new AccessRestriction(ticked(this.groups), ticked(this.users));
	}

	/** A box with nothing in it is read as null. */
	private static <T> Set<T> ticked(@Nullable Set<T> boxes) {
		return (boxes != null) ? boxes.stream().filter(Objects::nonNull).collect(Collectors.toSet()) : Set.of();
	}

	/** What an existing connection has may be chosen, whether it is listed or not. */
	private static <T, P> void requireOffered(String field, Set<P> chosen, List<T> offered, Function<T, P> pk,
			Set<P> present) {
		if (!chosen.stream()
			.allMatch((one) -> present.contains(one) || offered.stream().map(pk).anyMatch(one::equals))) {
			throw new FieldException(field, Problem.of("form.choice-unknown"));
		}
	}

	private static Set<String> setOf(@Nullable String one) {
		return (one != null) ? Set.of(one) : Set.of();
	}

	private static <T extends @Nullable Object> T or(@Nullable T typed, T otherwise) {
		return (typed != null) ? typed : otherwise;
	}

}
