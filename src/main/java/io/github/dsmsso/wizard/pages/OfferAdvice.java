package io.github.dsmsso.wizard.pages;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Hands the configured offers to the pages.
 */
@ControllerAdvice
@EnableConfigurationProperties(PageOffers.class)
class OfferAdvice {

	private final PageOffers offers;

	OfferAdvice(PageOffers offers) {
		this.offers = offers;
	}

	@ModelAttribute("offers")
	PageOffers offers() {
		return this.offers;
	}

}
