package io.github.dsmsso.lab.contract;

import java.util.Collection;
import java.util.function.Function;

import io.github.dsmsso.wizard.shared.Version;
import tools.jackson.databind.JsonNode;

/** What is published, taken apart into facts and put together again. */
enum Published {

	/** Operations and objects of authentik's API, as OpenAPI. */
	API("authentik's API", "authentik", "openapi-.*\\.yaml", DescribedApi::facts, FactualApi::describe),
	/** Models of blueprints, as JSON Schema. */
	BLUEPRINTS("authentik's blueprints", "authentik", "blueprint-schema-.*\\.json", DescribedModels::facts,
			DescribedModels::describe),
	/** Resources and data sources, as OpenTofu tells them. */
	OPENTOFU("OpenTofu's providers", "opentofu", "provider-schemas\\.json", DescribedResources::facts,
			DescribedResources::describe);

	private static final Version PROVIDERS = new Version(2026, 2, 0);

	private final String title;

	private final String folder;

	private final String files;

	private final Function<JsonNode, Collection<Fact>> taking;

	private final Function<Collection<Fact>, JsonNode> putting;

	Published(String title, String folder, String files, Function<JsonNode, Collection<Fact>> taking,
			Function<Collection<Fact>, JsonNode> putting) {
		this.title = title;
		this.folder = folder;
		this.files = files;
		this.taking = taking;
		this.putting = putting;
	}

	String title() {
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

	/** The facts of a description that are of use here. */
	Collection<Fact> facts(JsonNode description) {
		return this.taking.apply(description);
	}

	/** A description that says these facts and nothing else. */
	JsonNode describe(Collection<Fact> facts) {
		return this.putting.apply(facts);
	}

}
