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
 * @param expiring whether it will be gone one day ({@code expiring}, from 2026.8 on)
 */
public record PolicyBinding(String pk, String target, @Nullable String group, @Nullable Integer user,
		@Nullable String policy, int order, boolean enabled, boolean negate, boolean expiring) {

	/** A binding that does not expire. */
	public PolicyBinding(String pk, String target, @Nullable String group, @Nullable Integer user,
			@Nullable String policy, int order, boolean enabled, boolean negate) {
		this(pk, target, group, user, policy, order, enabled, negate, false);
	}

	/** A binding that lets a group in. */
	public static PolicyBinding ofGroup(String target, String group, int order) {
		return new PolicyBinding("", target, group, null, null, order, true, false);
	}

	/** A binding that lets a user in. */
	public static PolicyBinding ofUser(String target, int user, int order) {
		return new PolicyBinding("", target, null, user, null, order, true, false);
	}

	/**
	 * Whether it lets in a group or a user, and does nothing else: what it does can be
	 * reckoned.
	 */
	public boolean isPlain() {
		return this.enabled && !this.negate && !this.expiring && this.policy == null;
	}

}
