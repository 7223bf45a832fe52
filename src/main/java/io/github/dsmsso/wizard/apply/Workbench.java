package io.github.dsmsso.wizard.apply;

import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.dsm.DsmSession;
import io.github.dsmsso.wizard.plan.CurrentState;
import io.github.dsmsso.wizard.plan.Plan;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of one run share: the plan, the two sessions, and the keys of the
 * objects that came into being on the way.
 */
final class Workbench {

	private final Plan plan;

	private final boolean resumed;

	private volatile DsmSession dsm;

	private volatile AuthentikClient authentik;

	private volatile CreatedObjects objects;

	private Workbench(Plan plan, boolean resumed, CreatedObjects objects, DsmSession dsm, AuthentikClient authentik) {
		this.plan = plan;
		this.resumed = resumed;
		this.objects = objects;
		this.dsm = dsm;
		this.authentik = authentik;
	}

	/** A workbench on which nothing was made yet. */
	static Workbench of(Plan plan, DsmSession dsm, AuthentikClient authentik) {
		CurrentState found = plan.current();
		CreatedObjects objects = new CreatedObjects(plan.desired().signingKey(),
				(found.provider() != null) ? found.provider().pk() : 0,
				(found.application() != null) ? found.application().pk() : "");
		return new Workbench(plan, false, objects, dsm, authentik);
	}

	/** The workbench of a run that another process has left. */
	static Workbench resumed(Plan plan, CreatedObjects objects, DsmSession dsm, AuthentikClient authentik) {
		return new Workbench(plan, true, objects, dsm, authentik);
	}

	/** Goes on with other sessions, for an undo after a new sign-in. */
	void useSessions(DsmSession dsm, AuthentikClient authentik) {
		this.dsm = dsm;
		this.authentik = authentik;
	}

	Plan plan() {
		return this.plan;
	}

	boolean isResumed() {
		return this.resumed;
	}

	DsmSession dsm() {
		return this.dsm;
	}

	AuthentikClient authentik() {
		return this.authentik;
	}

	CreatedObjects objects() {
		return this.objects;
	}

	@Nullable String signingKeyPk() {
		return this.objects.signingKeyPk();
	}

	void signingKeyPk(String pk) {
		this.objects = this.objects.withSigningKey(pk);
	}

	int providerPk() {
		return this.objects.providerPk();
	}

	void providerPk(int pk) {
		this.objects = this.objects.withProvider(pk);
	}

	String applicationPk() {
		return this.objects.applicationPk();
	}

	void applicationPk(String pk) {
		this.objects = this.objects.withApplication(pk);
	}

}
