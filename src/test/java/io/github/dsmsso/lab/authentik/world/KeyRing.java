package io.github.dsmsso.lab.authentik.world;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Instance;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.Table;

/** The certificates and keys of an instance. */
public final class KeyRing {

	private final Instance instance;

	private final Table keys;

	private final Cascades cascades;

	private final Map<Object, KeyMaterial> material = new HashMap<>();

	private final Map<Object, String> keyIds = new HashMap<>();

	KeyRing(Instance instance, Table keys, Cascades cascades) {
		this.instance = instance;
		this.keys = keys;
		this.cascades = cascades;
	}

	/** The key that authentik makes when it is installed: RSA. */
	void isInstalled() {
		add("authentik Self-signed Certificate",
				KeyMaterial.shipped("rsa", "authentik Self-signed Certificate", this.instance.clock()));
	}

	/** All keys are gone. */
	public KeyRing hasNoKeys() {
		this.keys.stream().forEach((key) -> {
			this.keys.remove(key);
			this.cascades.keyDeleted(key);
		});
		return this;
	}

	/** The only key is one of an elliptic curve, which DSM cannot read. */
	public KeyRing hasOnlyAnEcKey() {
		hasNoKeys();
		return hasAnEcKey("authentik EC Certificate");
	}

	public KeyRing hasAnEcKey(String name) {
		add(name, KeyMaterial.shipped("ec", name, this.instance.clock()));
		return this;
	}

	/**
	 * A key of a longer curve.
	 * @param bits 384 or 521
	 */
	public KeyRing hasAnEcKey(String name, int bits) {
		add(name, KeyMaterial.shipped("ec-" + bits, name, this.instance.clock()));
		return this;
	}

	public KeyRing hasAnRsaKey(String name) {
		add(name, KeyMaterial.shipped("rsa", name, this.instance.clock()));
		return this;
	}

	/** A key that can be stored and cannot sign tokens. */
	public KeyRing hasAnEd25519Key(String name) {
		add(name, KeyMaterial.shipped("ed25519", name, this.instance.clock()));
		return this;
	}

	/** A key that can be stored, and signs from 2026.8 on. */
	public KeyRing hasAnEd448Key(String name) {
		add(name, KeyMaterial.shipped("ed448", name, this.instance.clock()));
		return this;
	}

	/** Every key stays, and its certificate ends after so many days. */
	public KeyRing expiresIn(int days) {
		this.keys.stream().forEach((key) -> put(key, materialOf(key).lasting(days, this.instance.clock())));
		return this;
	}

	public Row add(String name, KeyMaterial material) {
		Row key = new Row(AuthentikJson.object("pk", this.instance.randomness().uuid(), "name", name, "managed", null));
		put(key, material);
		return this.keys.add(key);
	}

	/** The key is of this material from now on. */
	public void put(Row key, KeyMaterial material) {
		key.set("key_type", material.type());
		this.material.put(key.pk(), material);
		this.keyIds.put(key.pk(), material.keyId(this.instance.version()));
	}

	public KeyMaterial materialOf(Row key) {
		return this.material.get(key.pk());
	}

	public String keyIdOf(Row key) {
		return this.keyIds.get(key.pk());
	}

	/** The key that a provider signs with. */
	public Optional<Row> signingKeyOf(Row provider) {
		return this.keys.byPk(provider.get("signing_key"));
	}

	/** The key that a provider encrypts its tokens with. */
	public Optional<Row> encryptionKeyOf(Row provider) {
		return this.keys.byPk(provider.get("encryption_key"));
	}

}
