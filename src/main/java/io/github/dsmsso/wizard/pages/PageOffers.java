package io.github.dsmsso.wizard.pages;

import java.util.Map;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Values that a page offers to fill in with one click: empty in real life, set by the
 * demo.
 *
 * @param offers the values to offer, by the path of the page and the name of the field
 */
@ConfigurationProperties("wizard")
record PageOffers(@DefaultValue Map<String, Map<String, String>> offers) {

	/** The fields and values for a page. */
	public Set<Map.Entry<String, String>> of(String path) {
		return this.offers.getOrDefault(path, Map.of()).entrySet();
	}

}
