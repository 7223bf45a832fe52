package io.github.dsmsso.wizard.authentik;

import org.jspecify.annotations.Nullable;

/**
 * Who may use an application: one group, one user, or one policy.
 *
 * @param pk its UUID, or an empty string for one that does not exist yet
 * @param target UUID of the application
 * @param group UUID of the group, or null
 * @param user key of the user, or null
 * @param policy UUID of the policy, or null
 * @param order its order
 * @param enabled whether it counts
 * @param negate whether its result is turned round
 */
public record PolicyBinding(String pk, String target, @Nullable String group, @Nullable Integer user,
		@Nullable String policy, int order, boolean enabled, boolean negate) {

	/** A binding that lets a group in. */
	public static PolicyBinding ofGroup(String target, String group, int order) {
		return new PolicyBinding("", target, group, null, null, order, true, false);
	}

	/** A binding that lets a user in. */
	public static PolicyBinding ofUser(String target, int user, int order) {
		return new PolicyBinding("", target, null, user, null, order, true, false);
	}

}
