package io.github.dsmsso.wizard;

import java.util.List;

import io.github.dsmsso.wizard.Exchanges.Exchange;
import io.github.dsmsso.wizard.Exchanges.Server;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExchangesTests {

	@Test
	void exchangesThatOverlapAreNoChain() {
		assertThat(Exchanges.longestChain(List.of(between(0, 10), between(9, 12), between(3, 11)))).isEqualTo(1);
	}

	@Test
	void theLongestChainMayLeadThroughTheShorterOfTwoAtOnce() {
		assertThat(Exchanges.longestChain(List.of(between(0, 30), between(1, 10), between(11, 20), between(21, 29))))
			.isEqualTo(3);
	}

	@Test
	void nothingIsNoChain() {
		assertThat(Exchanges.longestChain(List.of())).isZero();
	}

	private static Exchange between(long begun, long ended) {
		return new Exchange(Server.DSM, begun, ended);
	}

}
