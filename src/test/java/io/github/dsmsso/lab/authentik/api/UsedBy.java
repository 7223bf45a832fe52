package io.github.dsmsso.lab.authentik.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.Table;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/** What would notice if an object went: {@code …/used_by/}. */
public final class UsedBy {

	private UsedBy() {
	}

	public static LabResponse key(AuthentikWorld world, Row key) {
		return answer(world, world.tables().providers(),
				world.tables().providers().stream().filter((row) -> row.is("signing_key", key.pk())), "set_null");
	}

	public static LabResponse mapping(AuthentikWorld world, Row mapping) {
		return answer(world, world.tables().providers(),
				world.tables()
					.providers()
					.stream()
					.filter((row) -> row.list("property_mappings").contains(mapping.pk())),
				"cascade_many");
	}

	public static LabResponse provider(AuthentikWorld world, Row provider) {
		return answer(world, world.tables().applications(),
				world.tables().applications().stream().filter((row) -> row.is("provider", provider.pk())),
				"set_default");
	}

	public static LabResponse application(AuthentikWorld world, Row application) {
		return answer(world, world.tables().bindings(),
				world.tables().bindings().stream().filter((row) -> row.is("target", application.pk())), "cascade");
	}

	public static LabResponse group(AuthentikWorld world, Row group) {
		return answer(world, world.tables().bindings(),
				world.tables().bindings().stream().filter((row) -> row.is("group", group.pk())), "cascade");
	}

	public static LabResponse role(AuthentikWorld world, Row role) {
		Stream<Table> members = Stream.of(world.people().groups(), world.people().users());
		return AuthentikJson.response(200, members
			.flatMap((table) -> told(world, table,
					table.stream().filter((row) -> row.list("roles").contains(role.pk())), "cascade_many")
				.stream())
			.toList());
	}

	private static LabResponse answer(AuthentikWorld world, Table table, Stream<Row> users, String action) {
		return AuthentikJson.response(200, told(world, table, users, action));
	}

	private static List<Map<String, @Nullable Object>> told(AuthentikWorld world, Table table, Stream<Row> users,
			String action) {
		String written = world.version().has(Behaviour.LOWER_CASE_USED_BY) ? action : action.toUpperCase(Locale.ROOT);
		return users
			.map((row) -> AuthentikJson.object("app", table.model().app(), "model_name", table.model().name(), "pk",
					row.pk().toString(), "name", row.text("name"), "action", written))
			.toList();
	}

}
