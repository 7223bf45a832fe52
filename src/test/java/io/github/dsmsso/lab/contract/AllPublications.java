package io.github.dsmsso.lab.contract;

import java.util.stream.Stream;

/** All places in which the words of a release are read. */
final class AllPublications {

	private AllPublications() {
	}

	/** The facts in the repository, and the folder beside the project where it is. */
	static Stream<Publications> here() {
		return Stream.concat(Stream.of(Facts.committed()), PublishedFolder.find().stream());
	}

}
