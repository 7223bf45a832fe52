package io.github.dsmsso.wizard.pages;

import io.github.dsmsso.wizard.shared.Secret;

import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/**
 * Lets a form bind to a {@link Secret}, so that what was typed never is a bare text.
 */
@Component
class SecretConverter implements Converter<String, Secret> {

	@Override
	public Secret convert(String typed) {
		return Secret.of(typed);
	}

}
