package io.github.dsmsso.wizard.accounts;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the application: whom plain bindings shall let in, beside the other
 * bindings that there are and stay. Plain bindings can be reckoned where one of them is
 * enough. With the mode {@code all} they cannot: from 2025.8.4 to 2026.2 authentik took
 * it for {@code any} (issues 17484 and 17692).
 *
 * @param application slug of the application that authentik can be asked about, or null
 * where there is none yet
 * @param wished whom plain bindings shall let in; those who are let in by a binding that
 * expires may be named as well
 * @param bindings the bindings as they are
 * @param matchAny whether one binding is enough: {@code policy_engine_mode} is
 * {@code any}
 */
public record AccessRules(@Nullable String application, AccessRestriction wished, List<PolicyBinding> bindings,
		boolean matchAny) {

	public AccessRules {
		bindings = List.copyOf(bindings);
		wished = withoutExpiring(wished, bindings);
	}

	/** The rules of an application that does not exist yet. */
	public static AccessRules ofNew(AccessRestriction wished) {
		return new AccessRules(null, wished, List.of(), true);
	}

	/** The rules of an application as it is. */
	public static AccessRules asTheyAre(String application, List<PolicyBinding> bindings, boolean matchAny) {
		return new AccessRules(application, AccessRestriction.ofPlain(bindings), bindings, matchAny);
	}

	/** The same application with others let in. */
	public AccessRules withWished(AccessRestriction other) {
		return new AccessRules(this.application, other, this.bindings, this.matchAny);
	}

	/** Whether nobody is bound, so that the default of the whole system holds. */
	public boolean areUnbound() {
		return this.wished.isOpen() && others().isEmpty();
	}

	/** Whether reading the bindings tells who may. */
	public boolean canBeReckoned() {
		int plain = this.wished.groupPks().size() + this.wished.userPks().size();
		return others().isEmpty() && (this.matchAny || plain <= 1);
	}

	/** Whether what is wished is what is. */
	boolean areAsTheyAre() {
		return this.wished.equals(present());
	}

	/** Whom plain bindings let in now. */
	public AccessRestriction present() {
		return AccessRestriction.ofPlain(this.bindings);
	}

	/** Bindings that count, and whose result cannot be reckoned. */
	List<PolicyBinding> others() {
		return others(this.bindings);
	}

	private static List<PolicyBinding> others(List<PolicyBinding> bindings) {
		return bindings.stream().filter((binding) -> binding.enabled() && !binding.isPlain()).toList();
	}

	/** A binding that expires is not replaced by one that does not. */
	private static AccessRestriction withoutExpiring(AccessRestriction wished, List<PolicyBinding> bindings) {
		AccessRestriction plain = AccessRestriction.ofPlain(bindings);
		Set<String> groups = new HashSet<>(wished.groupPks());
		Set<Integer> users = new HashSet<>(wished.userPks());
		for (PolicyBinding binding : others(bindings)) {
			if (binding.expiring() && !binding.negate()) {
				groups.removeIf((group) -> group.equals(binding.group()) && !plain.groupPks().contains(group));
				users.removeIf((user) -> user.equals(binding.user()) && !plain.userPks().contains(user));
			}
		}
		return new AccessRestriction(groups, users);
	}

}
