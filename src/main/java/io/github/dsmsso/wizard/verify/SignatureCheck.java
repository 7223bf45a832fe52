package io.github.dsmsso.wizard.verify;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.github.dsmsso.wizard.authentik.CertificateKeyPair;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.judgement.Judgement;
import io.github.dsmsso.wizard.judgement.ProviderRules;
import io.github.dsmsso.wizard.oidc.DiscoveryDocument;
import io.github.dsmsso.wizard.oidc.PublishedKeys;

/**
 * ID tokens are signed by an RSA key (RS256) that is published: the only signature DSM is
 * known to accept (authentik issue 26091).
 */
final class SignatureCheck implements Check {

	private static final String ID = Aspect.SIGNATURE.id();

	private static final String RS256 = "RS256";

	@Override
	public CheckResult examine(Observation observation) {
		return observation.authentik()
			.provider()
			.find()
			.flatMap((provider) -> badKey(provider, observation.authentik().keys()))
			.orElseGet(() -> observation.protocol()
				.document()
				.judge(observation.protocol().keys(), ID, SignatureCheck::published));
	}

	private static Optional<CheckResult> badKey(OAuth2Provider provider, Observed<List<CertificateKeyPair>> keys) {
		List<CertificateKeyPair> listed = keys.find().orElse(List.of());
		return Optional.of(ProviderRules.signature(provider, listed))
			.filter(Judgement::isWrong)
			.map((judgement) -> withKey(CheckResult.of(judgement), provider, listed));
	}

	private static CheckResult withKey(CheckResult result, OAuth2Provider provider, List<CertificateKeyPair> keys) {
		return keys.stream()
			.filter((key) -> key.pk().equals(provider.signingKey()))
			.findFirst()
			.map((key) -> result.with("signing-key", key.name()))
			.orElse(result);
	}

	private static CheckResult published(DiscoveryDocument document, PublishedKeys keys) {
		String algorithms = String.join(", ", document.idTokenSigningAlgorithms());
		if (!document.idTokenSigningAlgorithms().contains(RS256)) {
			return CheckResult.fail(ID, "other-algorithm", algorithms).with("algorithms", algorithms);
		}
		CheckResult result = keys.holdsRsaKey() ? CheckResult.pass(ID, "rsa") : CheckResult.fail(ID, "not-published");
		return result.with("algorithms", algorithms).with("published-keys", types(keys));
	}

	private static String types(PublishedKeys keys) {
		return keys.keys().stream().map(PublishedKeys.Key::type).collect(Collectors.joining(", "));
	}

}
