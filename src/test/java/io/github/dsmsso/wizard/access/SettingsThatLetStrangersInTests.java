package io.github.dsmsso.wizard.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

class SettingsThatLetStrangersInTests {

	@ParameterizedTest
	@CsvSource({ "false, '', false, 127.0.0.1", "false, localhost:8080, false, ::1", "true, '', false, 0.0.0.0",
			"true, '', false, ''", "true, nas.example.org, true, 0.0.0.0", "true, 'localhost,[::1]', false, 0.0.0.0" })
	void theWizardStartsWhereNobodyElseComesInOrAllIsEncrypted(boolean setupCode, String allowed, boolean https,
			String listening) {
		assertThatNoException().isThrownBy(() -> rules(setupCode, allowed, https, listening));
	}

	@ParameterizedTest
	@CsvSource({ "'', false, ''", "'', false, 0.0.0.0", "'', false, 192.168.1.20", "nas.example.org, true, 127.0.0.1" })
	void withoutACodeItDoesNotStartWhereOthersReachIt(String allowed, boolean https, String listening) {
		assertThatExceptionOfType(UnsafeAccessException.class).isThrownBy(() -> rules(false, allowed, https, listening))
			.withMessageContaining("wizard.access.setup-code is off")
			.satisfies((ex) -> assertThat(ex.action()).contains("Set wizard.access.setup-code to true"));
	}

	@Test
	void aNameOnTheNetworkNeedsHttps() {
		assertThatExceptionOfType(UnsafeAccessException.class)
			.isThrownBy(() -> rules(true, "localhost,nas.example.org", false, "127.0.0.1"))
			.withMessageContaining("wizard.access.https is off")
			.satisfies((ex) -> assertThat(ex.action()).contains("set wizard.access.https to true"));
	}

	@Test
	void whoStartsItIsToldWhatToChange() {
		UnsafeAccessException unsafe = new UnsafeAccessException("what is wrong", "what to do");
		FailureAnalysis told = new UnsafeAccessFailureAnalyzer().analyze(new IllegalStateException(unsafe), unsafe);
		assertThat(told.getDescription()).isEqualTo("what is wrong");
		assertThat(told.getAction()).isEqualTo("what to do");
	}

	private static AccessRules rules(boolean setupCode, String allowed, boolean https, String listening)
			throws UnknownHostException {
		List<String> hosts = Arrays.stream(allowed.split(",")).filter((host) -> !host.isEmpty()).toList();
		ServerProperties server = new ServerProperties();
		server.setAddress(listening.isEmpty() ? null : InetAddress.getByName(listening));
		return new AccessRules(new AccessProperties(setupCode, hosts, https, Duration.ofHours(1)), server);
	}

}
