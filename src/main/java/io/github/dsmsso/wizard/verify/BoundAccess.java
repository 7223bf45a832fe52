package io.github.dsmsso.wizard.verify;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import org.jspecify.annotations.Nullable;

/**
 * Whom the bindings of an application let in, as far as reading them can tell.
 */
final class BoundAccess {

	private BoundAccess() {
	}

	/** The restriction; nothing where a policy decides, which only authentik can run. */
	static Seen<AccessRestriction> of(AuthentikSide authentik) {
		return authentik.application()
			.lookFurther(authentik.bindings(), (application, bindings) -> read(application, enabled(bindings)));
	}

	private static List<PolicyBinding> enabled(List<PolicyBinding> bindings) {
		return bindings.stream().filter(PolicyBinding::enabled).toList();
	}

	private static @Nullable AccessRestriction read(Application application, List<PolicyBinding> bindings) {
		boolean policy = bindings.stream().anyMatch((binding) -> binding.policy() != null || binding.negate());
		if (policy || !application.matchAny() && bindings.size() > 1) {
			return null;
		}
		return new AccessRestriction(
				bindings.stream().map(PolicyBinding::group).filter(Objects::nonNull).collect(Collectors.toSet()),
				bindings.stream().map(PolicyBinding::user).filter(Objects::nonNull).collect(Collectors.toSet()));
	}

}
