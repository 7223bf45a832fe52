package io.github.dsmsso.lab.authentik;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** {@code /providers/all/}: the providers of every protocol. */
final class AllProviders extends Resource {

	private static final Model PROVIDER = new Model("authentik_core", "provider", "Provider");

	AllProviders(AuthentikWorld world) {
		super(world, world.providers());
	}

	void routes(Routes routes) {
		readable(routes, "/providers/all/");
		routes.add("DELETE", single("/providers/all/"), this::destroy);
	}

	@Override
	Model model() {
		return PROVIDER;
	}

	@Override
	Filters filters() {
		return new Filters()
			.where("application__isnull",
					(provider,
							values) -> OAuth2Providers.applicationOf(world(), provider).isEmpty() == Filters
								.isTrue(values))
			.where(has(Behaviour.BACKCHANNEL_FILTER) ? "backchannel" : "backchannel_only",
					(provider, values) -> !Filters.isTrue(values))
			.search("name")
			.orderedBy("name");
	}

	@Override
	void deleted(Row row) {
		Cascades.providerDeleted(world(), row);
	}

	@Override
	Map<String, @Nullable Object> shown(Row provider, Call call) {
		return ProviderWords.shortly(world(), provider);
	}

}
