package io.github.dsmsso.lab.faults;

import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.time.Later;

/** What becomes of one call. */
@FunctionalInterface
public interface CallEffect {

	/**
	 * Lets it happen.
	 * @param server who would answer
	 * @param request what was sent
	 * @param later does what is to happen after the caller has given up
	 */
	LabResponse strike(LabHandler server, LabRequest request, Later later);

}
