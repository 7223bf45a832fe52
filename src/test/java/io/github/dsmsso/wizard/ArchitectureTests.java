package io.github.dsmsso.wizard;

import java.net.HttpURLConnection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Random;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.github.dsmsso.wizard.shared.Secret;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * Which package may use which, and what is done in one place only.
 */
@AnalyzeClasses(packagesOf = DsmSsoWizardApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	private static final String ROOT = "io.github.dsmsso.wizard";

	private static final String[] CLIENTS = { ROOT + ".dsm..", ROOT + ".authentik.." };

	@ArchTest
	static final ArchRule roomsDoNotGoInCircles = slices().matching(ROOT + ".(*)..")
		.should()
		.beFreeOfCycles()
		.because("a package that needs one above it hides a third one: name the shared noun and move it down");

	@ArchTest
	static final ArchRule classesDoNotGoInCircles = slices().assignedFrom(eachClassWithThoseInsideIt())
		.should()
		.beFreeOfCycles()
		.because("classes that need each other can only be read together: take what is nested in the one"
				+ " and used by the other out into a file of its own");

	@ArchTest
	static final ArchRule secretsAreRevealedInTheDoorsOnly = noClasses().that()
		.resideOutsideOfPackages(ROOT + ".dsm..", ROOT + ".authentik..", ROOT + ".oidc..", ROOT + ".shared..")
		.should()
		.callMethod(Secret.class, "reveal")
		.because("a Secret leaves its type only in the request that needs it: hand the Secret itself to the client");

	@ArchTest
	static final ArchRule secretsAreNoStrings = fields().that(holdASecretByTheirName())
		.should()
		.notHaveRawType(String.class)
		.because("a String is printed, compared and serialised by accident: let it be a Secret");

	@ArchTest
	static final ArchRule onlyApplyWrites = noClasses().that()
		.resideOutsideOfPackages(ROOT + ".apply..", CLIENTS[0], CLIENTS[1])
		.should()
		.callMethodWhere(aClientWrites())
		.because("what is written has to be planned, confirmed, journalled and undone:"
				+ " describe it as a change and let apply make it so");

	@ArchTest
	static final ArchRule reactiveTypesStayBehindTheDoors = methods().that()
		.arePublic()
		.and()
		.areDeclaredInClassesThat()
		.arePublic()
		.and()
		.areDeclaredInClassesThat()
		.resideOutsideOfPackage(ROOT + ".http..")
		.should()
		.notHaveRawReturnType(resideInAPackage("reactor.."))
		.andShould(takeNothingReactive())
		.because("a client returns when it is done or past its deadline: block inside it and return the value");

	@ArchTest
	static final ArchRule timeComesIn = noClasses().should()
		.callMethod(Instant.class, "now")
		.orShould()
		.callMethod(LocalDate.class, "now")
		.orShould()
		.callMethod(LocalDateTime.class, "now")
		.orShould()
		.callMethod(ZonedDateTime.class, "now")
		.orShould()
		.callMethod(System.class, "currentTimeMillis")
		.because("a test has to be able to turn the hands: take a Clock by constructor");

	@ArchTest
	static final ArchRule theClockIsMadeOnce = noClasses().that()
		.haveNameNotMatching(DsmSsoWizardApplication.class.getName() + "(\\$.*)?")
		.should()
		.callMethod(Clock.class, "systemUTC")
		.orShould()
		.callMethod(Clock.class, "systemDefaultZone")
		.because("the application's own Clock is a bean: take it by constructor");

	@ArchTest
	static final ArchRule nobodySleeps = noClasses().should()
		.callMethod(Thread.class, "sleep", long.class)
		.because("a test would sleep too: take the waiting in by constructor");

	@ArchTest
	static final ArchRule chanceIsSecureAndComesIn = noClasses().should()
		.callConstructor(Random.class)
		.orShould()
		.callConstructor(Random.class, long.class)
		.orShould()
		.callMethod(Math.class, "random")
		.because("what is guessable is no secret: take a SecureRandom by constructor");

	@ArchTest
	static final ArchRule controllersAreTheFace = classes().that()
		.areMetaAnnotatedWith(Controller.class)
		.should()
		.bePackagePrivate()
		.andShould()
		.resideInAnyPackage(ROOT + ".pages..", ROOT + ".access..")
		.because("a page is called by its address, never by another class: what it knows belongs into another package");

	@ArchTest
	static final ArchRule pagesAreForPeople = noClasses().should()
		.beAnnotatedWith(RestController.class)
		.because("every page has to work without script: answer with a page or a part of one");

	@ArchTest
	static final ArchRule servletsEndAtTheFace = noClasses().that()
		.resideOutsideOfPackages(ROOT + ".pages..", ROOT + ".access..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("jakarta.servlet..")
		.because("the other packages serve a test or a command as well: hand them values");

	@ArchTest
	static final ArchRule nothingIsNullByAccident = classes().should(liveInANullMarkedPackage())
		.because("null is said aloud here: add a package-info with @NullMarked");

	@ArchTest
	static final ArchRule jsonIsJackson3 = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..")
		.because("Spring Boot 4 brings Jackson 3: use tools.jackson");

	@ArchTest
	static final ArchRule nobodyElseSpeaksHttp = noClasses().that()
		.resideOutsideOfPackage(ROOT + ".http..")
		.should()
		.dependOnClassesThat(resideInAnyPackage("java.net.http..", "org.apache.hc.."))
		.orShould()
		.dependOnClassesThat()
		.areAssignableTo(HttpURLConnection.class)
		.because("other clients follow redirects and repeat requests by themselves: call through the package http");

	@Test
	void roomsUseOnlyWhatTheyMay() {
		ApplicationModules.of(DsmSsoWizardApplication.class).verify();
	}

	private static SliceAssignment eachClassWithThoseInsideIt() {
		return new SliceAssignment() {

			@Override
			public SliceIdentifier getIdentifierOf(JavaClass type) {
				boolean ours = (type.getPackageName() + ".").startsWith(ROOT + ".");
				return ours ? SliceIdentifier.of(type.getName().split("\\$")[0]) : SliceIdentifier.ignore();
			}

			@Override
			public String getDescription() {
				return "each class with those inside it";
			}

		};
	}

	private static DescribedPredicate<JavaField> holdASecretByTheirName() {
		return DescribedPredicate.describe("hold a secret by their name and not a URL",
				(field) -> !field.getOwner().getSimpleName().endsWith("Urls")
						&& !field.getModifiers().contains(JavaModifier.STATIC)
						&& field.getName().matches("(?i).*(password|passphrase|secret|token|otp|onetimecode)"));
	}

	private static DescribedPredicate<JavaMethodCall> aClientWrites() {
		return DescribedPredicate.describe("a client writes",
				(call) -> resideInAnyPackage(CLIENTS).test(call.getTargetOwner())
						&& call.getName().matches("(create|update|delete|save)([A-Z].*)?"));
	}

	private static ArchCondition<JavaMethod> takeNothingReactive() {
		return new ArchCondition<>("take nothing reactive") {

			@Override
			public void check(JavaMethod method, ConditionEvents events) {
				method.getRawParameterTypes()
					.stream()
					.filter(resideInAPackage("reactor.."))
					.forEach((type) -> events.add(SimpleConditionEvent.violated(method,
							method.getFullName() + " takes a " + type.getSimpleName())));
			}

		};
	}

	private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
		return new ArchCondition<>("live in a @NullMarked package") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
				events.add(new SimpleConditionEvent(type, marked, type.getFullName() + " has no @NullMarked package"));
			}

		};
	}

}
