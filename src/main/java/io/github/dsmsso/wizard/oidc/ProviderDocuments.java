package io.github.dsmsso.wizard.oidc;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.ApiFailure;
import io.github.dsmsso.wizard.http.Gate;
import io.github.dsmsso.wizard.http.HttpAnswer;
import io.github.dsmsso.wizard.shared.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the two documents that a provider publishes.
 */
final class ProviderDocuments {

	private ProviderDocuments() {
	}

	static DiscoveryDocument discovery(HttpAnswer answer) {
		requireDocument(answer);
		try {
			return document(OIDCProviderMetadata.parse(answer.text()), answer.date().orElse(null));
		}
		catch (ParseException | IllegalArgumentException ex) {
			throw unreadable(answer);
		}
	}

	private static DiscoveryDocument document(OIDCProviderMetadata metadata, @Nullable Instant servedAt)
			throws ParseException {
		URI authorization = required(metadata.getAuthorizationEndpointURI());
		URI token = required(metadata.getTokenEndpointURI());
		return new DiscoveryDocument(metadata.getIssuer().getValue(), authorization, token, metadata.getJWKSetURI(),
				metadata.getRevocationEndpointURI(), texts(metadata.getIDTokenJWSAlgs()),
				(metadata.getScopes() != null) ? metadata.getScopes().toStringList() : List.of(),
				texts(metadata.getClaims()), texts(metadata.getIDTokenJWEAlgs()), servedAt);
	}

	/**
	 * An endpoint is told in full: nobody says what a part of one would be relative to.
	 */
	private static URI required(@Nullable URI endpoint) throws ParseException {
		if (endpoint == null || endpoint.getRawAuthority() == null) {
			throw new ParseException("An endpoint is missing");
		}
		return endpoint;
	}

	private static List<String> texts(@Nullable Collection<?> values) {
		return (values != null) ? values.stream().map(String::valueOf).toList() : List.of();
	}

	/** authentik answers {@code {}} for a provider without a signing key. */
	static PublishedKeys keys(HttpAnswer answer) {
		requireDocument(answer);
		JsonNode json = answer.json();
		if (json.isObject() && json.isEmpty()) {
			return new PublishedKeys(List.of());
		}
		try {
			return new PublishedKeys(
					JWKSet.parse(answer.text()).getKeys().stream().map(ProviderDocuments::key).toList());
		}
		catch (java.text.ParseException | IllegalArgumentException ex) {
			throw unreadable(answer);
		}
	}

	private static PublishedKeys.Key key(JWK key) {
		return new PublishedKeys.Key(key.getKeyType().getValue(), Objects.requireNonNullElse(key.getKeyID(), ""));
	}

	private static void requireDocument(HttpAnswer answer) {
		Gate.of(answer).ifPresent((gate) -> {
			throw new ApiException(answer.failure(ApiFailure.Kind.SOMETHING_ELSE).failure(),
					gate.problem(OpenIdProvider.OPEN_PATH));
		});
		if (answer.status() == 404) {
			throw told(answer.failure(ApiFailure.Kind.SOMETHING_ELSE), "oidc.no-document", answer);
		}
		if (answer.status() == 429) {
			throw answer.failure(ApiFailure.Kind.THROTTLED);
		}
		if (answer.status() >= 500) {
			throw told(answer.failure(ApiFailure.Kind.OUT_OF_ORDER), "oidc.document-fails", answer);
		}
		if (answer.status() != 200) {
			throw answer.failure(ApiFailure.Kind.SOMETHING_ELSE);
		}
	}

	private static ApiException unreadable(HttpAnswer answer) {
		return told(answer.failure(ApiFailure.Kind.UNREADABLE), "oidc.document-unreadable", answer);
	}

	private static ApiException told(ApiException failure, String code, HttpAnswer answer) {
		return new ApiException(failure.failure(),
				Problem.of(code, answer.from().toString()).withDetail("HTTP " + answer.status()));
	}

}
