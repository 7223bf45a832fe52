package io.github.dsmsso.wizard.pages;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/**
 * Gives an unexpected error a reference: the page shows it, the log has the error under
 * it.
 */
@Component
class ReferencedErrorAttributes extends DefaultErrorAttributes {

	private static final Logger logger = LoggerFactory.getLogger(ReferencedErrorAttributes.class);

	private final SecureRandom random;

	ReferencedErrorAttributes(SecureRandom random) {
		this.random = random;
	}

	@Override
	public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
		Map<String, Object> attributes = super.getErrorAttributes(request, options);
		Throwable error = getError(request);
		if (error != null && attributes.get("status") instanceof Integer status && status >= 500) {
			String reference = HexFormat.of().toHexDigits(this.random.nextInt()).toUpperCase(Locale.ROOT);
			logger.error("Unexpected error, reference {}", reference, error);
			attributes.put("reference", reference);
		}
		return attributes;
	}

}
