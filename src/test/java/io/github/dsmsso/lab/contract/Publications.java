package io.github.dsmsso.lab.contract;

import io.github.dsmsso.wizard.shared.Version;
import tools.jackson.databind.JsonNode;

/** Where the words of a release about itself are read. */
public interface Publications {

	/** The releases that have words of this kind. */
	Releases releases(Published kind);

	/** The words of one of these releases, in the form in which it is published. */
	JsonNode read(Published kind, Version release);

}
