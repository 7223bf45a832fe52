package io.github.dsmsso.wizard.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;

import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.authentik.AllowedRedirect;
import io.github.dsmsso.wizard.authentik.CertificateKeyPair;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.authentik.ScopeMapping;
import io.github.dsmsso.wizard.authentik.SubjectMode;
import io.github.dsmsso.wizard.dsm.NasDescription.Directory;
import io.github.dsmsso.wizard.dsm.SsoProfile;
import io.github.dsmsso.wizard.dsm.SsoSetting;
import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.shared.Secret;
import io.github.dsmsso.wizard.shared.Version;

/**
 * Draws set-ups as people have them: every field of both systems that the wizard reads
 * may hold whatever was seen at somebody's. The same random numbers draw the same
 * set-ups.
 */
final class RandomSetups {

	private static final String NAS = ExistingSetup.NAS;

	private static final List<AllowedRedirect> REDIRECTS = List.of(AllowedRedirect.exactly(NAS),
			AllowedRedirect.exactly(NAS + "/"), AllowedRedirect.exactly(NAS + "/#/signin"),
			AllowedRedirect.exactly("https://nas.example.com"), AllowedRedirect.exactly("http://nas.example.com:5000"),
			AllowedRedirect.exactly("https://other-nas.example.com:5001"),
			AllowedRedirect.exactly("https://dsm.example.org"), new AllowedRedirect(false, ".*", false),
			new AllowedRedirect(false, "https://nas\\.example\\.com:5001", false),
			new AllowedRedirect(false, "https://photos\\.example.*", false),
			new AllowedRedirect(true, NAS + "/out", true));

	private static final SeenValues SEEN = new SeenValues("nas.example.com", "auth.example.com", "nas", "dsm",
			"synology_username");

	private static final List<String> ENDPOINTS = List.of("", "https://old.example/authorize/",
			"https://AUTH.example.com:443/application/o/authorize/");

	private static final List<BiConsumer<ExistingSetup, Random>> CHANGES = List.of(RandomSetups::release,
			(it, random) -> it.superuser = false, (it, random) -> it.opened = "https://192.168.1.5:5001",
			(it, random) -> it.confidential = false,
			(it, random) -> it.grantTypes = (it.grantTypes != null) ? one(random, List.of(), List.of("implicit"),
					List.of("authorization_code"), List.of("refresh_token")) : null,
			(it, random) -> it.secret = secret(random), RandomSetups::redirects, RandomSetups::redirects,
			RandomSetups::signingKey, (it, random) -> it.encryptionKey = "rsa",
			(it, random) -> it.subjectMode = one(random, SubjectMode.values()), RandomSetups::mappings,
			RandomSetups::ownMapping, (it, random) -> it.claimsInIdToken = false,
			(it, random) -> it.perProviderIssuer = true, (it, random) -> it.invalidationFlow = null,
			(it, random) -> it.authorizationFlow = one(random, "explicit", "strangers", "admins", "gone"),
			(it, random) -> it.matchAny = false, RandomSetups::bindings, (it, random) -> it.hasApplication = false,
			RandomSetups::applicationWithoutItsProvider, (it, random) -> it.nameTaken = true,
			(it, random) -> it.ssoName = one(random, "", "SSO"),
			(it, random) -> it.wellKnown = one(random, SEEN.wellKnowns()),
			(it, random) -> it.clientId = one(random, "", "another-client"),
			(it, random) -> it.secretInDsm = secret(random),
			(it, random) -> it.redirectInDsm = one(random, SEEN.redirects()),
			(it, random) -> it.scope = one(random, SEEN.scopes()), RandomSetups::claim,
			(it, random) -> it.authorizationEndpoint = one(random, ENDPOINTS),
			(it, random) -> it.tokenEndpoint = one(random, ENDPOINTS), RandomSetups::localUsers,
			(it, random) -> it.directory = one(random, Directory.values()),
			(it, random) -> it.profile = one(random, new SsoProfile(false, "oidc"), new SsoProfile(true, "azure"),
					new SsoProfile(false, "")),
			(it, random) -> it.setting = random.nextBoolean() ? new SsoSetting(true) : null,
			(it, random) -> it.accepted = Set
				.of(one(random, Aspect.REDIRECT, Aspect.CLIENT_SECRET, Aspect.AUTHORIZATION_FLOW)),
			(it, random) -> it.access = one(random, AccessRestriction.everyone(),
					new AccessRestriction(Set.of("g"), Set.of()), new AccessRestriction(Set.of(), Set.of(4))));

