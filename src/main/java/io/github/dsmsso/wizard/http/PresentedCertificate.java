package io.github.dsmsso.wizard.http;

import java.time.Instant;
import java.util.List;

/**
 * The certificate that a server presents, as much as a person needs to decide about it.
 *
 * @param fingerprint its SHA-256
 * @param subject whom it names
 * @param issuer who signed it
 * @param names the DNS names and addresses it is for
 * @param from valid from
 * @param until valid until
 * @param trusted whether the public authorities vouch for it and for the name that was
 * called, today
 * @param forThisName whether it is for the name that was called
 * @param inDate whether it is valid today
 */
public record PresentedCertificate(Fingerprint fingerprint, String subject, String issuer, List<String> names,
		Instant from, Instant until, boolean trusted, boolean forThisName, boolean inDate) {

	public PresentedCertificate {
		names = List.copyOf(names);
	}

}
