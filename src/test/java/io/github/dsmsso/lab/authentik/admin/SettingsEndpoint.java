package io.github.dsmsso.lab.authentik.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Field;
import io.github.dsmsso.lab.authentik.store.FieldChecks;
import io.github.dsmsso.lab.authentik.store.Invalid;
import io.github.dsmsso.lab.authentik.store.RefusedRequest;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.WritableFields;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.authentik.world.SystemFlags;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.wizard.shared.Version;
import org.jspecify.annotations.Nullable;

/**
 * {@code /admin/settings/}, part of the API from 2024.2 on. Only superusers see and set
 * them, since the laboratory has no permission for it. The flags are replaced as a whole,
 * and flags that no release knows are kept.
 */
public final class SettingsEndpoint {

	private static final String PATH = "/admin/settings/";

	private final AuthentikWorld world;

	private final SystemFlags flags;

	public SettingsEndpoint(AuthentikWorld world) {
		this.world = world;
		this.flags = new SystemFlags(world.instance(), world.settings());
	}

	public void routes(Routes routes) {
		if (this.world.version().has(Behaviour.BRANDS)) {
			routes.add("GET", PATH, this::tell)
				.add("PUT", PATH, (call) -> change(call, true))
				.add("PATCH", PATH, (call) -> change(call, false));
		}
	}

	private LabResponse tell(Call call) {
		refuseOthers(call);
		Map<String, @Nullable Object> settings = this.world.settings().values();
		settings.keySet().removeAll(notYet());
		settings.remove("flags");
		if (this.flags.exist()) {
			settings.put("flags", this.flags.all());
		}
		return AuthentikJson.response(200, settings);
	}

	/** What this release has not; no client has a use for it, so it is no behaviour. */
	private List<String> notYet() {
		Version release = Version.parse(this.world.version().number());
		List<String> notYet = new ArrayList<>();
		if (!release.isAtLeast(2024, 12)) {
			notYet.add("impersonation_require_reason");
		}
		if (!release.isAtLeast(2025, 4)) {
			notYet.addAll(List.of("reputation_lower_limit", "reputation_upper_limit"));
		}
		if (!this.world.version().has(Behaviour.SMALL_PAGES)) {
			notYet.addAll(List.of("pagination_default_page_size", "pagination_max_page_size"));
		}
		return notYet;
	}

	private LabResponse change(Call call, boolean whole) {
		refuseOthers(call);
		Row settings = this.world.settings();
		settings.setAll(fields().changes(call.body(), whole, settings));
		this.world.applicationCache().empty();
		return tell(call);
	}

	private static void refuseOthers(Call call) {
		if (!call.isSuperuser()) {
			throw RefusedRequest.noPermission();
		}
	}

	private WritableFields fields() {
		WritableFields fields = new WritableFields(Field.text("avatars"), Field.flag("default_user_change_name", true),
				Field.flag("default_user_change_email", false), Field.flag("default_user_change_username", false),
				Field.text("event_retention").and(FieldChecks::duration), Field.flag("gdpr_compliance", true),
				Field.flag("impersonation", true), Field.text("default_token_duration").and(FieldChecks::duration),
				Field.integer("default_token_length"));
		if (this.world.version().has(Behaviour.SMALL_PAGES)) {
			fields.and(Field.integer("pagination_default_page_size"), Field.integer("pagination_max_page_size"));
		}
		return this.flags.exist() ? fields.and(Field.object("flags").required().and(this::wellTyped)) : fields;
	}

	private Object wellTyped(Object flags) {
		this.flags.known().forEach((flag) -> {
			Object value = ((Map<?, ?>) flags).get(flag);
			if (value != null && !(value instanceof Boolean)) {
				throw Invalid.because("Value for flag " + flag + " needs to be of type bool.");
			}
		});
		return flags;
	}

}
