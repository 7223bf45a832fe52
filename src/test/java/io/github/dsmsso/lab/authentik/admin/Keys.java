package io.github.dsmsso.lab.authentik.admin;

import java.util.Map;
import java.util.Objects;

import io.github.dsmsso.lab.authentik.api.ApiResource;
import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Filters;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.api.UsedBy;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Field;
import io.github.dsmsso.lab.authentik.store.RefusedRequest;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.TimeFormats;
import io.github.dsmsso.lab.authentik.store.WritableFields;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.authentik.world.KeyMaterial;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/** {@code /crypto/certificatekeypairs/}: certificates with their private keys. */
public final class Keys extends ApiResource {

	private static final String BASE = "/crypto/certificatekeypairs/";

	private static final String CERTIFICATE = "certificate_data";

	private static final String PRIVATE_KEY = "key_data";

	public Keys(AuthentikWorld world) {
		super(world, world.tables().keys());
	}

	public void routes(Routes routes) {
		routes.add("POST", BASE + "generate/", this::generate);
		writable(routes, BASE);
		routes.add("GET", BASE + "{key}/view_certificate/", this::certificate)
			.add("GET", BASE + "{key}/view_private_key/", this::privateKey)
			.add("GET", BASE + "{key}/used_by/", (call) -> UsedBy.key(world(), found(call)));
	}

	@Override
	protected Filters filters() {
		Filters filters = new Filters().exact("name", "managed")
			.where("has_key",
					(key, values) -> !Filters.isTrue(values) || world().keyRing().materialOf(key).hasPrivateKey())
			.search("name")
			.orderedBy("name");
		return has(Behaviour.KEY_TYPE) ? filters.choice("key_type", "rsa", "ec", "dsa", "ed25519", "ed448") : filters;
	}

	@Override
	public WritableFields fields() {
		return new WritableFields(Field.text("name").required().uniqueIn(table()),
				Field.text(CERTIFICATE).required().and(KeyImport::certificateText),
				Field.text(PRIVATE_KEY).blank().and(KeyImport::privateKeyText));
	}

	@Override
	protected Row add(Map<String, @Nullable Object> values) {
		return world().keyRing()
			.add(String.valueOf(values.get("name")), KeyImport.material(String.valueOf(values.get(CERTIFICATE)),
					String.valueOf(values.get(PRIVATE_KEY))));
	}

	/** The material is known to the ring, not to the row. */
	@Override
	protected void changed(Row row) {
		if (row.get(CERTIFICATE) != null || row.get(PRIVATE_KEY) != null) {
			KeyMaterial before = world().keyRing().materialOf(row);
			world().keyRing()
				.put(row, KeyImport.material(Objects.toString(row.get(CERTIFICATE), before.certificatePem()),
						Objects.toString(row.get(PRIVATE_KEY), before.privateKeyPem())));
			row.set(CERTIFICATE, null);
			row.set(PRIVATE_KEY, null);
		}
	}

	@Override
	protected void deleted(Row row) {
		world().cascades().keyDeleted(row);
	}

	@Override
	protected Map<String, @Nullable Object> shown(Row key, Call call) {
		KeyMaterial material = world().keyRing().materialOf(key);
		boolean detailed = !has(Behaviour.KEY_DETAILS_OPTION)
				|| !"false".equalsIgnoreCase(call.query("include_details"));
		String download = BASE + key.pk();
		return AuthentikJson.object("pk", key.pk(), "name", key.text("name"), "fingerprint_sha256",
				detailed ? material.fingerprint("SHA-256") : null, "fingerprint_sha1",
				detailed ? material.fingerprint("SHA-1") : null, "cert_expiry",
				detailed ? TimeFormats.iso(material.certificate().getNotAfter().toInstant()) : null, "cert_subject",
				detailed ? material.certificate().getSubjectX500Principal().getName() : null, "private_key_available",
				material.hasPrivateKey(), has(Behaviour.KEY_TYPE) ? "key_type" : "private_key_type",
				detailed ? type(material) : null, "certificate_download_url",
				"/api/v3" + download + "/view_certificate/?download=true", "private_key_download_url",
				"/api/v3" + download + "/view_private_key/?download=true", "managed", null);
	}

	/**
	 * Before 2025.12 the type is the name of the private key's Python class in lower
	 * case; from then on the certificate has one, too.
	 */
	private @Nullable String type(KeyMaterial material) {
		if (has(Behaviour.KEY_TYPE)) {
			return material.type();
		}
		String type = material.type().equals("ec") ? "ellipticcurve" : material.type();
		return material.hasPrivateKey() ? type : null;
	}

	private LabResponse generate(Call call) {
		call.require(model().permission("add"));
		Map<String, @Nullable Object> wanted = generation().ofNew(call.body());
		String name = Objects.toString(wanted.get("common_name"));
		if (table().find("name", name).isPresent()) {
			if (!has(Behaviour.KEY_NAMES_ARE_CHECKED)) {
				throw new IllegalStateException("Two keys cannot be called " + name);
			}
			throw RefusedRequest.invalid("common_name", "This field must be unique.");
		}
		int days = (Integer) Objects.requireNonNull(wanted.get("validity_days"));
		Row key = world().keyRing().add(name, KeyMaterial.generated(type(wanted), name, days, world().clock()));
		world().events().changed("model_created", model(), key, call.user(), call.request());
		return AuthentikJson.response(200, shown(key, call));
	}

	private WritableFields generation() {
		WritableFields fields = new WritableFields(Field.text("common_name").required(),
				Field.text("subject_alt_name").blank(), Field.integer("validity_days").required());
		if (has(Behaviour.EDWARDS_KEYS)) {
			return fields.and(Field.choice("alg", "rsa", "ecdsa", "ed25519", "ed448"));
		}
		return has(Behaviour.KEY_ALGORITHMS) ? fields.and(Field.choice("alg", "rsa", "ecdsa")) : fields;
	}

	private static String type(Map<String, @Nullable Object> wanted) {
		String algorithm = Objects.toString(wanted.get("alg"), "rsa");
		return algorithm.equals("ecdsa") ? "ec" : algorithm;
	}

	private LabResponse certificate(Call call) {
		Row key = found(call);
		call.require(model().permission("view") + "_certificate", key);
		return AuthentikJson.response(200, Map.of("data", world().keyRing().materialOf(key).certificatePem()));
	}

	private LabResponse privateKey(Call call) {
		Row key = found(call);
		call.require(model().permission("view") + "_key", key);
		return AuthentikJson.response(200, Map.of("data", world().keyRing().materialOf(key).privateKeyPem()));
	}

}
