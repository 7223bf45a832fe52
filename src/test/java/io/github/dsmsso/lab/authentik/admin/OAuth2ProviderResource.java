package io.github.dsmsso.lab.authentik.admin;

import java.util.Map;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.api.ApiResource;
import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Filters;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.api.UsedBy;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.signin.Claims;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.FieldChecks;
import io.github.dsmsso.lab.authentik.store.ProviderFields;
import io.github.dsmsso.lab.authentik.store.RefusedRequest;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.WritableFields;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.authentik.world.Origin;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/** {@code /providers/oauth2/}. */
public final class OAuth2ProviderResource extends ApiResource {

	private static final String BASE = "/providers/oauth2/";

	public OAuth2ProviderResource(AuthentikWorld world) {
		super(world, world.tables().providers());
	}

	public void routes(Routes routes) {
		writable(routes, BASE);
		routes.add("GET", BASE + "{key}/setup_urls/", this::setupUrls)
			.add("GET", BASE + "{key}/preview_user/", this::previewUser)
			.add("GET", BASE + "{key}/used_by/", (call) -> UsedBy.provider(world(), found(call)));
	}

	@Override
	public Stream<Row> rows() {
		return super.rows().filter((provider) -> provider.get("protocol") == null);
	}

	@Override
	protected Filters filters() {
		Filters filters = new Filters()
			.exact("name", "client_id", "client_type", "sub_mode", "issuer_mode", "access_code_validity",
					"access_token_validity", "refresh_token_validity")
			.flag("include_claims_in_id_token")
			.object("authorization_flow", world().tables().flows())
			.object("signing_key", world().tables().keys())
			.where("application",
					(provider, values) -> world().tables()
						.applicationOf(provider)
						.filter((application) -> application.is("pk", Filters.last(values)))
						.isPresent())
			.where("property_mappings",
					(provider, values) -> values.stream().anyMatch(provider.list("property_mappings")::contains))
			.search("name", "client_id")
			.orderedBy("name");
		return has(Behaviour.REDIRECT_URIS_AS_LIST) ? filters : filters.exact("redirect_uris");
	}

	@Override
	public WritableFields fields() {
		return new ProviderFields(world().instance(), world().tables()).fields();
	}

	@Override
	protected Row add(Map<String, @Nullable Object> values) {
		Map<String, @Nullable Object> withKey = AuthentikJson.object("pk", world().nextNumber());
		withKey.putAll(values);
		return table().add(new Row(withKey));
	}

	@Override
	protected boolean isKey(String text) {
		return FieldChecks.isNumber(text);
	}

	@Override
	protected void deleted(Row row) {
		world().cascades().providerDeleted(row);
	}

	@Override
	protected void changed(Row row) {
		if (has(Behaviour.SECRET_REFERENCES)) {
			world().secrets().resolve(row);
		}
	}

	@Override
	protected Map<String, @Nullable Object> shown(Row provider, Call call) {
		return shown(world(), provider);
	}

	/** The provider with the words that every provider has. */
	static Map<String, @Nullable Object> shown(AuthentikWorld world, Row provider) {
		Map<String, @Nullable Object> shown = provider.values();
		shown.putAll(ProviderWords.of(world, provider));
		if (world.version().has(Behaviour.SECRET_REFERENCES)) {
			world.secrets().hide(shown);
		}
		return shown;
	}

	private LabResponse setupUrls(Call call) {
		Row provider = found(call);
		Origin origin = call.origin();
		String slug = world().tables()
			.applicationOf(provider)
			.map((application) -> application.text("slug"))
			.orElse(null);
		Map<String, @Nullable Object> urls = AuthentikJson.object("issuer",
				(slug != null) ? origin.issuer(provider, slug) : null, "authorize",
				origin.url("application/o/authorize/"), "token", origin.url("application/o/token/"), "user_info",
				origin.url("application/o/userinfo/"), "provider_info",
				(slug != null) ? origin.url("application/o/" + slug + "/.well-known/openid-configuration") : null,
				"logout", (slug != null) ? origin.url("application/o/" + slug + "/end-session/") : null);
		if (slug != null) {
			urls.put("jwks", origin.url("application/o/" + slug + "/jwks/"));
		}
		if (has(Behaviour.DCR_REGISTRATION)) {
			urls.put("dcr_registration", null);
		}
		return AuthentikJson.response(200, urls);
	}

	private LabResponse previewUser(Call call) {
		Row provider = found(call);
		Row user = call.sender();
		String asked = call.query("for_user");
		if (has(Behaviour.PREVIEW_FOR_USER) && asked != null) {
			if (!FieldChecks.isNumber(asked)) {
				throw RefusedRequest.told("for_user", "input must be numerical");
			}
			user = world().people()
				.users()
				.byPk(asked)
				.filter((found) -> call.may("authentik_core.preview_user", found))
				.orElseThrow(() -> RefusedRequest.told("for_user", "User not found"));
		}
		Map<String, @Nullable Object> preview = new Claims(world()).preview(provider, user, call.origin());
		if (world().tables().applicationOf(provider).isEmpty()) {
			preview.remove("iss");
		}
		return AuthentikJson.response(200, Map.of("preview", preview));
	}

}
