package io.github.dsmsso.wizard.apply;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.connection.WatchedSignIn;
import io.github.dsmsso.wizard.dsm.DsmSession;
import io.github.dsmsso.wizard.plan.CurrentState;
import io.github.dsmsso.wizard.plan.Plan;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of one run share: the plan, the two sessions, and the keys of the
 * objects that came into being on the way.
 */
final class RunContext {

	private final Plan plan;

	private final boolean resumed;

	private volatile Connection connection;

	private volatile CreatedObjects objects;

	private volatile @Nullable WatchedSignIn watched;

	private final DsmObjects dsmObjects = new DsmObjects(this::dsm);

	private final AtomicInteger pauses = new AtomicInteger();

	private RunContext(Plan plan, boolean resumed, CreatedObjects objects, Connection connection) {
		this.plan = plan;
		this.resumed = resumed;
		this.objects = objects;
		this.connection = connection;
	}

	/** A context on which nothing was made yet. */
	static RunContext of(Plan plan, Connection connection) {
		CurrentState found = plan.current();
		CreatedObjects objects = CreatedObjects.NONE.withSigningKey(plan.desired().signingKey())
			.withProvider((found.provider() != null) ? found.provider().pk() : 0)
			.withApplication((found.application() != null) ? found.application().pk() : "");
		return new RunContext(plan, false, objects, connection);
	}

	/** The context of a run that another process has left. */
	static RunContext resumed(Plan plan, CreatedObjects objects, Connection connection) {
		return new RunContext(plan, true, objects, connection);
	}

	/** Goes on with other sessions, for an undo after a new sign-in. */
	void use(Connection connection) {
		this.connection = connection;
	}

	/** DSM's objects as the steps read and write them. */
	DsmObjects dsmObjects() {
		return this.dsmObjects;
	}

	/** How often the run has waited for something. */
	int pauses() {
		return this.pauses.get();
	}

	/** A pause in which whatever was read before it goes out of date. */
	Pause outdating(Pause pause) {
		return (duration) -> {
			pause.of(duration);
			this.pauses.incrementAndGet();
			this.dsmObjects.forget();
		};
	}

	/** Since when a sign-in by what was set up is watched for; null where it is not. */
	@Nullable WatchedSignIn watched() {
		return this.watched;
	}

	void watched(WatchedSignIn since) {
		this.watched = since;
	}

	Plan plan() {
		return this.plan;
	}

	boolean isResumed() {
		return this.resumed;
	}

	Connection connection() {
		return this.connection;
	}

	DsmSession dsm() {
		return this.connection.dsm();
	}

	AuthentikClient authentik() {
		return this.connection.authentik();
	}

	CreatedObjects objects() {
		return this.objects;
	}

	@Nullable String signingKeyPk() {
		return this.objects.signingKeyPk();
	}

	void signingKeyPk(@Nullable String pk) {
		this.objects = this.objects.withSigningKey(pk);
	}

	@Nullable String scopeMappingPk() {
		return this.objects.scopeMappingPk();
	}

	void scopeMappingPk(@Nullable String pk) {
		this.objects = this.objects.withScopeMapping(pk);
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

	/** What this run has created for the same group or user. */
	Optional<PolicyBinding> bindingLike(PolicyBinding binding) {
		return this.objects.bindings().stream().filter(binding::isForTheSame).findFirst();
	}

	void binding(PolicyBinding created) {
		this.objects = this.objects.withBinding(created);
	}

}
