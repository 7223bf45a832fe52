package io.github.dsmsso.wizard.verify;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.dsmsso.wizard.accounts.AuthentikAnswers;
import io.github.dsmsso.wizard.authentik.AllowedRedirect;
import io.github.dsmsso.wizard.authentik.CertificateKeyPair;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.dsm.DsmAccount;
import io.github.dsmsso.wizard.dsm.NasDescription.Directory;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.Secret;
import io.github.dsmsso.wizard.verify.CheckResult.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What stands below the sentence of a check: whom and what it has looked at.
 */
class EvidenceTests {

	private final Picture picture = Picture.wellSet();

	@Test
	void groupsAndUsersWhoMayUseItAreNamed() {
		this.picture.bindings = List.of(PolicyBinding.ofGroup("app-uuid", "g-nas", 0),
				PolicyBinding.ofUser("app-uuid", 2, 1));
		assertThat(evidence("access")).containsExactly(new Evidence("allowed", "NAS users, carla"));
	}

	@Test
	void whomAPolicyLetsInAndWhomNotIsNamed() {
		hasAPolicy(Map.of(1, true, 2, false));
		assertThat(evidence("access")).containsExactly(new Evidence("asked-allowed", "anna"),
				new Evidence("asked-refused", "carla"));
		hasAPolicy(Map.of(1, true));
		assertThat(evidence("access")).containsExactly(new Evidence("asked-allowed", "anna"));
		hasAPolicy(Map.of(2, false));
		assertThat(evidence("access")).containsExactly(new Evidence("asked-refused", "carla"));
	}

	@Test
	void usersThatWereNotReadAgainAreToldToBeFromBefore() {
		assertThat(evidence("people")).extracting(Evidence::label).doesNotContain("users-read-earlier");
		this.picture.usersReadEarlier = true;
		assertThat(evidence("people")).contains(new Evidence("users-read-earlier", "2"));
	}

	@Test
	void whoBecomesAnAdministratorIsNamedAndWhetherSomebodyChoseSo() {
		namesAreAsked(Map.of(1, "anna", 2, "setup-admin"));
		assertThat(evidence("administrators")).containsExactly(new Evidence("administrators", "carla"),
				new Evidence("administrators-not-chosen", "carla"));
		this.picture.bindings = List.of(PolicyBinding.ofUser("app-uuid", 1, 0), PolicyBinding.ofUser("app-uuid", 2, 1));
		assertThat(evidence("administrators")).containsExactly(new Evidence("administrators", "carla"));
	}

	@Test
	void anotherNameMattersOnlyWhereItIsAnAdministrators() {
		this.picture.users = List.of(Picture.user(1, "setup-admin"), Picture.user(2, "c.arla"));
		namesAreAsked(Map.of(1, "setup-admin", 2, "carla"));
		assertThat(this.picture.result("administrators")).returns(Verdict.PASS, CheckResult::verdict)
			.returns("some", CheckResult::finding);
	}

	@Test
	void whatAuthentikSaysOfASecretCountsMoreThanWhatTheTwoShow() {
		this.picture.secretInDsm = Secret.of("0ther");
		assertThat(this.picture.result("client-secret").finding()).isEqualTo("accepted");
		assertThat(evidence("client-secret")).containsExactly(new Evidence("secret", "different"),
				new Evidence("asked", "accepted"));
	}

	@ParameterizedTest
	@CsvSource({ "61, WARN", "-61, WARN", "-60, PASS", "120, WARN", "-120, WARN", "121, FAIL" })
	void clocksAreToldApartByTheSecond(long ahead, Verdict verdict) {
		this.picture.dsmClock = Picture.clock(ahead);
		assertThat(this.picture.result("clocks").verdict()).isEqualTo(verdict);
	}

	@Test
	void whyADocumentCannotBeReadIsSaid() {
		Problem problem = Problem.of("oidc.no-document", "https://auth.example.com");
		this.picture.document = Observed.failed(problem);
		assertThat(this.picture.result("discovery").cause()).isEqualTo(problem);
		assertThat(evidence("discovery")).containsExactly(new Evidence("well-known", Picture.WELL_KNOWN));
	}

	@Test
	void onlyTheKeyThatSignsMustNotExpire() {
		this.picture.keys = List.of(new CertificateKeyPair("ec-uuid", "Fast key", "ec", Picture.in(-1)),
				new CertificateKeyPair("rsa-uuid", "DSM sign-in", "rsa", Picture.in(365)));
		assertThat(this.picture.result("key-expiry").finding()).isEqualTo("later");
	}

