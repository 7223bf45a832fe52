package io.github.dsmsso.lab.authentik.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.releases.AuthentikAssumption;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.FieldChecks;
import io.github.dsmsso.lab.authentik.store.Model;
import io.github.dsmsso.lab.authentik.store.RefusedRequest;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.Table;
import io.github.dsmsso.lab.authentik.store.WritableFields;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/**
 * A kind of object in the admin API: a list with filters and pages, and single objects to
 * read, create, change and delete, each by its own permission.
 */
public abstract class ApiResource {

	private final AuthentikWorld world;

	private final Table table;

	protected ApiResource(AuthentikWorld world, Table table) {
		this.world = world;
		this.table = table;
	}

	protected AuthentikWorld world() {
		return this.world;
	}

	protected Table table() {
		return this.table;
	}

	public Model model() {
		return this.table.model();
	}

	protected boolean has(Behaviour behaviour) {
		return this.world.version().has(behaviour);
	}

	/** What the API shows of an object. */
	protected abstract Map<String, @Nullable Object> shown(Row row, Call call);

	protected abstract Filters filters();

	/** Whether lists have a third member. */
	protected boolean hasAutocomplete() {
		return has(Behaviour.AUTOCOMPLETE);
	}

	/** What the search of a list understands; nothing to tell unless overridden. */
	protected Map<String, Object> language() {
		return Map.of();
	}

	protected final @Nullable Map<String, Object> autocomplete() {
		return hasAutocomplete() ? language() : null;
	}

	/** What the API takes; nothing unless overridden. */
	public WritableFields fields() {
		return new WritableFields();
	}

	/** The field that stands in the path of a single object. */
	protected String lookup() {
		return "pk";
	}

	/** All objects of this kind. */
	public Stream<Row> rows() {
		return this.table.stream();
	}

	/**
	 * What the sender may see at all: everything, or single objects, or it is refused.
	 */
	protected Stream<Row> visible(Call call) {
		String permission = model().permission("view");
		if (call.may(permission)) {
			return rows();
		}
		List<Row> rows = rows().filter((row) -> call.may(permission, row)).toList();
		if (rows.isEmpty()) {
			throw RefusedRequest.noPermission();
		}
		return rows.stream();
	}

	/** What everybody sees of their own, and superusers of all. */
	protected final Stream<Row> owned(Call call) {
		return this.table.stream().filter((row) -> call.isSuperuser() || row.is("user", call.sender().pk()));
	}

	/** Refuses values that do not go together. */
	protected void validate(Map<String, @Nullable Object> values, @Nullable Row self) {
	}

	/** What follows from a creation. */
	protected void created(Row row, Call call) {
		changed(row);
	}

	/** What follows from a change, and from a creation. */
	protected void changed(Row row) {
	}

	/** What else goes when an object goes. */
	protected void deleted(Row row) {
	}

	protected final void readable(Routes routes, String base) {
		routes.add("GET", base, this::list).add("GET", single(base), this::retrieve);
	}

	protected final void writable(Routes routes, String base) {
		readable(routes, base);
		routes.add("POST", base, this::create)
			.add("PUT", single(base), (call) -> change(call, true))
			.add("PATCH", single(base), (call) -> change(call, false))
			.add("DELETE", single(base), this::destroy);
	}

	protected static String single(String base) {
		return base + "{key}/";
	}

	protected LabResponse list(Call call) {
		List<Row> rows = filters().apply(visible(call), call);
		return AuthentikJson.response(200, ListPage.of(rows, call).shown(autocomplete(), (row) -> shown(row, call)));
	}

	protected LabResponse retrieve(Call call) {
		return AuthentikJson.response(200, shown(found(call), call));
	}

	/** What the path calls an object, where that is not a UUID. */
	protected boolean isKey(String text) {
		return !lookup().equals("pk") || FieldChecks.isUuid(text);
	}

	protected final Row found(Call call) {
		Stream<Row> visible = visible(call);
		if (!isKey(call.variable("key"))) {
			throw RefusedRequest.detail(404, "Not found.");
		}
		return visible.filter((row) -> row.is(lookup(), call.variable("key"))).findFirst().orElseThrow(this::notFound);
	}

	protected final RefusedRequest notFound() {
		boolean named = has(Behaviour.MISSING_OBJECTS_ARE_NAMED)
				&& this.world.assumes(AuthentikAssumption.MISSING_OBJECT_IS_NAMED);
		return RefusedRequest.detail(404,
				named ? "No " + model().className() + " matches the given query." : "Not found.");
	}

	protected LabResponse create(Call call) {
		call.require(model().permission("add"));
		return AuthentikJson.response(201, shown(createFrom(call.body(), call), call));
	}

	/** Creates the object of a body, which is validated first. */
	public Row createFrom(Map<String, @Nullable Object> body, Call call) {
		Map<String, @Nullable Object> values = fields().ofNew(body);
		validate(values, null);
		Row row = add(values);
		created(row, call);
		this.world.events().changed("model_created", model(), row, call.user(), call.request());
		return row;
	}

	/** Adds an object with a new key. */
	protected Row add(Map<String, @Nullable Object> values) {
		Map<String, @Nullable Object> withKey = AuthentikJson.object("pk", this.world.randomness().uuid());
		withKey.putAll(values);
		return this.table.add(new Row(withKey));
	}

	protected LabResponse change(Call call, boolean whole) {
		Row row = found(call);
		call.require(model().permission("change"), row);
		changeFrom(row, call.body(), whole, call);
		return AuthentikJson.response(200, shown(row, call));
	}

	/** Changes the object as a body says, which is validated first. */
	public void changeFrom(Row row, Map<String, @Nullable Object> body, boolean whole, Call call) {
		Map<String, @Nullable Object> changes = fields().changes(body, whole, row);
		Map<String, @Nullable Object> after = row.values();
		after.putAll(changes);
		validate(after, row);
		row.setAll(changes);
		changed(row);
		this.world.events().changed("model_updated", model(), row, call.user(), call.request());
	}

	protected LabResponse destroy(Call call) {
		Row row = found(call);
		call.require(model().permission("delete"), row);
		delete(row, call);
		return nothing();
	}

	/** Deletes the object, and what cannot be without it. */
	public final void delete(Row row, Call call) {
		this.table.remove(row);
		deleted(row);
		this.world.events().changed("model_deleted", model(), row, call.user(), call.request());
	}

	/** 204. */
	protected static LabResponse nothing() {
		return new LabResponse(204, Map.of(), new byte[0], LabResponse.Delivery.WHOLE);
	}

}
