package io.github.dsmsso.wizard.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.authentik.UserAttributes;
import io.github.dsmsso.wizard.dsm.SsoSetting;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What an interrupted run has left, said of each object that the plan was to change.
 */
class ThreeWayTests {

	private final ExistingSetup setup = ExistingSetup.blank();

	@Test
	void beforeTheRunEveryObjectIsAsBefore() {
		ThreeWay found = compared(this.setup.plan());
		assertThat(found.objects()).extracting(ComparedObject::object)
			.containsExactly("provider", "application", "oidc-sso", "sso-profile");
		assertThat(found.notAsBefore()).isEmpty();
	}

	@Test
	void afterItEveryObjectIsAsWantedWithAKeyAndAMappingThatWereMadeInIt() {
		this.setup.withReadableProfile().keys = List.of();
		this.setup.bridge = new NameBridge(NameBridge.ATTRIBUTE, Map.of(4, "a.example"));
		this.setup.attributes = List.of(new UserAttributes(4, Map.of()));
		Plan plan = this.setup.plan();
		assertThat(compared(plan).notAsBefore()).isEmpty();
		this.setup.apply(plan);
		assertThat(compared(plan).objects()).extracting(ComparedObject::object)
			.containsExactly("user", "signing-key", "scope-mapping", "provider", "application", "oidc-sso",
					"sso-profile");
		assertThat(compared(plan).objects()).extracting(ComparedObject::standing).containsOnly(Standing.AS_WANTED);
	}

	@Test
	void ofARunThatWasInterruptedEachObjectSaysHowItStands() {
		Plan plan = this.setup.plan();
		this.setup.apply(plan).hasApplication = false;
		this.setup.profile = plan.current().dsm().profile();
		assertThat(compared(plan).objects()).extracting(ComparedObject::object, ComparedObject::standing)
			.containsExactly(tuple("provider", Standing.AS_WANTED), tuple("application", Standing.AS_BEFORE),
					tuple("oidc-sso", Standing.AS_WANTED), tuple("sso-profile", Standing.AS_BEFORE));
		assertThat(compared(plan).notAsBefore()).extracting(ComparedObject::object)
			.containsExactly("provider", "oidc-sso");
	}

	@Test
	void whatSomebodyChangedSinceIsShownBesideWhatItWasAndWhatItWasToBecome() {
		Plan plan = this.setup.plan();
		this.setup.apply(plan).scope = "openid groups";
		assertThat(object(plan, "oidc-sso").standing()).isEqualTo(Standing.OTHERWISE);
		assertThat(field(plan, "oidc-sso", "oidc_scope"))
			.isEqualTo(new ComparedField("oidc_scope", "", "openid groups", "openid profile email", false, false));
		assertThat(field(plan, "oidc-sso", "oidc_user_claim")).isEqualTo(
				new ComparedField("oidc_user_claim", "", "preferred_username", "preferred_username", false, true));
	}

	@Test
	void aProviderThatWasMendedAndIsGoneIsNeither() {
		ExistingSetup mended = ExistingSetup.wellSet();
		mended.encryptionKey = "rsa";
		Plan plan = mended.plan();
		assertThat(standing(mended, plan)).containsExactly(Standing.AS_BEFORE);
		mended.apply(plan);
		assertThat(standing(mended, plan)).containsExactly(Standing.AS_WANTED);
		mended.hasProvider = false;
		ComparedObject gone = compared(mended, plan).objects().get(0);
		assertThat(gone.standing()).isEqualTo(Standing.OTHERWISE);
		assertThat(gone.fields()).allSatisfy((field) -> assertThat(field.now()).isEmpty());
	}

	@Test
	void anApplicationThatIsGivenAProviderSaysWhoseItHad() {
		ExistingSetup lost = ExistingSetup.wellSet();
		lost.applicationProvider = null;
		Plan plan = lost.plan();
		assertThat(providerOfApplication(lost, plan))
			.isEqualTo(new ComparedField("provider", "", "", "NAS sign-in", true, false));
		lost.applicationProvider = 9;
		assertThat(providerOfApplication(lost, plan))
			.isEqualTo(new ComparedField("provider", "", "#9", "NAS sign-in", false, false));
		lost.applicationProvider = 7;
		assertThat(providerOfApplication(lost, plan))
			.isEqualTo(new ComparedField("provider", "", "NAS sign-in", "NAS sign-in", false, true));
	}

