package io.github.dsmsso.wizard.pages;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * A test with a wizard on a port of its own that pauses for a moment at most, waits long
 * for answers that are held back, and keeps its journal where the test finds it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "wizard.access.setup-code=false", "wizard.http.deadline=60s",
				"wizard.apply.journal=${wizard.tests.journals:target/journals}/impatient-wizard" })
@Import(BriefPauses.class)
@interface ImpatientWizard {

}
