package io.github.dsmsso.lab.contract;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.wizard.shared.Version;

/**
 * Listens to what is said with one authentik below {@code /api/v3/}, and holds requests
 * and answers against what that release publishes about its API. Nothing is changed on
 * the way. The facts in the repository judge; the whole descriptions, where they lie
 * beside the project, have to come to the same.
 */
public final class Contract {

	private static final String API = "/api/v3/";

	/** All of them judge alike; none of them where nothing is checked. */
	private final List<ApiSchema> schemas;

	private final AtomicInteger seen = new AtomicInteger();

	private final AtomicInteger checked = new AtomicInteger();

	private final Map<String, Integer> violations = new ConcurrentSkipListMap<>();

	/** A contract that has these judges, of whom each has to come to the same. */
	public Contract(List<ApiSchema> schemas) {
		this.schemas = schemas;
	}

	/**
	 * The contract of a release.
	 * @param release its exact number, as {@code 2024.8.4}
	 */
	public static Contract of(String release) {
		return new Contract(ApiSchema.of(Version.parse(release)));
	}

	/** Counts exchanges and checks none, where others check the same ones. */
	public static Contract unchecked() {
		return new Contract(List.of());
	}

	/** The release that published what is held against, or a word that there is none. */
	public String published() {
		return this.schemas.stream().findFirst().map((schema) -> schema.published().toString()).orElse("not checked");
	}

	/** What can be read, as paths with their {@code {variables}}. */
	public List<String> readablePaths() {
		return this.schemas.stream().findFirst().map(ApiSchema::readablePaths).orElse(List.of());
	}

	/** The server, with this contract listening. */
	public LabHandler on(LabHandler server) {
		return on(server, () -> "/");
	}

	/**
	 * The server, with this contract listening.
	 * @param webPath the path below which it lives, with both slashes; outside of it
	 * there is no API
	 */
	public LabHandler on(LabHandler server, Supplier<String> webPath) {
		return (request) -> {
			LabResponse response = server.handle(request);
			listen(webPath.get().length() - 1, request, response);
			return response;
		};
	}

	private void listen(int start, LabRequest request, LabResponse response) {
		if (request.path().startsWith(API, start)) {
			this.seen.incrementAndGet();
			if (!this.schemas.isEmpty()) {
				check(request.path().substring(start), request, response);
			}
		}
	}

	private void check(String path, LabRequest request, LabResponse response) {
		String exchange = request.method() + " " + path + ": ";
		List<Set<String>> judgements = this.schemas.stream()
			.map((schema) -> schema.violations(path, request, response))
			.distinct()
			.toList();
		judgements.get(0).forEach((text) -> violated(exchange + text));
		if (judgements.size() > 1) {
			violated(exchange + "the facts in the repository and the whole description differ: " + judgements);
		}
		this.checked.incrementAndGet();
	}

	private void violated(String text) {
		this.violations.merge(text, 1, Integer::sum);
	}

	/** How many exchanges there were. */
	public int seen() {
		return this.seen.get();
	}

	/** How many of them were held against the description. */
	public int checked() {
		return this.checked.get();
	}

	/** What was against the description, and how often. */
	public Map<String, Integer> violations() {
		return new TreeMap<>(this.violations);
	}

	/**
	 * Lets a test fail for what was against the description.
	 * @throws AssertionError if anything was
	 */
	public void requireKept() {
		if (!this.violations.isEmpty()) {
			throw new AssertionError(
					"Against authentik's API description: " + String.join("\n", this.violations.keySet()));
		}
	}

}
