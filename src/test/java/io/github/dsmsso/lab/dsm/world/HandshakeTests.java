package io.github.dsmsso.lab.dsm.world;

import java.time.Clock;
import java.util.Arrays;

import io.github.dsmsso.lab.dsm.protocol.DsmError;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.protocol.Handshake;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the handshake, against what Python's noiseprotocol computes for the same
 * keys.
 */
class HandshakeTests {

	private static final String MESSAGE = "Xf7dO2vUf2-ijuFdlp1bsOpTd01Ii9r53xxuASSz7yLLua9SAQzYbQk2jEPtiO5RR_DJsd38ODiHz"
			+ "ZdyhTiKkvjoJBwrTQthuoSO-_YmN5XdHn_Ia2sXR0u3cHoGRU66W_q8GMqzLWYgW7klAFlGznEJRkE";

	private static final String FIRST_PROOF = "O4U3H-cce9PyUEM2aj1u3mCA62TkEg.MA";

	private static final String SECOND_PROOF = "O4U3H-ccRAmmSctTWcV_KuQWIyQVpA.MQ";

	private final Handshake handshake = new Handshake(key(7), () -> key(9));

	@Test
	void theAnswerIsThatOfTheStandard() {
		Handshake.Result result = this.handshake.answer(MESSAGE);
		assertThat(this.handshake.publicKey()).isEqualTo("E75P6uryBMf9M1j8nAByGIHRdCeBKCJ-xnTzf3_pe20");
		assertThat(result.reply()).isEqualTo("V9tLNZ8jrl4Ubk4lEgVnBHIlBjSMFQwUdT0Mkz0E1CH7pOlLmXP-m90iZJncnIH-");
		assertThat(result.hash())
			.isEqualTo("O4U3H-ccFM2hP-dUVK_FWzP_fBCxWhxgioxvWlpFmRr11g3_Tumdn00Kq3PcJMLU8yOUiTvYH03Pri0pEItO9Q");
	}

	@Test
	void theClientProvesItselfWithEachRequest() {
		Handshake.Result result = this.handshake.answer(MESSAGE);
		assertThat(result.proves(FIRST_PROOF)).isTrue();
		assertThat(result.proves(SECOND_PROOF)).isTrue();
		assertThat(result.proves(FIRST_PROOF.replace(".MA", ".MQ"))).isFalse();
		assertThat(result.proves("nonsense")).isFalse();
	}

	@Test
	void aMessageForAnotherNasIsRefused() {
		Handshake other = new Handshake(key(8), () -> key(9));
		assertThatExceptionOfType(DsmError.class).isThrownBy(() -> other.answer(MESSAGE))
			.satisfies((error) -> assertThat(error.code()).isEqualTo(120));
		assertThatExceptionOfType(DsmError.class).isThrownBy(() -> other.answer("short"));
	}

	@Test
	void onlyTheHandshakeGivesSomeoneFromOutsideAllRights() {
		DsmWorld world = DemoNas.world(DsmVersion.DSM_7_2_2, Clock.systemUTC()).seesClientsFromOutside(true);
		Account anna = world.account("anna");
		NasSession proved = world.sessions().begin(anna, false, this.handshake.answer(MESSAGE));
		assertThat(proved.limited()).isFalse();
		assertThat(proved.isProvedBy(FIRST_PROOF)).isTrue();
		NasSession unproved = world.sessions().begin(anna, false, null);
		assertThat(unproved.limited()).isTrue();
		assertThat(unproved.isProvedBy(FIRST_PROOF)).isFalse();
	}

	private static byte[] key(int value) {
		byte[] key = new byte[32];
		Arrays.fill(key, (byte) value);
		return key;
	}

}
