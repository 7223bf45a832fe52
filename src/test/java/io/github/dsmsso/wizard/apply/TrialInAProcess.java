package io.github.dsmsso.wizard.apply;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import io.github.dsmsso.wizard.HeadlessWizard;
import io.github.dsmsso.wizard.http.Fingerprint;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.http.TlsTrust;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.plan.Planner;
import io.github.dsmsso.wizard.plan.StateReader;
import io.github.dsmsso.wizard.shared.BaseUrl;

/**
 * A wizard in a process of its own that has SSO by default on trial, until somebody stops
 * it.
 */
final class TrialInAProcess {

	private TrialInAProcess() {
	}

	/**
	 * Connects the two and begins the trial.
	 * @param arguments the addresses of the NAS and of authentik, and the fingerprint of
	 * both
	 */
	public static void main(String... arguments) {
		HeadlessWizard wizard = new HeadlessWizard(peer(arguments[0], arguments[2]), peer(arguments[1], arguments[2]),
				Clock.systemUTC(), TrialInAProcess::park, (context) -> {
				});
		Runtime.getRuntime().addShutdownHook(new Thread(wizard::close));
		Applier applier = wizard.bean(Applier.class);
		DesiredState desired = wizard.suggested();
		wizard.start(wizard.plan(desired));
		applier.tryDefaultLogin(trial(wizard, desired), List.of(), wizard.connection());
	}

	private static Plan trial(HeadlessWizard wizard, DesiredState desired) {
		StateReader reader = wizard.bean(StateReader.class);
		return Planner.planDefaultLogin(desired, reader.currentState(wizard.connection(), desired),
				reader.inventory(wizard.authentikClient()), List.of(), List.of());
	}

	private static void park(Duration duration) {
		LockSupport.parkNanos(duration.toNanos());
	}

	private static Peer peer(String address, String fingerprint) {
		return new Peer(BaseUrl.parse(address), TlsTrust.in(new Fingerprint(fingerprint)));
	}

}
