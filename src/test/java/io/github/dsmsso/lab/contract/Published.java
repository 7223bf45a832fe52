package io.github.dsmsso.lab.contract;

import java.util.Collection;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.github.dsmsso.wizard.shared.Version;
import tools.jackson.databind.JsonNode;

/** What is published, taken apart into facts and put together again. */
public enum Published {

	/** Operations and objects of authentik's API, as OpenAPI. */
	API("authentik's API", "authentik", "openapi-.*\\.yaml", DescribedApi::facts, FactualApi::describe),
	/** Models of blueprints, as JSON Schema. */
	BLUEPRINTS("authentik's blueprints", "authentik", "blueprint-schema-.*\\.json",
			(models, used) -> DescribedModels.facts(models), DescribedModels::describe),
	/** Resources and data sources, as OpenTofu tells them. */
	OPENTOFU("OpenTofu's providers", "opentofu", "provider-schemas\\.json",
			(schemas, used) -> DescribedResources.facts(schemas), DescribedResources::describe);

	private static final Version PROVIDERS = new Version(2026, 2, 0);

	private final String title;

	private final String folder;

	private final String files;

	private final BiFunction<JsonNode, Operations, Collection<Fact>> taking;

	private final Function<Collection<Fact>, JsonNode> putting;

	Published(String title, String folder, String files, BiFunction<JsonNode, Operations, Collection<Fact>> taking,
			Function<Collection<Fact>, JsonNode> putting) {
		this.title = title;
		this.folder = folder;
		this.files = files;
		this.taking = taking;
		this.putting = putting;
	}

	public String title() {
		return this.title;
	}

	/** Where descriptions lie, below the folder that lies beside the project. */
	String folder() {
		return this.folder;
	}

	/** How their files are named, as a regular expression. */
	String files() {
		return this.files;
	}

	/** The release that published a file; that of the providers tells none. */
	Version release(String file) {
		return (this != OPENTOFU) ? Version.parse(file) : PROVIDERS;
	}

	/**
	 * The facts of a description that are of use here.
	 * @param used the operations that are of use, where there are any
	 */
	public Collection<Fact> facts(JsonNode description, Operations used) {
		return this.taking.apply(description, used);
	}

	/** A description that says these facts and nothing else. */
	public JsonNode describe(Collection<Fact> facts) {
		return this.putting.apply(facts);
	}

}
