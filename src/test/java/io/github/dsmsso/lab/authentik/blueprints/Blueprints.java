package io.github.dsmsso.lab.authentik.blueprints;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.dsmsso.lab.authentik.api.ApiResource;
import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Filters;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.blueprints.BlueprintImporter.Outcome;
import io.github.dsmsso.lab.authentik.releases.AuthentikAssumption;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Field;
import io.github.dsmsso.lab.authentik.store.Invalid;
import io.github.dsmsso.lab.authentik.store.RefusedRequest;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.TimeFormats;
import io.github.dsmsso.lab.authentik.store.WritableFields;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.authentik.world.KeyMaterial;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/**
 * {@code /managed/blueprints/}: blueprints with a text of their own; files there are
 * none.
 */
public final class Blueprints extends ApiResource {

	private static final String BASE = "/managed/blueprints/";

	private static final String REGISTRY = "oci://";

	private final BlueprintImporter importer;

	public Blueprints(AuthentikWorld world, BlueprintImporter importer) {
		super(world, world.tables().blueprints());
		this.importer = importer;
	}

	public void routes(Routes routes) {
		routes.add("GET", BASE + "available/", (call) -> AuthentikJson.response(200, List.of()));
		if (has(Behaviour.BLUEPRINT_IMPORT)) {
			new BlueprintImport(this.importer).routes(routes, BASE);
		}
		writable(routes, BASE);
		routes.add("POST", BASE + "{key}/apply/", this::apply).add("GET", BASE + "{key}/used_by/", this::usedBy);
	}

	@Override
	protected Filters filters() {
		return new Filters().exact("name", "path").search("name", "path").orderedBy("name");
	}

	@Override
	public WritableFields fields() {
		return new WritableFields(Field.text("name").required().uniqueIn(table()),
				Field.text("path").blank().and(Blueprints::retrievable), Field.object("context"),
				Field.flag("enabled", true), Field.text("content").blank());
	}

	private static Object retrievable(Object path) {
		if (!path.equals("") && !path.toString().startsWith(REGISTRY)) {
			throw Invalid.because("Blueprint file does not exist");
		}
		return path;
	}

	/** The context that comes with a new one is not looked at yet. */
	@Override
	public Row createFrom(Map<String, @Nullable Object> body, Call call) {
		refuseBad(body, Map.of(), call);
		return super.createFrom(body, call);
	}

	/** Even a part of an instance is refused that does not say where it comes from. */
	@Override
	public void changeFrom(Row row, Map<String, @Nullable Object> body, boolean whole, Call call) {
		refuseBad(body, row.object("context"), call);
		super.changeFrom(row, body, whole, call);
	}

	private void refuseBad(Map<String, @Nullable Object> body, Map<String, @Nullable Object> context, Call call) {
		String content = Objects.toString(body.get("content"), "");
		if (content.isEmpty() && Objects.toString(body.get("path"), "").isEmpty()) {
			throw RefusedRequest.invalid("non_field_errors", "Either path or content must be set.");
		}
		if (!content.isEmpty()) {
			Outcome outcome = this.importer.reading(content,
					(blueprint) -> this.importer.validate(blueprint, context, call));
			if (!outcome.success()) {
				throw RefusedRequest.invalid(Map.of("content", told(outcome)));
			}
		}
	}

	/** Older releases tell all in one text. */
	private List<String> told(Outcome outcome) {
		if (!has(Behaviour.LOG_EVENTS)) {
			return List.of("Failed to validate blueprint: " + String.join("\n", outcome.events()));
		}
		List<String> lines = new ArrayList<>(List.of("Failed to validate blueprint"));
		outcome.events().forEach((event) -> lines.add("- " + event));
		return lines;
	}

	@Override
	protected Row add(Map<String, @Nullable Object> values) {
		Row row = super.add(values);
		row.setAll(AuthentikJson.object("last_applied_hash", "", "status", "unknown", "managed_models", List.of(),
				"metadata", Map.of()));
		return row;
	}

	@Override
	protected void created(Row row, Call call) {
		super.created(row, call);
		if (!world().assumes(AuthentikAssumption.NEW_BLUEPRINTS_WAIT)) {
			applyNow(row, call);
		}
	}

	/** Django sets it with every change, whatever its name says. */
	@Override
	protected void changed(Row row) {
		row.set("last_applied", TimeFormats.iso(world().now()));
	}

	@Override
	protected Map<String, @Nullable Object> shown(Row row, Call call) {
		return row.values();
	}

	/** Nothing refers to a blueprint. */
	private LabResponse usedBy(Call call) {
		found(call);
		return AuthentikJson.response(200, List.of());
	}

	/** Newer releases answer before their worker begins. */
	private LabResponse apply(Call call) {
		Row row = found(call);
		call.require(model().permission("add"), row);
		Map<String, @Nullable Object> before = shown(row, call);
		applyNow(row, call);
		return AuthentikJson.response(200, has(Behaviour.BLUEPRINTS_APPLIED_LATER) ? before : shown(row, call));
	}

	private void applyNow(Row row, Call call) {
		if (!row.flag("enabled")) {
			return;
		}
		Outcome outcome = row.text("path").isEmpty() ? this.importer.reading(row.text("content"), (blueprint) -> {
			row.set("metadata", blueprint.metadata());
			return this.importer.apply(blueprint, row.object("context"), call);
		}) : this.importer.failed("The laboratory has no registry of blueprints");
		row.set("status", outcome.success() ? "successful" : "error");
		if (outcome.success()) {
			row.set("last_applied_hash", hash(row.text("content")));
		}
		changed(row);
	}

	private static String hash(String content) {
		return HexFormat.of().formatHex(KeyMaterial.digest("SHA-512", content.getBytes(StandardCharsets.UTF_8)));
	}

}
