package io.github.dsmsso.wizard.authentik;

import java.util.List;
import java.util.Map;
import java.util.Optional;

final class HttpScopeMappings implements ScopeMappings {

	/** What a page of consent says of the scope, in the words of the shipped mapping. */
	private static final String DESCRIPTION = "General Profile Information";

	private final Resource mappings;

	HttpScopeMappings(Resource mappings) {
		this.mappings = mappings;
	}

	@Override
	public List<ScopeMapping> list() {
		return Api.await(this.mappings.list("ordering=name", HttpScopeMappings::read));
	}

	@Override
	public Optional<ScopeMapping> get(String pk) {
		return this.mappings.find(pk).map(HttpScopeMappings::read);
	}

	@Override
	public ScopeMapping create(ScopeMapping draft) {
		return read(this.mappings.create(Map.of("name", draft.name(), "scope_name", draft.scopeName(), "description",
				DESCRIPTION, "expression", draft.expression())));
	}

	@Override
	public void delete(String pk) {
		this.mappings.delete(pk);
	}

	private static ScopeMapping read(Fields mapping) {
		return new ScopeMapping(mapping.text("pk"), mapping.text("name"), mapping.text("scope_name"),
				mapping.textOrNull("managed"), mapping.textOrEmpty("expression"));
	}

}
