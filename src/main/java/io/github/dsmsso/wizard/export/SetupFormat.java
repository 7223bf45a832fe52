package io.github.dsmsso.wizard.export;

/**
 * A form in which another tool takes a {@link Setup}. None holds a secret: what is secret
 * is a variable of that tool.
 */
public interface SetupFormat {

	/** The name of its texts in the message bundle, and the last part of its address. */
	String id();

	/** What a browser calls the file. */
	String fileName(Setup setup);

	/** The media type, with its character set. */
	String mediaType();

	/** Whether this setup can be written so. */
	default boolean fits(Setup setup) {
		return true;
	}

	/** The file. */
	String write(Setup setup);

}
