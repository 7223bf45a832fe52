package io.github.dsmsso.lab.dsm.webapi;

/** APIs that belong together. */
public interface ApiFamily {

	/** Enters the family's methods. */
	void describe(ApiCatalogue catalogue);

}