	private RandomSetups() {
	}

	/**
	 * Draws one: a connection that is well, with up to five things about it otherwise.
	 */
	static ExistingSetup draw(Random random) {
		ExistingSetup drawn = (random.nextInt(40) == 0) ? ExistingSetup.blank() : ExistingSetup.wellSet();
		for (int left = random.nextInt(6); left > 0; left--) {
			CHANGES.get(random.nextInt(CHANGES.size())).accept(drawn, random);
		}
		if (drawn.gettingIn != null && !sendsTheClaim(drawn)) {
			drawn.gettingIn = 0;
		}
		return drawn;
	}

	/** Nobody gets in by a claim that is not sent. */
	private static boolean sendsTheClaim(ExistingSetup it) {
		return List.of("name", "nickname", "email").contains(it.claim) && it.scope.contains("profile")
				&& it.scope.contains("email") && it.mappings.containsAll(List.of("m-profile", "m-email"));
	}

	private static void release(ExistingSetup it, Random random) {
		boolean old = random.nextBoolean();
		it.release = old ? new Version(2024, 2, 0) : new Version(2026, 11, 0);
		if (old) {
			it.grantTypes = null;
			it.redirects = it.redirects.stream()
				.map((redirect) -> new AllowedRedirect(false, redirect.url(), false))
				.toList();
		}
	}

	private static void redirects(ExistingSetup it, Random random) {
		List<AllowedRedirect> drawn = new ArrayList<>();
		for (int left = random.nextInt(4); left > 0; left--) {
			drawn.add(one(random, REDIRECTS));
		}
		it.redirects = drawn.stream().distinct().toList();
	}

	private static void signingKey(ExistingSetup it, Random random) {
		it.signingKey = one(random, "ec", "hidden", null);
		if (random.nextInt(3) == 0) {
			it.keys = it.keys.stream().filter((key) -> !key.isRsa()).toList();
		}
		if ("hidden".equals(it.signingKey) && random.nextBoolean()) {
			it.keys = List.of(new CertificateKeyPair("hidden", "A key whose kind is not told", "", null));
		}
	}

	private static void mappings(ExistingSetup it, Random random) {
		it.mappings = it.scopeMappings.stream().map(ScopeMapping::pk).filter((pk) -> random.nextInt(4) != 0).toList();
	}

	private static void ownMapping(ExistingSetup it, Random random) {
		if (it.previewed == null) {
			it.withOwnMapping(one(random, "dsm", "profile"),
					one(random, "synology_username", "preferred_username", "nickname"));
		}
	}

	private static void claim(ExistingSetup it, Random random) {
		it.claim = one(random, SEEN.claims());
		it.gettingIn = one(random, null, 0, 3);
		it.gettingInByUsername = one(random, null, 0, 3);
	}

	private static void localUsers(ExistingSetup it, Random random) {
		it.allowLocalUser = one(random, false, null);
	}

	private static void applicationWithoutItsProvider(ExistingSetup it, Random random) {
		it.hasProvider = false;
		it.applicationProvider = one(random, null, 8);
		it.applicationPublisher = one(random, "", DesiredState.PUBLISHER);
	}

	private static void bindings(ExistingSetup it, Random random) {
		List<PolicyBinding> drawn = new ArrayList<>();
		for (int order = 0; order < 1 + random.nextInt(3); order++) {
			drawn.add(one(random, PolicyBinding.ofGroup("app", "g", order), PolicyBinding.ofUser("app", 4, order),
					new PolicyBinding("p" + order, "app", null, null, "policy", order, true, false),
					new PolicyBinding("n" + order, "app", "h", null, null, order, true, true),
					new PolicyBinding("d" + order, "app", "i", null, null, order, false, false)));
		}
		it.bindings = drawn;
	}

	private static Secret secret(Random random) {
		return Secret.of(one(random, SEEN.secrets()));
	}

	@SafeVarargs
	private static <T> T one(Random random, T... choices) {
		return choices[random.nextInt(choices.length)];
	}

	private static <T> T one(Random random, List<T> choices) {
		return choices.get(random.nextInt(choices.size()));
	}

}
