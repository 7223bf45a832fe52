package io.github.dsmsso.lab.authentik;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A kind of object that this instance has none of, and that clients can still ask for.
 */
final class Unkept extends Resource {

	private Unkept(AuthentikWorld world, String app, String name, String verbose) {
		super(world, new Table(world, app, name, verbose));
	}

	static void routes(AuthentikWorld world, Routes routes) {
		new Unkept(world, "authentik_policies", "policy", "Policy").readable(routes, "/policies/all/");
		if (world.version().has(Behaviour.ENTITLEMENTS)) {
			new Unkept(world, "authentik_core", "applicationentitlement", "Application Entitlement").readable(routes,
					"/core/application_entitlements/");
		}
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
