package io.github.dsmsso.wizard.authentik;

import java.util.Objects;

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
 * @param timeout {@code timeout}: how many seconds its policy may take
 * @param failureResult {@code failure_result}: what counts where its policy fails
 * @param expiring whether it will be gone one day ({@code expiring}, from 2026.8 on)
 */
public record PolicyBinding(String pk, String target, @Nullable String group, @Nullable Integer user,
		@Nullable String policy, int order, boolean enabled, boolean negate, int timeout, boolean failureResult,
		boolean expiring) {

	private static final int TIMEOUT_SECONDS = 30;

	/**
	 * A binding with the timeout and the failure result that authentik suggests, and that
	 * does not expire.
	 */
	public PolicyBinding(String pk, String target, @Nullable String group, @Nullable Integer user,
			@Nullable String policy, int order, boolean enabled, boolean negate) {
		this(pk, target, group, user, policy, order, enabled, negate, TIMEOUT_SECONDS, false, false);
	}

	/** A binding that does not expire. */
	public PolicyBinding(String pk, String target, @Nullable String group, @Nullable Integer user,
			@Nullable String policy, int order, boolean enabled, boolean negate, int timeout, boolean failureResult) {
		this(pk, target, group, user, policy, order, enabled, negate, timeout, failureResult, false);
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

	/** The same binding, not made yet, at another application. */
	public PolicyBinding at(String target) {
		return new PolicyBinding("", target, this.group, this.user, this.policy, this.order, this.enabled, this.negate,
				this.timeout, this.failureResult, this.expiring);
	}

	/** Whether both ask the same group, user or policy. */
	public boolean isForTheSame(PolicyBinding other) {
		return Objects.equals(this.group, other.group) && Objects.equals(this.user, other.user)
				&& Objects.equals(this.policy, other.policy);
	}

	/**
	 * Whether it is for the same ones and decides alike; the key is authentik's own
	 * choice.
	 */
	public boolean isSameAs(PolicyBinding other) {
		return at("").equals(other.at(""));
	}

}
