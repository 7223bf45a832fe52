package io.github.dsmsso.lab.contract;

import java.util.stream.Stream;

import io.github.dsmsso.wizard.shared.Version;
import tools.jackson.databind.JsonNode;

/** Where the words of a release about itself are read. */
interface Publications {

	/** The facts in the repository, and the folder beside the project where it is. */
	static Stream<Publications> all() {
		return Stream.concat(Stream.of(Facts.committed()), PublishedFolder.find().stream());
	}

	/** The releases that have words of this kind. */
	Releases releases(Published kind);

	/** The words of one of these releases, in the form in which it is published. */
	JsonNode read(Published kind, Version release);

}
