package io.github.dsmsso.wizard;

import java.security.SecureRandom;
import java.time.Clock;

import io.github.dsmsso.lab.authentik.AuthentikSimulator;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikAssumption;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.inprocess.InProcessPeers;
import io.github.dsmsso.lab.time.VirtualTime;
import io.github.dsmsso.wizard.authentik.AuthentikApi;
import io.github.dsmsso.wizard.authentik.AuthentikException;
import io.github.dsmsso.wizard.authentik.AuthentikException.Reason;
import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.HttpProperties;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.http.PeerConnectors;
import io.github.dsmsso.wizard.http.TlsTrust;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What the wizard makes of the first answers of the laboratory's authentik. */
class AuthentikDiscoveryTests {

	private static final BaseUrl ROOT = BaseUrl.parse("https://auth.example");

	private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();

	@AfterEach
	void close() {
		this.beans.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "2024.12", "2026.11" })
	void belowAPathItIsFoundThere(String release) {
		AuthentikApi api = doorTo(world(release).livesBelow("/sso/"));
		assertThat(api.discover(peer("/sso/"))).isEqualTo(peer("/sso/"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/other/" })
	void belowAPathItIsNotTakenForOneElsewhere(String path) {
		AuthentikApi api = doorTo(world("2026.8").livesBelow("/sso/"));
		ApiException refused = catchThrowableOfType(ApiException.class, () -> api.discover(peer(path)));
		assertThat(refused.problem().code()).isEqualTo("authentik.not-authentik");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2023.10", "2024.10.5" })
	void aReleaseWithoutWebPathStaysAtTheRootAndIsFoundThere(String release) {
		AuthentikApi api = doorTo(world(release).livesBelow("/sso/"));
		assertThat(api.discover(peer("/sso/"))).isEqualTo(peer("/"));
	}

	@ParameterizedTest
	@CsvSource({ "true, " + DemoAuthentik.APP_PASSWORD, "false, " + DemoAuthentik.APP_PASSWORD,
			"true, " + DemoAuthentik.EXPIRED_TOKEN, "false, " + DemoAuthentik.EXPIRED_TOKEN })
	void aBadTokenIsCalledSoWhicheverStatusItAnswers(boolean answers403, String token) {
		AuthentikApi api = doorTo(world("2026.8").assume(AuthentikAssumption.BAD_TOKEN_ANSWERS_403, answers403));
		AuthentikException refused = catchThrowableOfType(AuthentikException.class,
				() -> api.connect(peer("/"), Secret.of(token)));
		assertThat(refused.reason()).isEqualTo(Reason.TOKEN_INVALID);
	}

	private static AuthentikWorld world(String release) {
		return DemoAuthentik.world(AuthentikVersion.of(release));
	}

	private AuthentikApi doorTo(AuthentikWorld world) {
		this.beans.registerBean("peers", PeerConnectors.class,
				() -> new InProcessPeers(new VirtualTime(), this.beans.getBean(HttpProperties.class)).at(ROOT.origin(),
						new AuthentikSimulator(world)),
				(bean) -> bean.setPrimary(true));
		this.beans.registerBean(Clock.class, Clock::systemUTC);
		this.beans.registerBean(SecureRandom.class, () -> new SecureRandom());
		this.beans.scan("io.github.dsmsso.wizard.http", "io.github.dsmsso.wizard.authentik");
		this.beans.refresh();
		return this.beans.getBean(AuthentikApi.class);
	}

	private static Peer peer(String path) {
		return new Peer(ROOT.withPath(path), TlsTrust.publicAuthorities());
	}

}
