package io.github.dsmsso.wizard.authentik;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

final class HttpCertificateKeyPairs implements CertificateKeyPairs {

	/** The action that makes a pair. */
	static final String GENERATE = "generate/";

	private final Resource keyPairs;

	private final AuthentikCapabilities capabilities;

	HttpCertificateKeyPairs(Resource keyPairs, AuthentikCapabilities capabilities) {
		this.keyPairs = keyPairs;
		this.capabilities = capabilities;
	}

	@Override
	public List<CertificateKeyPair> list() {
		return Api.await(this.keyPairs.list("has_key=true&ordering=name", this::read)
			.flatMapMany(Flux::fromIterable)
			.flatMapSequential(this::withKeyType)
			.collectList());
	}

	@Override
	public Optional<CertificateKeyPair> get(String pk) {
		return this.keyPairs.find(pk).map(this::read);
	}

	@Override
	public CertificateKeyPair createRsa(String name, int validityDays) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("common_name", name);
		body.put("validity_days", validityDays);
		if (this.capabilities.keyAlgorithmCanBeChosen()) {
			body.put("alg", "rsa");
		}
		return read(this.keyPairs.createBy(GENERATE, body));
	}

	@Override
	public void delete(String pk) {
		this.keyPairs.delete(pk);
	}

	/** A list may leave the details out; a pair read alone tells them. */
	private Mono<CertificateKeyPair> withKeyType(CertificateKeyPair keyPair) {
		return keyPair.keyType().isEmpty() ? this.keyPairs.get(Resource.at(keyPair.pk())).map(this::read)
				: Mono.just(keyPair);
	}

	private CertificateKeyPair read(Fields keyPair) {
		String field = this.capabilities.keyPairsSayKeyType() ? "key_type" : "private_key_type";
		return new CertificateKeyPair(keyPair.text("pk"), keyPair.text("name"), keyType(keyPair.textOrEmpty(field)),
				keyPair.momentOrNull("cert_expiry"));
	}

	/**
	 * {@code private_key_type} is the name of a Python class in lower case, which for
	 * elliptic curves is {@code ellipticcurve}.
	 */
	private static String keyType(String written) {
		return written.startsWith("elliptic") ? "ec" : written;
	}

}
