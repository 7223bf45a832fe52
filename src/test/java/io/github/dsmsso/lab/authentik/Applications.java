package io.github.dsmsso.lab.authentik;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/** {@code /core/applications/}. */
final class Applications extends Resource {

	private static final String BASE = "/core/applications/";

	private final Access access;

	Applications(AuthentikWorld world) {
		super(world, world.applications());
		this.access = new Access(world);
	}

	void routes(Routes routes) {
		writable(routes, BASE);
		routes.add("GET", BASE + "{key}/check_access/", this::checkAccess)
			.add("GET", BASE + "{key}/used_by/", (call) -> UsedBy.application(world(), found(call)));
	}

	@Override
	String lookup() {
		return "slug";
	}

	@Override
	Filters filters() {
		return new Filters().exact("name", "slug", "group", "meta_launch_url", "meta_description", "meta_publisher")
			.search("name", "slug", "meta_launch_url", "meta_description", "meta_publisher", "group")
			.orderedBy("name");
	}

	@Override
	Fields fields() {
		return ApplicationFields.of(world());
	}

	/**
	 * Anybody's list holds what they may open; only superusers may ask for everything.
	 */
	@Override
	LabResponse list(Call call) {
		if (call.asks("superuser_full_list") && call.isSuperuser()) {
			return super.list(call);
		}
		Page page = Page.of(filters().apply(table().stream(), call), call);
		List<Row> allowed = (call.query("search") != null) ? allowed(page, call)
				: world().applicationCache().shownTo(call.sender(), page.number(), () -> allowed(page, call));
		return Json.response(200,
				page.with(launchable(allowed, call)).shown(call.version(), (row) -> shown(row, call)));
	}

	private List<Row> allowed(Page page, Call call) {
		return page.rows().stream().filter((application) -> this.access.granted(call.sender(), application)).toList();
	}

	private List<Row> launchable(List<Row> rows, Call call) {
		Stream<Row> stream = rows.stream();
		if (call.asks("only_with_launch_url")) {
			stream = stream.filter((row) -> shown(row, call).get("launch_url") != null);
		}
		return stream.toList();
	}

	@Override
	LabResponse change(Call call, boolean whole) {
		LabResponse response = super.change(call, whole);
		world().applicationCache().empty();
		return response;
	}

	@Override
	void created(Row row, Call call) {
		world().applicationCache().empty();
	}

	@Override
	void deleted(Row row) {
		Cascades.applicationDeleted(world(), row);
	}

	private LabResponse checkAccess(Call call) {
		Row application = table().find("slug", call.variable("key")).orElseThrow(() -> Refusal.notFound(model()));
		Row user = call.sender();
		String asked = call.query("for_user");
		if (asked != null && call.isSuperuser()) {
			user = world().people()
				.users()
				.byPk(asked)
				.orElseThrow(() -> Refusal.invalid("for_user", "User not found"));
		}
		return Json.response(200, Json.object("passing", this.access.granted(user, application), "messages", List.of(),
				"log_messages", List.of()));
	}

	@Override
	Map<String, @Nullable Object> shown(Row application, Call call) {
		Optional<Row> provider = world().providers().byPk(application.get("provider"));
		Map<String, @Nullable Object> shown = application.values();
		shown
			.putAll(Json.object("provider_obj", provider.map((row) -> ProviderWords.shortly(world(), row)).orElse(null),
					"backchannel_providers_obj", List.of(), "launch_url", launchUrl(application, provider)));
		if (has(Behaviour.ICON_URLS)) {
			shown.put("meta_icon_url", null);
			shown.put("meta_icon_themed_urls", null);
		}
		else {
			shown.put("meta_icon", null);
		}
		if (has(Behaviour.PBM_UUID)) {
			shown.put("pbm_uuid", application.pk());
		}
		return shown;
	}

	/** The set address, else the first redirect URI without its path. */
	private @Nullable String launchUrl(Row application, Optional<Row> provider) {
		if (!application.text("meta_launch_url").isEmpty()) {
			return application.text("meta_launch_url");
		}
		return provider.map((row) -> new RedirectUris(world().version()).first(row))
			.filter((uri) -> !uri.isEmpty())
			.map((uri) -> uri.replaceFirst("(://[^/?#]*)[^?#]*", "$1"))
			.orElse(null);
	}

}
