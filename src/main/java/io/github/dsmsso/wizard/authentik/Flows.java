package io.github.dsmsso.wizard.authentik;

import java.util.List;

/** {@code /flows/instances/}, and what flows consist of. */
public interface Flows {

	/** The flows of a designation, by slug. */
	List<Flow> list(Flow.Designation designation);

	/**
	 * The same as they were listed before, for whoever asks first: a session that reads
	 * what there is, and then looks at the connection, asks once. Who looks again gets
	 * them as they are then.
	 */
	List<Flow> listedBefore(Flow.Designation designation);

	/**
	 * The stages of a flow as they are now, in their order: {@code /flows/bindings/}, and
	 * of consent and authenticator validation stages how they are set. A stage whose
	 * settings the token may not read counts as one that people can pass.
	 * @param flow UUID of the flow
	 */
	List<FlowStage> stages(String flow);

}
