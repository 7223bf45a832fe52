package io.github.dsmsso.lab.authentik.admin;

import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.authentik.api.ApiResource;
import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Filters;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Field;
import io.github.dsmsso.lab.authentik.store.FieldChecks;
import io.github.dsmsso.lab.authentik.store.Model;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.StageKind;
import io.github.dsmsso.lab.authentik.store.WritableFields;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import org.jspecify.annotations.Nullable;

/** {@code /stages/<kind>/}: what flows consist of, wherever it is bound. */
public final class StageResource extends ApiResource {

	private final StageKind kind;

	public StageResource(AuthentikWorld world, StageKind kind) {
		super(world, world.tables().stages(kind));
		this.kind = kind;
	}

	public void routes(Routes routes) {
		writable(routes, "/stages/" + this.kind.path() + "/");
	}

	@Override
	protected Filters filters() {
		return new Filters().exact("name").search("name").orderedBy("name");
	}

	@Override
	public WritableFields fields() {
		return settings().and(Field.text("name").required());
	}

	private WritableFields settings() {
		return switch (this.kind) {
			case CONSENT -> new WritableFields(
					Field.choice("mode", "always_require", "permanent", "expiring").otherwise("always_require"),
					Field.of("consent_expire_in", FieldChecks::duration).otherwise("weeks=4"));
			case AUTHENTICATOR -> new WritableFields(
					Field.choice("not_configured_action", "skip", "deny", "configure").otherwise("skip"));
			case DENY -> new WritableFields(Field.text("deny_message").otherwise(""));
			case PASSWORD -> new WritableFields();
		};
	}

	@Override
	protected void deleted(Row row) {
		world().tables().stageBindings().removeAll("stage", row.pk());
	}

	@Override
	protected Map<String, @Nullable Object> shown(Row stage, Call call) {
		Map<String, @Nullable Object> shown = shortly(this.kind, model(), stage);
		shown.putAll(stage.values());
		return shown;
	}

	/** What is shown of a stage of any kind. */
	static Map<String, @Nullable Object> shortly(StageKind kind, Model model, Row stage) {
		return AuthentikJson.object("pk", stage.pk(), "name", stage.text("name"), "component", kind.component(),
				"verbose_name", model.verbose(), "verbose_name_plural", model.verbose() + "s", "meta_model_name",
				model.app() + "." + model.name(), "flow_set", List.of());
	}

}
