package io.github.dsmsso.lab.authentik.blueprints;

import java.util.Map;

import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.blueprints.BlueprintImporter.Outcome;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.RefusedRequest;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * {@code /managed/blueprints/import/}: applies a file at once, and keeps no instance of
 * it.
 */
final class BlueprintImport {

	private final BlueprintImporter importer;

	BlueprintImport(BlueprintImporter importer) {
		this.importer = importer;
	}

	void routes(Routes routes, String base) {
		routes.add("POST", base + "import/", this::answer);
	}

	private LabResponse answer(Call call) {
		call.require(call.world().tables().blueprints().model().permission("add"));
		Map<String, String> form = call.form();
		Map<String, @Nullable Object> context = context(form.getOrDefault("context", ""));
		Outcome outcome = this.importer.reading(content(form), (blueprint) -> {
			this.importer.requirePermissions(blueprint, context, call);
			return this.importer.apply(blueprint, context, call);
		});
		return AuthentikJson.response(200, AuthentikJson.object("logs", outcome.logs(), "success", outcome.success()));
	}

	/** A path would name one of the files that the laboratory has none of. */
	private static String content(Map<String, String> form) {
		if (form.containsKey("path")) {
			throw RefusedRequest.invalid("path", "Blueprint file does not exist");
		}
		String content = form.get("file");
		if (content == null) {
			throw RefusedRequest.invalid("non_field_errors", "Either path or file must be set.");
		}
		return content;
	}

	private static Map<String, @Nullable Object> context(String json) {
		try {
			return json.isEmpty() ? Map.of() : BlueprintMembers.object("context", AuthentikJson.read(json));
		}
		catch (JacksonException | InvalidEntry ex) {
			throw RefusedRequest.invalid("context", "Value must be valid JSON.");
		}
	}

}
