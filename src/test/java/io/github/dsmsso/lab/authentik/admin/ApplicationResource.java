package io.github.dsmsso.lab.authentik.admin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.api.ApiResource;
import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Filters;
import io.github.dsmsso.lab.authentik.api.ListPage;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.api.UsedBy;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.rights.Access;
import io.github.dsmsso.lab.authentik.store.ApplicationFields;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.FieldChecks;
import io.github.dsmsso.lab.authentik.store.ProviderRedirects;
import io.github.dsmsso.lab.authentik.store.RefusedRequest;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.TimeFormats;
import io.github.dsmsso.lab.authentik.store.WritableFields;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/** {@code /core/applications/}. */
public final class ApplicationResource extends ApiResource {

	private static final String BASE = "/core/applications/";

	private static final LabResponse MALFORMED = LabResponse.html(400, "");

	private final Access access;

	public ApplicationResource(AuthentikWorld world) {
		super(world, world.tables().applications());
		this.access = new Access(world);
	}

	public void routes(Routes routes) {
		writable(routes, BASE);
		routes.add("GET", BASE + "{key}/check_access/", this::checkAccess)
			.add("GET", BASE + "{key}/used_by/", (call) -> UsedBy.application(world(), found(call)));
		if (!has(Behaviour.ICON_URLS)) {
			routes.add("POST", BASE + "{key}/set_icon/", this::setIcon)
				.add("POST", BASE + "{key}/set_icon_url/", this::setIconUrl);
		}
	}

	@Override
	protected String lookup() {
		return "slug";
	}

	@Override
	protected Filters filters() {
		return new Filters().exact("name", "slug", "group", "meta_launch_url", "meta_description", "meta_publisher")
			.search("name", "slug", "meta_launch_url", "meta_description", "meta_publisher", "group")
			.orderedBy("name");
	}

	@Override
	public WritableFields fields() {
		return ApplicationFields.of(world().instance(), world().tables());
	}

	/**
	 * Anybody's list holds what they may open; only superusers may ask for everything.
	 */
	@Override
	protected LabResponse list(Call call) {
		if (call.asks("superuser_full_list") && call.isSuperuser()) {
			return super.list(call);
		}
		ListPage page = ListPage.of(filters().apply(table().stream(), call), call);
		List<Row> allowed = (call.query("search") != null) ? allowed(page, call)
				: world().applicationCache().shownTo(viewer(call), page.number(), () -> allowed(page, call));
		return AuthentikJson.response(200,
				page.with(launchable(allowed, call)).shown(autocomplete(), (row) -> shown(row, call)));
	}

	private List<Row> allowed(ListPage page, Call call) {
		Row viewer = viewer(call);
		return page.rows().stream().filter((application) -> this.access.granted(viewer, application)).toList();
	}

	/** Who asks, or for whom a superuser asks. */
	private Row viewer(Call call) {
		return has(Behaviour.APPLICATIONS_FOR_USER)
				? userAskedFor(call,
						() -> RefusedRequest.answering(AuthentikJson.response(400, List.of("Invalid input."))))
				: call.sender();
	}

	private Row userAskedFor(Call call, Supplier<RefusedRequest> notANumber) {
		String asked = call.query("for_user");
		if (asked == null || !call.isSuperuser()) {
			return call.sender();
		}
		if (!FieldChecks.isNumber(asked)) {
			throw notANumber.get();
		}
		return world().people().users().byPk(asked).orElseThrow(this::noSuchUser);
	}

	private RefusedRequest noSuchUser() {
		return has(Behaviour.APPLICATIONS_FOR_USER) ? RefusedRequest.told("for_user", "User not found")
				: RefusedRequest.detail(404, "Not found.");
	}

	private List<Row> launchable(List<Row> rows, Call call) {
		Stream<Row> stream = rows.stream();
		if (has(Behaviour.LAUNCH_URL_FILTER) && call.asks("only_with_launch_url")) {
			stream = stream.filter((row) -> shown(row, call).get("launch_url") != null);
		}
		return stream.toList();
	}

