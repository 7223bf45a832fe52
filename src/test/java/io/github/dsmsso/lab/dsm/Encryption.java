package io.github.dsmsso.lab.dsm;

import java.util.Map;

/** SYNO.API.Encryption: a key for passwords, and the clock of the NAS for anyone. */
final class Encryption implements ApiFamily {

	private final DsmWorld world;

	Encryption(DsmWorld world) {
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
