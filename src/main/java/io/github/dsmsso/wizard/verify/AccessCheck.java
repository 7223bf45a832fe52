package io.github.dsmsso.wizard.verify;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.accounts.AccessRules;
import io.github.dsmsso.wizard.accounts.DefaultAccess;
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
			.judge(BoundAccess.of(authentik), ID, (application, rules) -> judge(application, rules, authentik));
	}

	private static CheckResult judge(Application application, AccessRules rules, AuthentikSide authentik) {
		if (rules.areUnbound()) {
			return byDefault(application, authentik.defaultAccess());
		}
		return rules.canBeReckoned()
				? CheckResult.pass(ID, "restricted")
					.with("allowed", String.join(", ", names(rules.present(), authentik)))
				: asked(application, authentik);
	}

	private static CheckResult byDefault(Application application, DefaultAccess access) {
		return switch (access) {
			case OPEN -> CheckResult.pass(ID, "open", application.name());
			case CLOSED -> CheckResult.fail(ID, "closed", application.name());
			case UNKNOWN -> CheckResult.unknown(ID, "default-not-shown", application.name());
		};
	}

	/** Policies, and bindings that have to hold together, are for authentik to run. */
	private static CheckResult asked(Application application, AuthentikSide authentik) {
		Map<Integer, Boolean> access = authentik.toldAccess();
		if (access.isEmpty()) {
			return CheckResult.unknown(ID, "policy-not-asked", application.name());
		}
		String allowed = usernames(authentik, access, true);
		CheckResult result = CheckResult.pass(ID, "policy", application.name(), String.valueOf(access.size()));
		CheckResult named = allowed.isEmpty() ? result : result.with("asked-allowed", allowed);
		String refused = usernames(authentik, access, false);
		return refused.isEmpty() ? named : named.with("asked-refused", refused);
	}

	private static String usernames(AuthentikSide authentik, Map<Integer, Boolean> access, boolean passing) {
		return found(authentik.users(), (user) -> Boolean.valueOf(passing).equals(access.get(user.pk())),
				AuthentikUser::username)
			.collect(Collectors.joining(", "));
	}

	private static List<String> names(AccessRestriction access, AuthentikSide authentik) {
		Stream<String> groups = found(authentik.groups(), (group) -> access.groupPks().contains(group.pk()),
				AuthentikGroup::name);
		Stream<String> users = found(authentik.users(), (user) -> access.userPks().contains(user.pk()),
				AuthentikUser::username);
		return Stream.concat(groups, users).sorted().toList();
	}

	private static <T> Stream<String> found(Observed<List<T>> seen, Predicate<T> which, Function<T, String> name) {
		return seen.find().orElse(List.of()).stream().filter(which).map(name);
	}

}
