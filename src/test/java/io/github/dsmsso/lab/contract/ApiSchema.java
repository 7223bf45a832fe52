package io.github.dsmsso.lab.contract;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.Response;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.wizard.shared.Version;

/**
 * One release's description of its API, ready to judge requests and answers. Nothing is
 * let pass: neither a field nor a query parameter that is not described, which authentik
 * would overlook in silence.
 */
final class ApiSchema {

	private static final Map<Version, Optional<ApiSchema>> READ = new ConcurrentHashMap<>();

	private final String name;

	private final OpenApiInteractionValidator validator;

	private ApiSchema(SchemaFile file, Version release) {
		this.name = file.path().getFileName().toString();
		Description description = Description.parse(file.text());
		SchemaCaveat.amend(description, release);
		this.validator = OpenApiInteractionValidator.createFor(description.api())
			.withLevelResolver(LevelResolver.create()
				.withLevel("validation.request.parameter.query.unexpected", ValidationReport.Level.ERROR)
				.build())
			.withStrictOperationPathMatching()
			.build();
	}

	/** The description of a release, read once; empty where there are none. */
	static Optional<ApiSchema> of(Version release) {
		return READ.computeIfAbsent(release, (asked) -> SchemaFile.of(asked).map((file) -> new ApiSchema(file, asked)));
	}

	/** The name of the file it was read from. */
	String name() {
		return this.name;
	}

	/**
	 * What is wrong with an exchange.
	 * @param path the request's path from {@code /api/v3/} on
	 */
	Set<String> violations(String path, LabRequest request, LabResponse response) {
		Request asked = asked(path, request);
		return Stream
			.of(this.validator.validateRequest(asked),
					this.validator.validateResponse(path, asked.getMethod(), answered(response)))
			.flatMap((report) -> report.getMessages().stream())
			.filter((message) -> message.getLevel() == ValidationReport.Level.ERROR)
			.map(ValidationReport.Message::getMessage)
			.collect(Collectors.toSet());
	}

	private static Request asked(String path, LabRequest request) {
		SimpleRequest.Builder builder = new SimpleRequest.Builder(request.method(), path);
		request.headers().forEach(builder::withHeader);
		request.allQueryParameters().forEach(builder::withQueryParam);
		return ((request.body().length > 0) ? builder.withBody(request.body()) : builder).build();
	}

	private static Response answered(LabResponse response) {
		SimpleResponse.Builder builder = new SimpleResponse.Builder(response.status());
		response.headers().forEach(builder::withHeader);
		return ((response.body().length > 0) ? builder.withBody(response.body()) : builder).build();
	}

}
