package io.github.dsmsso.wizard.authentik;

import java.util.List;

final class HttpScopeMappings implements ScopeMappings {

	private final Resource mappings;

	HttpScopeMappings(Resource mappings) {
		this.mappings = mappings;
	}

	@Override
	public List<ScopeMapping> list() {
		return Api.await(this.mappings.list("ordering=name", HttpScopeMappings::read));
	}

	private static ScopeMapping read(Fields mapping) {
		return new ScopeMapping(mapping.text("pk"), mapping.text("name"), mapping.text("scope_name"),
				mapping.textOrNull("managed"), mapping.textOrEmpty("expression"));
	}

}
