package io.github.dsmsso.lab.contract;

import java.util.stream.Stream;

import io.github.dsmsso.wizard.shared.Version;
import tools.jackson.databind.JsonNode;

/** What OpenTofu tells of the providers that an export uses. */
public final class ProviderSchemas {

	private ProviderSchemas() {
	}

	/**
	 * As facts in the repository, and as a whole where that lies beside the project: a
	 * configuration has to fit each.
	 */
	public static Stream<JsonNode> all() {
		return AllPublications.here().map((where) -> {
			Version newest = where.releases(Published.OPENTOFU).newest();
			return where.read(Published.OPENTOFU, newest);
		});
	}

}
