package io.github.dsmsso.wizard.verify;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;

import io.github.dsmsso.wizard.authentik.CertificateKeyPair;
import io.github.dsmsso.wizard.http.PresentedCertificate;
import org.jspecify.annotations.Nullable;

/**
 * A connection that works today still will in two months: nothing that it rests on
 * expires before.
 */
final class ExpiryCheck implements Check {

	private static final Duration SOON = Duration.ofDays(60);

	private final String id;

	private final Function<Observation, Observed<Dated>> thing;

	private ExpiryCheck(String id, Function<Observation, Observed<Dated>> thing) {
		this.id = id;
		this.thing = thing;
	}

	/** The certificate of the key that signs the tokens. */
	static ExpiryCheck ofSigningKey() {
		return new ExpiryCheck("key-expiry", ExpiryCheck::signingKey);
	}

	/** The certificate that authentik presents. */
	static ExpiryCheck ofAuthentik() {
		return new ExpiryCheck("authentik-expiry", (seen) -> presented(seen.expected().presented().byAuthentik(),
				seen.expected().authentik().address().host()));
	}

	/** The certificate that DSM presents. */
	static ExpiryCheck ofDsm() {
		return new ExpiryCheck("dsm-expiry",
				(seen) -> presented(seen.expected().presented().byDsm(), seen.expected().dsmCalledAt().host()));
	}

	@Override
	public CheckResult examine(Observation observation) {
		Instant now = observation.at();
		return this.thing.apply(observation).judge(this.id, (dated) -> judge(dated, now));
	}

	private CheckResult judge(Dated dated, Instant now) {
		Instant expires = dated.expires();
		if (expires == null) {
			return CheckResult.unknown(this.id, "not-seen");
		}
		String day = LocalDate.ofInstant(expires, ZoneOffset.UTC).toString();
		if (expires.isAfter(now.plus(SOON))) {
			return CheckResult.pass(this.id, "later", day);
		}
		return CheckResult.warn(this.id, expires.isAfter(now) ? "soon" : "expired", day, dated.name());
	}

	/** Nothing where there is no provider, or none of these keys signs for it. */
	private static Observed<Dated> signingKey(Observation observation) {
		return observation.authentik()
			.provider()
			.lookFurther(observation.authentik().keys(),
					(provider, keys) -> keys.stream()
						.filter((key) -> key.pk().equals(provider.signingKey()))
						.map(Dated::of)
						.findFirst()
						.orElse(null));
	}

	private static Observed<Dated> presented(@Nullable PresentedCertificate certificate, String host) {
		return Observed.of(new Dated(host, (certificate != null) ? certificate.until() : null));
	}

	/**
	 * Something that expires.
	 *
	 * @param name its name
	 * @param expires when; null where that was not seen
	 */
	private record Dated(String name, @Nullable Instant expires) {

		static Dated of(CertificateKeyPair key) {
			return new Dated(key.name(), key.expires());
		}

	}

}
