package io.github.dsmsso.wizard.pages;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Tells every page, also one of an error, which version of the wizard shows it. Only a
 * build by Maven knows that.
 */
@Component
class VersionOnPages {

	VersionOnPages(ObjectProvider<BuildProperties> build, ThymeleafViewResolver views) {
		build.ifAvailable((known) -> views.addStaticVariable("wizardVersion", known.getVersion()));
	}

}