	@Test
	void aProviderThatAcceptsManyAddressesByAPatternIsNoLeftover() {
		this.picture.otherProvider = "old";
		assertThat(this.picture.result("leftovers").finding()).isEqualTo("unused");
		this.picture.redirects = List.of(new AllowedRedirect(false, "https://nas.*", false));
		assertThat(this.picture.result("leftovers").finding()).isEqualTo("none");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			12 | a, b, c, d, e, f, g, h, i, j, k, l
			13 | a, b, c, d, e, f, g, h, i, j, k, l, … (13)
			""")
	void ofManyPeopleTheFirstTwelveAreNamedAndAllAreCounted(int many, String named) {
		this.picture.users = IntStream.range(0, many)
			.mapToObj((number) -> Picture.user(number, Character.toString('a' + number)))
			.toList();
		assertThat(evidence("people")).containsExactly(new Evidence("people.NO_DSM_ACCOUNT", named));
	}

	@Test
	void peopleAreCountedByTheClaimThatDsmLooksAt() {
		this.picture.userClaim = "email";
		this.picture.accounts = List.of(Picture.account("anna@example.org"), Picture.account("setup-admin"));
		assertThat(this.picture.result("people")).returns("some", CheckResult::finding);
		assertThat(evidence("people")).contains(new Evidence("people.WILL_GET_IN", "anna"));
	}

	@Test
	void localAccountsCountOnlyWhereTheyMaySignIn() {
		this.picture.allowLocalUser = false;
		this.picture.directory = Directory.LDAP;
		this.picture.accounts = List.of(Picture.account("anna"), Picture.account("setup-admin"),
				new DsmAccount("carla@ldap.example", "", true, DsmAccount.Source.LDAP));
		assertThat(evidence("people")).containsExactly(new Evidence("people.WILL_GET_IN", "carla"),
				new Evidence("people.LOCAL_ACCOUNTS_NOT_ALLOWED", "anna"));
	}

	@Test
	void addressesScopesAndKeysAreShownAsTheyAre() {
		this.picture.redirects = List.of(AllowedRedirect.exactly(Picture.DSM),
				AllowedRedirect.exactly("https://photos.example.com"));
		assertThat(evidence("redirect")).containsExactly(new Evidence("dsm-address", Picture.DSM),
				new Evidence("redirect-uris", Picture.DSM + ", https://photos.example.com"));
		assertThat(evidence("signature")).containsExactly(new Evidence("algorithms", "RS256"),
				new Evidence("published-keys", "RSA"));
		assertThat(evidence("user-claim")).containsExactly(new Evidence("user-claim", "preferred_username"),
				new Evidence("claim-sample", "anna → anna"));
		assertThat(this.picture.result("scopes").evidence()).singleElement()
			.satisfies((seen) -> assertThat(seen.value().split(", ")).containsExactlyInAnyOrder("openid", "profile",
					"email"));
	}

	@Test
	void aKeyThatDsmCannotCheckIsNamed() {
		this.picture.signingKey = "ec-uuid";
		assertThat(evidence("signature")).containsExactly(new Evidence("signing-key", "Fast key"));
		this.picture.signingKey = null;
		assertThat(evidence("signature")).isEmpty();
	}

	@Test
	void anIssuerThatIsNoAddressIsNotAuthentiks() {
		this.picture.issuer = "not an address";
		assertThat(this.picture.result("issuer").verdict()).isEqualTo(Verdict.FAIL);
	}

	private void hasAPolicy(Map<Integer, Boolean> access) {
		this.picture.bindings = List.of(new PolicyBinding("b", "app-uuid", null, null, "policy-uuid", 0, true, false));
		this.picture.answers = new AuthentikAnswers(access, Map.of(), null, null);
	}

	/**
	 * A mapping of somebody's own sends the names, so that authentik is asked for them.
	 */
	private void namesAreAsked(Map<Integer, String> names) {
		this.picture.attached = List.of("m-openid", "m-own", "m-email");
		this.picture.answers = new AuthentikAnswers(Map.of(), names, null, null);
	}

	private List<Evidence> evidence(String check) {
		return this.picture.result(check).evidence();
	}

}
