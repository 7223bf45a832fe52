package io.github.dsmsso.lab.conformance;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.github.dsmsso.lab.calls.Recording.Exchange;
import io.github.dsmsso.lab.calls.Side;
import io.github.dsmsso.lab.contract.ApiSchema;
import io.github.dsmsso.lab.contract.Facts;
import io.github.dsmsso.lab.contract.Published;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.wizard.Bench;
import io.github.dsmsso.wizard.shared.Version;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is said while a connection is made, with each thing made wrong alone: the facts
 * refuse it, and so does the whole description where that lies beside the project.
 */
class MutantsTests {

	private static final String API = "/api/v3";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** What may be null in some releases though their words deny it. */
	private static final Set<String> ALLOWED_BY_A_CAVEAT = Set.of("Application.provider_obj null",
			"OAuth2Provider.assigned_application_name null", "OAuth2Provider.assigned_application_slug null",
			"OAuth2Provider.invalidation_flow null");

	private final Set<String> tried = new HashSet<>();

	private final Set<String> survivors = new TreeSet<>();

	static List<Version> releases() {
		return Facts.committed().releases(Published.API).all();
	}

	@ParameterizedTest
	@MethodSource("releases")
	void everyMutantOfAnExchangeIsRefused(Version release) {
		Mutants mutants = new Mutants(Facts.committed().of(Published.API, release));
		for (Exchange exchange : exchanges(release)) {
			mutateRequest(release, mutants, exchange);
			mutateAnswer(release, mutants, exchange);
		}
		assertThat(this.tried).hasSizeGreaterThan(300);
		assertThat(this.tried).anyMatch((mistake) -> mistake.startsWith("OAuth2ProviderRequest with an unknown"));
		assertThat(this.survivors).isSubsetOf(ALLOWED_BY_A_CAVEAT);
	}

	private static List<Exchange> exchanges(Version release) {
		try (Bench bench = Bench.of("7.2.2", release.toString())) {
			bench.start(bench.plan());
			return bench.recording()
				.exchanges()
				.stream()
				.filter((exchange) -> exchange.side() == Side.AUTHENTIK && exchange.request().path().startsWith(API))
				.toList();
		}
	}

	private void mutateRequest(Version release, Mutants mutants, Exchange exchange) {
		LabRequest request = exchange.request();
		mutants.of(request.method(), path(exchange), "body", request.text())
			.forEach((mistake, body) -> tryOut(release, mistake, with(request, body), exchange.response()));
	}

	private void mutateAnswer(Version release, Mutants mutants, Exchange exchange) {
		LabResponse response = exchange.response();
		mutants.of(exchange.request().method(), path(exchange), String.valueOf(response.status()), response.text())
			.forEach((mistake, body) -> tryOut(release, mistake, exchange.request(), with(response, body)));
	}

	private static String path(Exchange exchange) {
		return exchange.request().path().substring(API.length());
	}

	private void tryOut(Version release, String mistake, LabRequest request, LabResponse response) {
		if (this.tried.add(mistake) && ApiSchema.of(release)
			.stream()
			.anyMatch((schema) -> schema.violations(request.path(), request, response).isEmpty())) {
			this.survivors.add(mistake);
		}
	}

	private static LabRequest with(LabRequest request, JsonNode body) {
		return new LabRequest(request.method(), request.path(), request.query(), request.headers(),
				JSON.writeValueAsBytes(body));
	}

	private static LabResponse with(LabResponse response, JsonNode body) {
		return new LabResponse(response.status(), response.headers(), JSON.writeValueAsBytes(body),
				response.delivery());
	}

}
