package io.github.dsmsso.wizard.authentik;

import java.util.List;

/** {@code /flows/instances/}. */
public interface Flows {

	/** The flows of a designation, by slug. */
	List<Flow> list(Flow.Designation designation);

}
