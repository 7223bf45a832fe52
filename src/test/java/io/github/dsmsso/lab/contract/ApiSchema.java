package io.github.dsmsso.lab.contract;

import java.util.List;
import java.util.Map;
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
public final class ApiSchema {

	private static final Map<Version, List<ApiSchema>> READ = new ConcurrentHashMap<>();

	private final Version published;

	private final List<String> readablePaths;

	private final OpenApiInteractionValidator validator;

	private ApiSchema(Version published, String text, Version release) {
		this.published = published;
		Description description = Description.parse(text);
		SchemaCaveat.amend(description, release);
		this.readablePaths = description.readablePaths();
		this.validator = OpenApiInteractionValidator.createFor(description.api())
			.withLevelResolver(LevelResolver.create()
				.withLevel("validation.request.parameter.query.unexpected", ValidationReport.Level.ERROR)
				.build())
			.withStrictOperationPathMatching()
			.build();
	}

	/**
	 * What is known of a release, read once: the facts that lie in the repository first,
	 * then the whole description where it lies beside the project.
	 */
	public static List<ApiSchema> of(Version release) {
		return READ.computeIfAbsent(release, ApiSchema::read);
	}

	private static List<ApiSchema> read(Version release) {
		Facts facts = Facts.committed();
		Version published = facts.releases(Published.API).standingFor(release).orElseThrow();
		String text = facts.read(Published.API, published).toString();
		return Stream
			.concat(Stream.of(text),
					PublishedFolder.find().map((folder) -> folder.text(Published.API, published)).stream())
			.map((description) -> new ApiSchema(published, description, release))
			.toList();
	}

	/** The release that published it. */
	Version published() {
		return this.published;
	}

	List<String> readablePaths() {
		return this.readablePaths;
	}

	/**
	 * What is wrong with an exchange.
	 * @param path the request's path from {@code /api/v3/} on
	 */
	public Set<String> violations(String path, LabRequest request, LabResponse response) {
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
