package io.github.dsmsso.lab.authentik;

import java.util.List;

/** Who may use an application: authentik's policy engine, as far as bindings go. */
final class Access {

	private final AuthentikWorld world;

	Access(AuthentikWorld world) {
		this.world = world;
	}

	/**
	 * Whether the user may. Without bindings everybody may, unless the system says
	 * otherwise; being a superuser does not help.
	 */
	boolean granted(Row user, Row application) {
		List<Boolean> results = this.world.bindings()
			.stream()
			.filter((binding) -> binding.is("target", application.pk()) && binding.flag("enabled"))
			.map((binding) -> passes(user, binding))
			.toList();
		if (results.isEmpty()) {
			return this.world.isOpenToAllByDefault();
		}
		return application.is("policy_engine_mode", "all") ? !results.contains(false) : results.contains(true);
	}

	private boolean passes(Row user, Row binding) {
		boolean matches = (binding.get("user") != null) ? user.is("pk", binding.get("user"))
				: user.list("groups").contains(binding.text("group"));
		return matches != binding.flag("negate");
	}

}
