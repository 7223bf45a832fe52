package io.github.dsmsso.lab;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.github.dsmsso.wizard.DsmSsoWizardApplication;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules of the laboratory. They look at the simulated authentik, and can look at the
 * rest as soon as it keeps them.
 */
@AnalyzeClasses(packages = LaboratoryArchitectureTests.LABORATORY)
class LaboratoryArchitectureTests {

	static final String LABORATORY = "io.github.dsmsso.lab";

	private static final int MOST_TYPES_OF_A_PACKAGE = 45;

	@ArchTest
	static final ArchRule packagesDoNotGoInCircles = slices()
		.assignedFrom(slicesBy("each package", JavaClass::getPackageName))
		.should()
		.beFreeOfCycles()
		.because("two packages that need each other are one: move the shared noun down,"
				+ " or pass what is needed as a value or a function");

	@ArchTest
	static final ArchRule classesDoNotGoInCircles = slices()
		.assignedFrom(slicesBy("each class with those inside it", LaboratoryArchitectureTests::outermostName))
		.should()
		.beFreeOfCycles()
		.because("classes that need each other can only be read together: pass what is needed"
				+ " as a value or a function, or take it out into a class that both use");

	@ArchTest
	static final ArchRule namesAreOfOneClassOnly = classes().that(standOnTheirOwn())
		.should(haveANameOfTheirOwn())
		.because("a stack trace and a search show the simple name first: say in the name whose it is");

	@ArchTest
	static final ArchRule nothingIsNullByAccident = classes().should(liveInANullMarkedPackage())
		.because("null is said aloud here: add a package-info with @NullMarked");

	@ArchTest
	static void packagesCanBeTakenInAtAGlance(JavaClasses classes) {
		Map<String, Long> types = classes.stream()
			.filter(standOnTheirOwn())
			.collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
		assertThat(types).isNotEmpty()
			.allSatisfy((name, number) -> assertThat(number)
				.as("types of %s, where a part that does one thing can have a package of its own", name)
				.isLessThanOrEqualTo(MOST_TYPES_OF_A_PACKAGE));
	}

	private static SliceAssignment slicesBy(String description, Function<JavaClass, String> name) {
		return new SliceAssignment() {

			@Override
			public SliceIdentifier getIdentifierOf(JavaClass type) {
				return isBelow(LABORATORY).test(type) ? SliceIdentifier.of(name.apply(type)) : SliceIdentifier.ignore();
			}

			@Override
			public String getDescription() {
				return description;
			}

		};
	}

	private static Predicate<JavaClass> isBelow(String root) {
		return (type) -> (type.getPackageName() + ".").startsWith(root + ".");
	}

	private static String outermostName(JavaClass type) {
		return type.getName().split("\\$")[0];
	}

	private static DescribedPredicate<JavaClass> standOnTheirOwn() {
		return DescribedPredicate.describe("stand on their own",
				(type) -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"));
	}

	private static ArchCondition<JavaClass> haveANameOfTheirOwn() {
		Map<String, Long> bearers = Stream
			.concat(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
				.importPackagesOf(DsmSsoWizardApplication.class)
				.stream(), new ClassFileImporter().importPackages(LABORATORY).stream())
			.filter(standOnTheirOwn())
			.collect(Collectors.groupingBy(JavaClass::getSimpleName, Collectors.counting()));
		return new ArchCondition<>("have a name that no other class of the laboratory or the wizard has") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				events.add(new SimpleConditionEvent(type, bearers.get(type.getSimpleName()) == 1,
						type.getName() + " is not the only " + type.getSimpleName()));
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
