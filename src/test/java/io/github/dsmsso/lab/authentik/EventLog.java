package io.github.dsmsso.lab.authentik;

import java.time.Duration;
import java.util.Map;

import io.github.dsmsso.lab.http.LabRequest;
import org.jspecify.annotations.Nullable;

/** What an instance writes down about what happened. */
final class EventLog {

	private static final String AUDIT_MODULE = "authentik.events.middleware";

	private static final Duration RETENTION = Duration.ofDays(365);

	private final AuthentikWorld world;

	private final Table table;

	private final String brand;

	EventLog(AuthentikWorld world) {
		this.world = world;
		this.table = new Table(world, "authentik_events", "event", "Event");
		this.brand = world.randomness().uuid();
	}

	/** The key of the brand that every event is of. */
	String brandKey() {
		return this.brand;
	}

	Table table() {
		return this.table;
	}

	/** An object was created, changed or deleted over the API. */
	void changed(String action, Model model, Row row, Call call) {
		write(action, AUDIT_MODULE, call.user(), Json.object("model", reference(model, row)), call.request());
	}

	void write(String action, String app, @Nullable Row user, Map<String, @Nullable Object> context,
			LabRequest request) {
		Map<String, @Nullable Object> details = Json.object();
		details.putAll(context);
		details.put("http_request", request(request));
		this.table.add(new Row(Json.object("pk", this.world.randomness().uuid(), "user", person(user), "action", action,
				"app", app, "context", details, "client_ip", "127.0.0.1", "created", Times.iso(this.world.now()),
				"expires", Times.iso(this.world.now().plus(RETENTION)), brandField(), brand())));
	}

	/** An object as events name it; UUIDs lose their dashes. */
	static Map<String, @Nullable Object> reference(Model model, Row row) {
		Object pk = (row.pk() instanceof String text) ? hex(text) : row.pk();
		String name = row.text(row.get("name") != null ? "name" : "username");
		return Json.object("pk", pk, "app", model.app(), "name", name, "model_name", model.name());
	}

	static String hex(String uuid) {
		return uuid.replace("-", "");
	}

	private static Map<String, @Nullable Object> person(@Nullable Row user) {
		if (user == null) {
			return Json.object("pk", People.ANONYMOUS_PK, "email", "", "username", "AnonymousUser", "is_anonymous",
					true);
		}
		return Json.object("pk", user.pk(), "email", user.text("email"), "username", user.text("username"));
	}

	private Map<String, @Nullable Object> request(LabRequest request) {
		Map<String, @Nullable Object> args = Json.object();
		args.putAll(request.queryParameters());
		String agent = request.header("user-agent");
		return Json.object("path", request.path(), "method", request.method(), "args", args, "user_agent",
				(agent != null) ? agent : "", "request_id", this.world.randomness().hex());
	}

	private String brandField() {
		return this.world.version().has(Behaviour.BRANDS) ? "brand" : "tenant";
	}

	private Map<String, @Nullable Object> brand() {
		boolean brands = this.world.version().has(Behaviour.BRANDS);
		return Json.object("pk", hex(this.brand), "app", brands ? "authentik_brands" : "authentik_tenants", "name",
				brands ? "Default brand" : "Default tenant", "model_name", brandField());
	}

}
