package io.github.dsmsso.wizard.authentik;

import java.util.List;
import java.util.Optional;

/** {@code /policies/bindings/}. */
public interface PolicyBindings {

	/** The bindings of an application, in their order. */
	List<PolicyBinding> list(String applicationPk);

	/** One binding: {@code GET /policies/bindings/<pk>/}; empty where there is none. */
	Optional<PolicyBinding> get(String pk);

	/** Creates a binding: {@code POST}. The pk of the draft is not read. */
	PolicyBinding create(PolicyBinding draft);

	/** Deletes a binding; one that is gone already is no failure. */
	void delete(String pk);

}
