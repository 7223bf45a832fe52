package io.github.dsmsso.lab.dsm.webapi;

import java.util.List;

import io.github.dsmsso.lab.dsm.protocol.CallParameters;

/**
 * The part of a list a caller wants.
 *
 * @param offset how many to leave out
 * @param limit how many at most, or -1 for all
 */
public record Page(int offset, int limit) {

	public static Page of(CallParameters parameters) {
		return new Page(parameters.number("offset", parameters.number("start", 0)), parameters.number("limit", -1));
	}

	public <T> List<T> of(List<T> all) {
		return all.stream().skip(this.offset).limit((this.limit < 0) ? all.size() : this.limit).toList();
	}

}
