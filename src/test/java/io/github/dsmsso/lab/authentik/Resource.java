package io.github.dsmsso.lab.authentik;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/**
 * A kind of object in the admin API: a list with filters and pages, and single objects to
 * read, create, change and delete, each by its own permission.
 */
abstract class Resource {

	private final AuthentikWorld world;

	private final Table table;

	Resource(AuthentikWorld world, Table table) {
		this.world = world;
		this.table = table;
	}

	AuthentikWorld world() {
		return this.world;
	}

	Table table() {
		return this.table;
	}

	Model model() {
		return this.table.model();
	}

	boolean has(Behaviour behaviour) {
		return this.world.version().has(behaviour);
	}

	/** What the API shows of an object. */
	abstract Map<String, @Nullable Object> shown(Row row, Call call);

	abstract Filters filters();

	/** Whether lists have a third member. */
	boolean hasAutocomplete() {
		return has(Behaviour.AUTOCOMPLETE);
	}

	/** What the API takes; nothing unless overridden. */
	Fields fields() {
		return new Fields();
	}

	/** The field that stands in the path of a single object. */
	String lookup() {
		return "pk";
	}

	/** All objects of this kind. */
	Stream<Row> rows() {
		return this.table.stream();
	}

	/**
	 * What the sender may see at all: everything, or single objects, or it is refused.
	 */
	Stream<Row> visible(Call call) {
		String permission = model().permission("view");
		if (call.may(permission)) {
			return rows();
		}
		List<Row> rows = rows().filter((row) -> call.may(permission, row)).toList();
		if (rows.isEmpty()) {
			throw Refusal.noPermission();
		}
		return rows.stream();
	}

	/** What everybody sees of their own, and superusers of all. */
	final Stream<Row> owned(Call call) {
		return this.table.stream().filter((row) -> call.isSuperuser() || row.is("user", call.sender().pk()));
	}

	/** Refuses values that do not go together. */
	void validate(Map<String, @Nullable Object> values, @Nullable Row self) {
	}

	/** What follows from a creation. */
	void created(Row row, Call call) {
		changed(row);
	}

	/** What follows from a change, and from a creation. */
	void changed(Row row) {
	}

	/** What else goes when an object goes. */
	void deleted(Row row) {
	}

	final void readable(Routes routes, String base) {
		routes.add("GET", base, this::list).add("GET", single(base), this::retrieve);
	}

	final void writable(Routes routes, String base) {
		readable(routes, base);
		routes.add("POST", base, this::create)
			.add("PUT", single(base), (call) -> change(call, true))
			.add("PATCH", single(base), (call) -> change(call, false))
			.add("DELETE", single(base), this::destroy);
	}

	static String single(String base) {
		return base + "{key}/";
	}

	LabResponse list(Call call) {
		List<Row> rows = filters().apply(visible(call), call);
		return Json.response(200, Page.of(rows, call).shown(hasAutocomplete(), (row) -> shown(row, call)));
	}

	LabResponse retrieve(Call call) {
		return Json.response(200, shown(found(call), call));
	}

	final Row found(Call call) {
		return visible(call).filter((row) -> row.is(lookup(), call.variable("key")))
			.findFirst()
			.orElseThrow(this::notFound);
	}

	final Refusal notFound() {
		return Refusal.detail(404, this.world.assumes(AuthentikAssumption.MISSING_OBJECT_IS_NAMED)
				? "No " + model().verbose() + " matches the given query." : "Not found.");
	}

	LabResponse create(Call call) {
		call.require(model().permission("add"));
		return Json.response(201, shown(createFrom(call.body(), call), call));
	}

	/** Creates the object of a body, which is validated first. */
	Row createFrom(Map<String, @Nullable Object> body, Call call) {
		Map<String, @Nullable Object> values = fields().ofNew(body);
		validate(values, null);
		Row row = add(values);
		created(row, call);
		this.world.events().changed("model_created", model(), row, call);
		return row;
	}

	/** Adds an object with a new key. */
	Row add(Map<String, @Nullable Object> values) {
		Map<String, @Nullable Object> withKey = Json.object("pk", this.world.randomness().uuid());
		withKey.putAll(values);
		return this.table.add(new Row(withKey));
	}

	LabResponse change(Call call, boolean whole) {
		Row row = found(call);
		call.require(model().permission("change"), row);
		changeFrom(row, call.body(), whole, call);
		return Json.response(200, shown(row, call));
	}

	/** Changes the object as a body says, which is validated first. */
	void changeFrom(Row row, Map<String, @Nullable Object> body, boolean whole, Call call) {
		Map<String, @Nullable Object> changes = fields().changes(body, whole, row);
		Map<String, @Nullable Object> after = row.values();
		after.putAll(changes);
		validate(after, row);
		row.setAll(changes);
		changed(row);
		this.world.events().changed("model_updated", model(), row, call);
	}

	LabResponse destroy(Call call) {
		Row row = found(call);
		call.require(model().permission("delete"), row);
		delete(row, call);
		return nothing();
	}

	/** Deletes the object, and what cannot be without it. */
	final void delete(Row row, Call call) {
		this.table.remove(row);
		deleted(row);
		this.world.events().changed("model_deleted", model(), row, call);
	}

	/** 204. */
	static LabResponse nothing() {
		return new LabResponse(204, Map.of(), new byte[0], LabResponse.Delivery.WHOLE);
	}

}
