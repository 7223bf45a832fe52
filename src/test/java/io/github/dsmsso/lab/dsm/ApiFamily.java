package io.github.dsmsso.lab.dsm;

/** APIs that belong together. */
interface ApiFamily {

	/** Enters the family's methods. */
	void describe(ApiCatalogue catalogue);

}
