package io.github.dsmsso.wizard.apply;

import java.time.Instant;

import io.github.dsmsso.wizard.http.Peer;
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

}
