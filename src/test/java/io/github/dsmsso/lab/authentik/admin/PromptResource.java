package io.github.dsmsso.lab.authentik.admin;

import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.authentik.api.ApiResource;
import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Filters;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import org.jspecify.annotations.Nullable;

/**
 * {@code /stages/prompt/prompts/}: what people are asked for, and in which stages
 * (goauthentik/authentik, stages/prompt/api.py). The laboratory lists them; nobody fills
 * them in here.
 */
public final class PromptResource extends ApiResource {

	public PromptResource(AuthentikWorld world) {
		super(world, world.tables().prompts());
	}

	public void routes(Routes routes) {
		readable(routes, "/stages/prompt/prompts/");
	}

	@Override
	protected Filters filters() {
		return new Filters().exact("field_key", "name", "label", "type", "placeholder")
			.search("field_key", "name", "label", "type", "placeholder")
			.orderedBy("name");
	}

	@Override
	protected Map<String, @Nullable Object> shown(Row prompt, Call call) {
		Map<String, @Nullable Object> shown = prompt.values();
		shown.put("promptstage_set", prompt.list("stages").stream().map(this::stage).toList());
		shown.remove("stages");
		return shown;
	}

	private Map<String, @Nullable Object> stage(Object name) {
		return AuthentikJson.object("pk", world().randomness().uuid(), "name", name, "component",
				"ak-stage-prompt-form", "verbose_name", "Prompt Stage", "verbose_name_plural", "Prompt Stages",
				"meta_model_name", "authentik_stages_prompt.promptstage", "flow_set", List.of());
	}

}
