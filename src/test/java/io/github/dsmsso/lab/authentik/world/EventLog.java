package io.github.dsmsso.lab.authentik.world;

import java.time.Duration;
import java.util.Map;

import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Instance;
import io.github.dsmsso.lab.authentik.store.Model;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.Table;
import io.github.dsmsso.lab.authentik.store.TimeFormats;
import io.github.dsmsso.lab.http.LabRequest;
import org.jspecify.annotations.Nullable;

/** What an instance writes down about what happened. */
public final class EventLog {

	private static final String AUDIT_MODULE = "authentik.events.middleware";

	private static final Duration RETENTION = Duration.ofDays(365);

	private final Instance instance;

	private final Table table;

	private final String brand;

	EventLog(Instance instance, Table table) {
		this.instance = instance;
		this.table = table;
		this.brand = instance.randomness().uuid();
	}

	/** The key of the brand that every event is of. */
	String brandKey() {
		return this.brand;
	}

	public Table table() {
		return this.table;
	}

	/** An object was created, changed or deleted over the API. */
	public void changed(String action, Model model, Row row, @Nullable Row user, LabRequest request) {
		write(action, AUDIT_MODULE, user, AuthentikJson.object("model", reference(model, row)), request);
	}

	public void write(String action, String app, @Nullable Row user, Map<String, @Nullable Object> context,
			LabRequest request) {
		Map<String, @Nullable Object> details = AuthentikJson.object();
		details.putAll(context);
		details.put("http_request", request(request));
		this.table.add(new Row(AuthentikJson.object("pk", this.instance.randomness().uuid(), "user", person(user),
				"action", action, "app", app, "context", details, "client_ip", "127.0.0.1", "created",
				TimeFormats.iso(this.instance.now()), "expires", TimeFormats.iso(this.instance.now().plus(RETENTION)),
				brandField(), brand())));
	}

	/** An object as events name it; UUIDs lose their dashes. */
	public static Map<String, @Nullable Object> reference(Model model, Row row) {
		Object pk = (row.pk() instanceof String text) ? hex(text) : row.pk();
		String name = row.text(row.get("name") != null ? "name" : "username");
		return AuthentikJson.object("pk", pk, "app", model.app(), "name", name, "model_name", model.name());
	}

	public static String hex(String uuid) {
		return uuid.replace("-", "");
	}

	private static Map<String, @Nullable Object> person(@Nullable Row user) {
		if (user == null) {
			return AuthentikJson.object("pk", AuthentikPeople.ANONYMOUS_PK, "email", "", "username", "AnonymousUser",
					"is_anonymous", true);
		}
		return AuthentikJson.object("pk", user.pk(), "email", user.text("email"), "username", user.text("username"));
	}

	private Map<String, @Nullable Object> request(LabRequest request) {
		Map<String, @Nullable Object> args = AuthentikJson.object();
		args.putAll(request.queryParameters());
		String agent = request.header("user-agent");
		return AuthentikJson.object("path", request.path(), "method", request.method(), "args", args, "user_agent",
				(agent != null) ? agent : "", "request_id", this.instance.randomness().hex());
	}

	private String brandField() {
		return this.instance.has(Behaviour.BRANDS) ? "brand" : "tenant";
	}

	private Map<String, @Nullable Object> brand() {
		boolean brands = this.instance.has(Behaviour.BRANDS);
		return AuthentikJson.object("pk", hex(this.brand), "app", brands ? "authentik_brands" : "authentik_tenants",
				"name", brands ? "Default brand" : "Default tenant", "model_name", brandField());
	}

}
