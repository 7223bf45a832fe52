package io.github.dsmsso.lab.authentik;

import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A kind of object that this instance has none of, and that clients can still ask for.
 */
final class Unkept extends Resource {

	private static final Model ENTITLEMENT = new Model("authentik_core", "applicationentitlement",
			"Application Entitlement");

	private Unkept(AuthentikWorld world, Model model) {
		super(world, new Table(world, model.app(), model.name(), model.verbose()));
	}

	static void routes(AuthentikWorld world, Routes routes) {
		if (world.version().has(Behaviour.ENTITLEMENTS)) {
			new Unkept(world, ENTITLEMENT).readable(routes, "/core/application_entitlements/");
		}
	}

	/** The kinds that there are in a release. */
	static Stream<Model> models(AuthentikVersion version) {
		return version.has(Behaviour.ENTITLEMENTS) ? Stream.of(ENTITLEMENT) : Stream.empty();
	}

	@Override
	Filters filters() {
		return new Filters().orderedBy("name");
	}

	@Override
	Map<String, @Nullable Object> shown(Row row, Call call) {
		return row.values();
	}

}
