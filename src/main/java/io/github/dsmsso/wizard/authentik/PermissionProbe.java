package io.github.dsmsso.wizard.authentik;

import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds out by reading what a token may not view. There is no list of one's own rights;
 * where the right to view is missing altogether, authentik answers a read with 403 and
 * not with an empty list. Rights to add, change and delete cannot be seen by reading.
 */
final class PermissionProbe {

	private static final String SHORTEST_LIST = "?page_size=1";

	/**
	 * The list of applications asks for no right and tells what the owner may open; one
	 * application asks for it, also where there is none of that name.
	 */
	private static final String NO_APPLICATION = "dsm-sso-wizard-looks-for-its-rights/";

	private final Resources resources;

	PermissionProbe(Resources resources) {
		this.resources = resources;
	}

	MissingPermissions look() {
		return new MissingPermissions(Api.await(Flux.mergeSequential(probes()).collectList()));
	}

	private List<Mono<String>> probes() {
		return List.of(this.resources.flows().missingRightToView(SHORTEST_LIST),
				this.resources.keyPairs().missingRightToView(SHORTEST_LIST),
				this.resources.scopeMappings().missingRightToView(SHORTEST_LIST),
				this.resources.oauth2Providers().missingRightToView(SHORTEST_LIST),
				this.resources.applications().missingRightToView(NO_APPLICATION),
				this.resources.policyBindings().missingRightToView(SHORTEST_LIST),
				this.resources.groups().missingRightToView(SHORTEST_LIST),
				this.resources.users().missingRightToView(SHORTEST_LIST),
				this.resources.events().missingRightToView(SHORTEST_LIST));
	}

}
