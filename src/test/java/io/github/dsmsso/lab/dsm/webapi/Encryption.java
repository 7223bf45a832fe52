package io.github.dsmsso.lab.dsm.webapi;

import java.util.Map;

import io.github.dsmsso.lab.dsm.protocol.Json;
import io.github.dsmsso.lab.dsm.protocol.SealedForm;
import io.github.dsmsso.lab.dsm.protocol.ServerKey;
import io.github.dsmsso.lab.dsm.world.DsmWorld;

/** SYNO.API.Encryption: a key for passwords, and the clock of the NAS for anyone. */
public final class Encryption implements ApiFamily {

	private final DsmWorld world;

	public Encryption(DsmWorld world) {
		this.world = world;
	}

	@Override
	public void describe(ApiCatalogue catalogue) {
		catalogue.api("SYNO.API.Encryption").anyone("getinfo", (call) -> ApiAnswer.of(info()));
	}

	private Map<String, ?> info() {
		return Json.object("cipherkey", SealedForm.CIPHER_KEY, "ciphertoken", SealedForm.CIPHER_TOKEN, "public_key",
				ServerKey.publicKey(), "server_time", this.world.now().getEpochSecond());
	}

}
