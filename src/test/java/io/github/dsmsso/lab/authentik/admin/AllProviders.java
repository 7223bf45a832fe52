package io.github.dsmsso.lab.authentik.admin;

import java.util.Map;

import io.github.dsmsso.lab.authentik.api.ApiResource;
import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Filters;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.FieldChecks;
import io.github.dsmsso.lab.authentik.store.Model;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import org.jspecify.annotations.Nullable;

/** {@code /providers/all/}: the providers of every protocol. */
public final class AllProviders extends ApiResource {

	private static final Model PROVIDER = new Model("authentik_core", "Provider", "Provider");

	public AllProviders(AuthentikWorld world) {
		super(world, world.tables().providers());
	}

	public void routes(Routes routes) {
		readable(routes, "/providers/all/");
		routes.add("DELETE", single("/providers/all/"), this::destroy);
	}

	@Override
	public Model model() {
		return PROVIDER;
	}

	@Override
	protected Filters filters() {
		return new Filters()
			.where("application__isnull",
					(provider, values) -> world().tables().applicationOf(provider).isEmpty() == Filters.isTrue(values))
			.where(has(Behaviour.BACKCHANNEL_FILTER) ? "backchannel" : "backchannel_only",
					(provider, values) -> !Filters.isTrue(values))
			.search("name")
			.orderedBy("name");
	}

	@Override
	protected boolean isKey(String text) {
		return FieldChecks.isNumber(text);
	}

	@Override
	protected void deleted(Row row) {
		world().cascades().providerDeleted(row);
	}

	@Override
	protected Map<String, @Nullable Object> shown(Row provider, Call call) {
		return ProviderWords.shortly(world(), provider);
	}

}
