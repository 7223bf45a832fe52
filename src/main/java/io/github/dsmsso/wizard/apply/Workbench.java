package io.github.dsmsso.wizard.apply;

import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.dsm.DsmSession;
import io.github.dsmsso.wizard.plan.Plan;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of one run share: the plan, the two sessions, and the keys of the
 * objects that came into being on the way.
 */
final class Workbench {

	private final Plan plan;

	private volatile DsmSession dsm;

	private volatile AuthentikClient authentik;

	private volatile @Nullable String signingKeyPk;

	private volatile int providerPk;

	private volatile String applicationPk;

	Workbench(Plan plan, DsmSession dsm, AuthentikClient authentik) {
		this.plan = plan;
		this.dsm = dsm;
		this.authentik = authentik;
		this.signingKeyPk = plan.desired().signingKey();
		this.providerPk = (plan.current().provider() != null) ? plan.current().provider().pk() : 0;
		this.applicationPk = (plan.current().application() != null) ? plan.current().application().pk() : "";
	}

	/** Goes on with other sessions, for an undo after a new sign-in. */
	void useSessions(DsmSession dsm, AuthentikClient authentik) {
		this.dsm = dsm;
		this.authentik = authentik;
	}

	Plan plan() {
		return this.plan;
	}

	DsmSession dsm() {
		return this.dsm;
	}

	AuthentikClient authentik() {
		return this.authentik;
	}

	@Nullable String signingKeyPk() {
		return this.signingKeyPk;
	}

	void signingKeyPk(String pk) {
		this.signingKeyPk = pk;
	}

	int providerPk() {
		return this.providerPk;
	}

	void providerPk(int pk) {
		this.providerPk = pk;
	}

	String applicationPk() {
		return this.applicationPk;
	}

	void applicationPk(String pk) {
		this.applicationPk = pk;
	}

}
