package io.github.dsmsso.lab.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * the way. Where the descriptions are absent, exchanges are counted and not checked.
 */
public final class Contract {

	private static final String API = "/api/v3/";

	private final Optional<ApiSchema> schema;

	private final AtomicInteger seen = new AtomicInteger();

	private final AtomicInteger checked = new AtomicInteger();

	private final Map<String, Integer> violations = new ConcurrentSkipListMap<>();

	private Contract(Optional<ApiSchema> schema) {
		this.schema = schema;
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
		return new Contract(Optional.empty());
	}

	/** Whether the descriptions are there, so that exchanges are checked. */
	public boolean isKnown() {
		return this.schema.isPresent();
	}

	/** The name of the file the release is held against, or a word that there is none. */
	public String description() {
		return this.schema.map(ApiSchema::name).orElse("not checked");
	}

	/** What can be read, as paths with their {@code {variables}}. */
	List<String> readablePaths() {
		return this.schema.map(ApiSchema::readablePaths).orElse(List.of());
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
			this.schema.ifPresent((schema) -> check(schema, request.path().substring(start), request, response));
		}
	}

	private void check(ApiSchema schema, String path, LabRequest request, LabResponse response) {
		schema.violations(path, request, response)
			.forEach((text) -> this.violations.merge(request.method() + " " + path + ": " + text, 1, Integer::sum));
		this.checked.incrementAndGet();
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