	@Override
	protected void changed(Row row) {
		world().applicationCache().empty();
	}

	@Override
	protected void deleted(Row row) {
		world().cascades().applicationDeleted(row);
	}

	private LabResponse checkAccess(Call call) {
		Row application = table().find("slug", call.variable("key")).orElseThrow(this::notFound);
		boolean passing = this.access.granted(
				userAskedFor(call, () -> RefusedRequest.told("for_user", "for_user must be numerical")), application);
		return AuthentikJson.response(200, AuthentikJson.object("passing", passing, "messages", List.of(),
				"log_messages", call.isSuperuser() ? logged(application) : List.of()));
	}

	private List<Map<String, @Nullable Object>> logged(Row application) {
		return world().tables()
			.bindings()
			.stream()
			.filter((binding) -> binding.is("target", application.pk()))
			.map((binding) -> logLine())
			.toList();
	}

	private Map<String, @Nullable Object> logLine() {
		Map<String, @Nullable Object> line = AuthentikJson.object("timestamp", TimeFormats.iso(world().now()), "logger",
				"authentik.policies.engine");
		if (has(Behaviour.LOG_EVENTS)) {
			line.putAll(AuthentikJson.object("log_level", "debug", "event", "P_ENG: Evaluating policy", "attributes",
					Map.of()));
		}
		else {
			line.putAll(AuthentikJson.object("level", "debug", "event", "P_ENG: Evaluating policy"));
		}
		return line;
	}

	@Override
	protected Map<String, @Nullable Object> shown(Row application, Call call) {
		Optional<Row> provider = world().tables().providers().byPk(application.get("provider"));
		Map<String, @Nullable Object> shown = application.values();
		shown.putAll(AuthentikJson.object("provider_obj",
				provider.map((row) -> ProviderWords.shortly(world(), row)).orElse(null), "backchannel_providers_obj",
				List.of(), "launch_url", launchUrl(application, provider)));
		shown.put(has(Behaviour.ICON_URLS) ? "meta_icon_url" : "meta_icon", iconUrl(application.text("meta_icon")));
		if (has(Behaviour.ICON_URLS)) {
			shown.put("meta_icon_themed_urls", null);
		}
		if (has(Behaviour.PBM_UUID)) {
			shown.put("pbm_uuid", application.pk());
		}
		return shown;
	}

	/** An address stays as it is; an uploaded file is below the media folder. */
	private @Nullable String iconUrl(String icon) {
		if (icon.isEmpty()) {
			return null;
		}
		return icon.contains("://") ? icon
				: world().webPath() + (has(Behaviour.ICON_URLS) ? "files/media/public/" : "media/public/") + icon;
	}

	/** {@code set_icon_url/}, gone with 2025.12 as {@code set_icon/} is. */
	private LabResponse setIconUrl(Call call) {
		Row application = found(call);
		call.require(model().permission("change"), application);
		if (!(call.body().get("url") instanceof String url) || url.isBlank()) {
			return MALFORMED;
		}
		application.set("meta_icon", url);
		return AuthentikJson.response(200, Map.of());
	}

	/** {@code set_icon/}: a file in a form of several parts, or {@code clear}. */
	private LabResponse setIcon(Call call) {
		Row application = found(call);
		call.require(model().permission("change"), application);
		Map<String, String> form = call.request().formParameters();
		if (!form.containsKey("file") && !form.containsKey("clear")) {
			return MALFORMED;
		}
		application.set("meta_icon",
				form.containsKey("file") ? "application-icons/" + application.text("slug") + ".png" : "");
		return AuthentikJson.response(200, Map.of());
	}

	/** The set address, else the first redirect URI without its path. */
	private @Nullable String launchUrl(Row application, Optional<Row> provider) {
		if (!application.text("meta_launch_url").isEmpty()) {
			return application.text("meta_launch_url");
		}
		return provider.map((row) -> new ProviderRedirects(world().version()).first(row))
			.filter((uri) -> !uri.isEmpty())
			.map((uri) -> uri.replaceFirst("(://[^/?#]*)[^?#]*", "$1"))
			.orElse(null);
	}

}
