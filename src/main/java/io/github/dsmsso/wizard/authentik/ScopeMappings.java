package io.github.dsmsso.wizard.authentik;

import java.util.List;

/**
 * {@code /propertymappings/provider/scope/}; before 2024.8
 * {@code /propertymappings/scope/}.
 */
public interface ScopeMappings {

	/**
	 * Every mapping that authentik itself ships ({@code managed} set) or someone made.
	 */
	List<ScopeMapping> list();

}
