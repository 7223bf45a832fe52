package io.github.dsmsso.wizard.export;

import java.util.Locale;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * The summary for machines.
 */
@Component
class JsonSummary implements SummaryFormat {

	/**
	 * In ASCII: a letter that turns the direction of writing round is seen as what it is.
	 */
	static final JsonMapper JSON = JsonMapper.builder()
		.enable(SerializationFeature.INDENT_OUTPUT)
		.enable(JsonWriteFeature.ESCAPE_NON_ASCII)
		.build();

	@Override
	public String mediaType() {
		return "application/json";
	}

	@Override
	public String extension() {
		return "json";
	}

	@Override
	public String write(Summary summary, Locale locale) {
		return JSON.writeValueAsString(new Document("dsm-sso-wizard/1", false, summary)) + "\n";
	}

	/**
	 * The file as a whole.
	 *
	 * @param format what this is
	 * @param containsSecrets always false
	 * @param summary the summary
	 */
	private record Document(String format, boolean containsSecrets, Summary summary) {

	}

}
