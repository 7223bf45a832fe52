package io.github.dsmsso.lab.authentik.scenarios;

import java.util.function.Predicate;

import io.github.dsmsso.lab.authentik.releases.Behaviour;

/**
 * One line of the release notes that a client can notice.
 *
 * @param behaviour what differs
 * @param note what a client notices
 * @param lastWithout the last release in which it does not
 * @param firstWith the first release in which it does
 * @param noticed asks a release, and tells whether it does
 */
record Difference(Behaviour behaviour, String note, String lastWithout, String firstWith, Predicate<ApiScene> noticed) {

	/** Rows of one border. */
	record Border(String lastWithout, String firstWith) {

		Difference notes(Behaviour behaviour, String note, Predicate<ApiScene> noticed) {
			return new Difference(behaviour, note, this.lastWithout, this.firstWith, noticed);
		}

	}

	static Border between(String lastWithout, String firstWith) {
		return new Border(lastWithout, firstWith);
	}

	boolean isNoticedIn(String release) {
		return this.noticed.test(ApiScene.of(release));
	}

	@Override
	public String toString() {
		return this.firstWith + ": " + this.note;
	}

}
