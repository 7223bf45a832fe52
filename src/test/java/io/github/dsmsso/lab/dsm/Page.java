package io.github.dsmsso.lab.dsm;

import java.util.List;

/**
 * The part of a list a caller wants.
 *
 * @param offset how many to leave out
 * @param limit how many at most, or -1 for all
 */
record Page(int offset, int limit) {

	static Page of(Parameters parameters) {
		return new Page(parameters.number("offset", parameters.number("start", 0)), parameters.number("limit", -1));
	}

	<T> List<T> of(List<T> all) {
		return all.stream().skip(this.offset).limit((this.limit < 0) ? all.size() : this.limit).toList();
	}

}
