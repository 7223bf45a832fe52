package io.github.dsmsso.lab.authentik.admin;

import java.util.Map;

import io.github.dsmsso.lab.authentik.api.ApiResource;
import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Filters;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.Model;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.Table;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import org.jspecify.annotations.Nullable;

/**
 * A kind of object that this instance has none of, and that clients can still ask for.
 */
public final class Unkept extends ApiResource {

	private static final Model ENTITLEMENT = new Model("authentik_core", "ApplicationEntitlement",
			"Application Entitlement");

	private Unkept(AuthentikWorld world, Model model) {
		super(world, new Table(world.instance(), model.app(), model.className(), model.verbose()));
	}

	public static void routes(AuthentikWorld world, Routes routes) {
		if (world.version().has(Behaviour.ENTITLEMENTS)) {
			new Unkept(world, ENTITLEMENT).readable(routes, "/core/application_entitlements/");
		}
	}

	@Override
	protected Filters filters() {
		return new Filters().orderedBy("name");
	}

	@Override
	protected Map<String, @Nullable Object> shown(Row row, Call call) {
		return row.values();
	}

}
