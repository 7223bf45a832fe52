package io.github.dsmsso.wizard.apply;

import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.plan.Change;
import io.github.dsmsso.wizard.plan.Change.SsoProfileChange;
import io.github.dsmsso.wizard.plan.Change.SsoSettingChange;
import io.github.dsmsso.wizard.plan.ChangeDescription.TargetSystem;
import io.github.dsmsso.wizard.plan.Plan;

/**
 * What a run sets out to do, as far as it may be written down: enough to take it back
 * after the wizard was stopped.
 *
 * @param reference the short name of the run
 * @param startedAt when it began
 * @param nas the NAS and why it was trusted
 * @param authentik authentik and why it was trusted
 * @param plan the plan; written down, its secrets are told as there or not there
 */
public record RunRecord(String reference, Instant startedAt, Peer nas, Peer authentik, Plan plan) {

	public RunRecord {
		Objects.requireNonNull(reference);
		Objects.requireNonNull(startedAt);
		Objects.requireNonNull(nas);
		Objects.requireNonNull(authentik);
		Objects.requireNonNull(plan);
	}

	/** Whether another run was between the same two. */
	boolean isBetweenTheSame(RunRecord other) {
		return this.nas.address().equals(other.nas.address())
				&& this.authentik.address().equals(other.authentik.address());
	}

	/**
	 * Whether another run writes to something that this one writes to: to the same NAS,
	 * or to an object of this kind and name at the same authentik.
	 */
	boolean sharesWith(RunRecord other) {
		return !Collections.disjoint(objects(), other.objects());
	}

	private Set<String> objects() {
		return Stream
			.concat(Stream.of(this.nas.address().toString()),
					this.plan.writes()
						.stream()
						.map(Change::describe)
						.filter((change) -> change.system() == TargetSystem.AUTHENTIK)
						.map((change) -> this.authentik.address() + " " + change.object() + " " + change.name()))
			.collect(Collectors.toSet());
	}

	/** Whether its undo switches DSM's service off, and SSO by default before. */
	boolean switchesTheService() {
		return this.plan.writes().stream().anyMatch(SsoProfileChange.class::isInstance);
	}

	/** Whether it made SSO the default on trial, and nothing else. */
	boolean isOfDefaultLogin() {
		return !this.plan.changes().isEmpty()
				&& this.plan.changes().stream().allMatch(SsoSettingChange.class::isInstance);
	}

}
