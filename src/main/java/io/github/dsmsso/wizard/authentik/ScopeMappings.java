package io.github.dsmsso.wizard.authentik;

import java.util.List;
import java.util.Optional;

/**
 * {@code /propertymappings/provider/scope/}; before 2024.8
 * {@code /propertymappings/scope/}.
 */
public interface ScopeMappings {

	/**
	 * Every mapping that authentik itself ships ({@code managed} set) or someone made.
	 */
	List<ScopeMapping> list();

	/** One mapping; empty where there is none. */
	Optional<ScopeMapping> get(String pk);

	/** Makes a mapping; its name must be free. */
	ScopeMapping create(ScopeMapping draft);

	/** Deletes a mapping, which takes it away from every provider that has it. */
	void delete(String pk);

}
