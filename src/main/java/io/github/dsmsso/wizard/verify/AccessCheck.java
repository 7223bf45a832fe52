package io.github.dsmsso.wizard.verify;

import java.util.List;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.AuthentikGroup;
import io.github.dsmsso.wizard.authentik.AuthentikUser;

/**
 * Who may use the application at authentik.
 */
final class AccessCheck implements Check {

	private static final String ID = "access";

	@Override
	public CheckResult examine(Observation observation) {
		AuthentikSide authentik = observation.authentik();
		return authentik.application()
			.judge(authentik.bindings(), ID,
					(application, bindings) -> BoundAccess.of(authentik)
						.find()
						.map((access) -> judge(access, authentik, application))
						.orElseGet(() -> CheckResult.pass(ID, "policy", application.name())));
	}

	private static CheckResult judge(AccessRestriction access, AuthentikSide authentik, Application application) {
		if (access.isOpen()) {
			return CheckResult.pass(ID, "open", application.name());
		}
		return CheckResult.pass(ID, "restricted").with("allowed", String.join(", ", names(access, authentik)));
	}

	private static List<String> names(AccessRestriction access, AuthentikSide authentik) {
		Stream<String> groups = authentik.groups()
			.find()
			.orElse(List.of())
			.stream()
			.filter((group) -> access.groupPks().contains(group.pk()))
			.map(AuthentikGroup::name);
		Stream<String> users = authentik.users()
			.find()
			.orElse(List.of())
			.stream()
			.filter((user) -> access.userPks().contains(user.pk()))
			.map(AuthentikUser::username);
		return Stream.concat(groups, users).sorted().toList();
	}

}