	@Test
	void aBindingThatIsMadeAndOneThatGoesAreThereOrNot() {
		ExistingSetup bound = ExistingSetup.wellSet();
		bound.bindings = List.of(PolicyBinding.ofGroup("app", "g", 0));
		bound.access = new AccessRestriction(Set.of(), Set.of(4));
		Plan plan = bound.plan();
		assertThat(standing(bound, plan)).containsExactly(Standing.AS_BEFORE, Standing.AS_BEFORE);
		bound.bindings = List.of(PolicyBinding.ofGroup("app", "g", 0), PolicyBinding.ofUser("app", 4, 1));
		assertThat(standing(bound, plan)).containsExactly(Standing.AS_WANTED, Standing.AS_BEFORE);
		assertThat(compared(bound, plan).objects()).flatExtracting(ComparedObject::fields)
			.extracting(ComparedField::field, ComparedField::before, ComparedField::now, ComparedField::wanted)
			.containsExactly(tuple("user", "", "anna", "anna"), tuple("group", "NAS users", "NAS users", ""));
		bound.bindings = List.of(PolicyBinding.ofUser("app", 4, 1));
		assertThat(standing(bound, plan)).containsExactly(Standing.AS_WANTED, Standing.AS_WANTED);
	}

	@Test
	void anAttributeSaysWhatItHoldsAndAPersonWhoIsGoneHasNone() {
		this.setup.withReadableProfile().bridge = new NameBridge(NameBridge.ATTRIBUTE, Map.of(4, "new"));
		this.setup.attributes = List.of(new UserAttributes(4, Map.of(NameBridge.ATTRIBUTE, "old")));
		Plan plan = this.setup.plan();
		assertThat(field(plan, "user", "attributes")).isEqualTo(new ComparedField("attributes",
				"synology_username: old", "synology_username: old", "synology_username: new", true, false));
		this.setup.attributes = List.of(new UserAttributes(4, Map.of(NameBridge.ATTRIBUTE, "other")));
		assertThat(object(plan, "user").standing()).isEqualTo(Standing.OTHERWISE);
		assertThat(field(plan, "user", "attributes").now()).isEqualTo("synology_username: other");
		this.setup.attributes = List.of();
		assertThat(field(plan, "user", "attributes").now()).isEmpty();
		assertThat(object(plan, "user").standing()).isEqualTo(Standing.OTHERWISE);
	}

	@Test
	void howTheSignInPageStartsIsComparedAsFarAsDsmStillSaysIt() {
		ExistingSetup started = ExistingSetup.wellSet();
		started.setting = new SsoSetting(true);
		started.claim = "";
		Plan plan = started.plan();
		assertThat(standing(started, plan)).containsExactly(Standing.AS_BEFORE, Standing.AS_BEFORE);
		started.setting = new SsoSetting(false);
		assertThat(standing(started, plan)).containsExactly(Standing.AS_WANTED, Standing.AS_BEFORE);
		started.setting = null;
		assertThat(standing(started, plan)).containsExactly(Standing.AS_BEFORE, Standing.AS_BEFORE);
	}

	private static ComparedField providerOfApplication(ExistingSetup setup, Plan plan) {
		return compared(setup, plan).objects()
			.stream()
			.filter((object) -> object.object().equals("application"))
			.flatMap((object) -> object.fields().stream())
			.filter((field) -> field.field().equals("provider"))
			.findFirst()
			.orElseThrow();
	}

	private ComparedField field(Plan plan, String object, String field) {
		return object(plan, object).fields()
			.stream()
			.filter((found) -> found.field().equals(field))
			.findFirst()
			.orElseThrow();
	}

	private ComparedObject object(Plan plan, String object) {
		return compared(plan).objects()
			.stream()
			.filter((found) -> found.object().equals(object))
			.findFirst()
			.orElseThrow();
	}

	private ThreeWay compared(Plan plan) {
		return compared(this.setup, plan);
	}

	private static List<Standing> standing(ExistingSetup setup, Plan plan) {
		return compared(setup, plan).objects().stream().map(ComparedObject::standing).toList();
	}

	private static ThreeWay compared(ExistingSetup setup, Plan plan) {
		return ThreeWay.of(plan, setup.current(), setup.inventory());
	}

}
