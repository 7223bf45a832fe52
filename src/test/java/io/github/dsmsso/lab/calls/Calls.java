package io.github.dsmsso.lab.calls;

import java.util.function.Predicate;

import io.github.dsmsso.lab.http.LabRequest;

/**
 * Some of the calls that reach a server, counted from when they were chosen.
 *
 * @param kind which calls are counted
 * @param first which of them is the first that is meant, counted from 1
 * @param times how many are meant
 * @param everything whether from the first one on calls of every kind are meant
 */
public record Calls(Predicate<LabRequest> kind, int first, int times, boolean everything) {

	/** The first call of a kind. */
	public static Calls first(Predicate<LabRequest> kind) {
		return nth(1, kind);
	}

	/** The n-th call of a kind, from 1. */
	public static Calls nth(int n, Predicate<LabRequest> kind) {
		return new Calls(kind, n, 1, false);
	}

	/** Every call of a kind. */
	public static Calls all(Predicate<LabRequest> kind) {
		return first(kind).repeatedly(Integer.MAX_VALUE);
	}

	/** The call at that site. */
	public static Calls at(CallSite site) {
		return nth(site.occurrence(), named(site.call().text()));
	}

	/** This many calls of the kind in a row. */
	public Calls repeatedly(int times) {
		return new Calls(this.kind, this.first, times, this.everything);
	}

	/** The call, and then every other one, of whatever kind. */
	public Calls andAllAfter() {
		return new Calls(this.kind, this.first, Integer.MAX_VALUE, true);
	}

	/** Calls of any kind. */
	public static Predicate<LabRequest> any() {
		return (request) -> true;
	}

	/** Calls of that name; see {@link CallName}. */
	public static Predicate<LabRequest> named(String name) {
		return (request) -> CallName.of(request).text().equals(name);
	}

}
