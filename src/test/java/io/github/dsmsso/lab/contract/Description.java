package io.github.dsmsso.lab.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;

/**
 * An OpenAPI description in the validator's model, with the ways in which a
 * {@link SchemaCaveat} amends it. Where a property is named, every schema that has it is
 * meant.
 */
@SuppressWarnings({ "rawtypes", "unchecked" })
final class Description {

	private static final String REFUSES_LIKE = "/admin/version/";

	private final OpenAPI api;

	private Description(OpenAPI api) {
		this.api = api;
	}

	static Description parse(String yaml) {
		ParseOptions options = new ParseOptions();
		options.setResolve(true);
		Description description = new Description(new OpenAPIV3Parser().readContents(yaml, null, options).getOpenAPI());
		description.resolveResponses();
		description.sortChoices();
		return description;
	}

	/** The validator takes a reference to an answer for an answer without a body. */
	private void resolveResponses() {
		operations().forEach((operation) -> operation.getResponses()
			.replaceAll((status, response) -> (response.get$ref() != null)
					? this.api.getComponents().getResponses().get(nameIn(response.get$ref())) : response));
	}

	/** So that whoever lists them lists them alike. */
	private void sortChoices() {
		Stream<Schema> fields = schemas().filter((owner) -> owner.getProperties() != null)
			.flatMap((owner) -> owner.getProperties().values().stream());
		Stream<Schema> parameters = operations().filter((operation) -> operation.getParameters() != null)
			.flatMap((operation) -> operation.getParameters().stream())
			.map(Parameter::getSchema)
			.filter(Objects::nonNull);
		Stream.of(schemas(), fields, parameters)
			.flatMap((all) -> all)
			.filter((schema) -> schema.getEnum() != null)
			.forEach((schema) -> schema.getEnum().sort(Comparator.comparing(String::valueOf)));
	}

	OpenAPI api() {
		return this.api;
	}

	/** The paths that have a GET. */
	List<String> readablePaths() {
		return this.api.getPaths()
			.entrySet()
			.stream()
			.filter((path) -> path.getValue().getGet() != null)
			.map(Map.Entry::getKey)
			.toList();
	}

	/** Every operation may answer this status with one text under the given name. */
	void everyOperationMayAnswer(String status, String name) {
		Schema body = new ObjectSchema().addProperty(name, new StringSchema()).addRequiredItem(name);
		operations().forEach((operation) -> operation.getResponses().addApiResponse(status, json(body)));
	}

	/** A 400 that is described without a body names fields with texts. */
	void letBlankRefusalsNameFields() {
		Schema fields = new ObjectSchema().additionalProperties(new ArraySchema().items(new StringSchema()));
		operations().map((operation) -> operation.getResponses().get("400"))
			.filter((refusal) -> refusal != null && refusal.getContent() == null)
			.forEach((refusal) -> refusal.setContent(json(fields).getContent()));
	}

	/** A 400 of this path names fields with a text or with several. */
	void letRefusalsNameFieldsWithOneText(String path) {
		Schema fields = new ObjectSchema().additionalProperties(true);
		this.api.getPaths().get(path).getGet().getResponses().addApiResponse("400", json(fields));
	}

	/** A path that can be read, or refused like its neighbour. */
	void addRead(String path, Schema answer, String... queries) {
		ApiResponses responses = new ApiResponses();
		responses.putAll(this.api.getPaths().get(REFUSES_LIKE).getGet().getResponses());
		responses.addApiResponse("200", json(answer));
		Operation read = new Operation().responses(responses);
		Stream.of(queries)
			.forEach((name) -> read.addParametersItem(new QueryParameter().name(name).schema(new StringSchema())));
		this.api.path(path, new PathItem().get(read));
	}

	Description replaceProperty(String name, Schema schema) {
		having(name).forEach((owner) -> owner.getProperties().put(name, schema));
		return this;
	}

	Description makeOptional(String name) {
		having(name).filter((owner) -> owner.getRequired() != null)
			.forEach((owner) -> owner.getRequired().remove(name));
		return this;
	}

	/** The property of one schema alone; where there is no such schema, nothing. */
	void makeOptional(String schema, String name) {
		Schema owner = (Schema) this.api.getComponents().getSchemas().get(schema);
		if (owner != null && owner.getRequired() != null) {
			owner.getRequired().remove(name);
		}
	}

	void makeNullable(String name) {
		having(name).forEach((owner) -> property(owner, name).setNullable(true));
	}

	/** What is written keeps the property: authentik names those schemas "…Request". */
	void makeNullableInAnswers(String name) {
		this.api.getComponents()
			.getSchemas()
			.entrySet()
			.stream()
			.filter((schema) -> !schema.getKey().endsWith("Request"))
			.map(Map.Entry::getValue)
			.filter((owner) -> owner.getProperties() != null && owner.getProperties().containsKey(name))
			.forEach((owner) -> property(owner, name).setNullable(true));
	}

	void allowNullBesideReferences() {
		schemas().filter((owner) -> owner.getProperties() != null)
			.forEach((owner) -> owner.getProperties().replaceAll((name, schema) -> orNull((Schema) schema)));
	}

	private Schema orNull(Schema schema) {
		if (!Boolean.TRUE.equals(schema.getNullable()) || schema.getAllOf() == null) {
			return schema;
		}
		Schema target = target(schema);
		Schema copy = new ObjectSchema().properties(target.getProperties()).required(target.getRequired());
		copy.type(target.getType()).additionalProperties(target.getAdditionalProperties()).setEnum(target.getEnum());
		copy.readOnly(schema.getReadOnly()).setNullable(true);
		return copy;
	}

	void resolveParameters() {
		operations().filter((operation) -> operation.getParameters() != null)
			.flatMap((operation) -> operation.getParameters().stream())
			.filter((parameter) -> parameter.getSchema() != null)
			.forEach((parameter) -> parameter.setSchema(target(parameter.getSchema())));
	}

	/** What a reference, alone or in an "all of" of its own, leads to. */
	private Schema target(Schema schema) {
		Schema only = (schema.getAllOf() != null) ? (Schema) schema.getAllOf().get(0) : schema;
		return Optional.ofNullable(only.get$ref())
			.map((reference) -> this.api.getComponents().getSchemas().get(nameIn(reference)))
			.orElse(only);
	}

	private static String nameIn(String reference) {
		return reference.substring(reference.lastIndexOf('/') + 1);
	}

	private Stream<Operation> operations() {
		return this.api.getPaths().values().stream().map(PathItem::readOperations).flatMap(List::stream);
	}

	private Stream<Schema> schemas() {
		return this.api.getComponents().getSchemas().values().stream();
	}

	private Stream<Schema> having(String name) {
		return schemas().filter((owner) -> owner.getProperties() != null && owner.getProperties().containsKey(name));
	}

	private static Schema property(Schema owner, String name) {
		return (Schema) owner.getProperties().get(name);
	}

	private static ApiResponse json(Schema body) {
		return new ApiResponse().content(new Content().addMediaType("application/json", new MediaType().schema(body)));
	}

}
