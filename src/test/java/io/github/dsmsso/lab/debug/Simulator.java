package io.github.dsmsso.lab.debug;

import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.http.LabHandler;

/** A simulator that can be looked into and switched while it runs. */
public interface Simulator extends LabHandler {

	/** What it simulates, for a headline. */
	String name();

	/**
	 * What arrived so far, oldest first: the same names in every request, and never a
	 * secret.
	 */
	List<Map<String, Object>> requests();

	/** What can be switched on it. */
	List<Switch> switches();

}
