package io.github.dsmsso.wizard.access;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AllowedHostsTests {

	private final AllowedHosts hosts = new AllowedHosts(
			List.of("nas.example.org", "Wizard.example.org:8443", "[2001:db8::1]:8443"));

	@Test
	void aNameWithoutPortIsAllowedOnAnyPort() {
		assertThat(this.hosts.allow("nas.example.org", 8080)).isTrue();
		assertThat(this.hosts.allow("NAS.example.org", 1)).isTrue();
	}

	@Test
	void theNamesOfThisMachineAreAlwaysAllowed() {
		assertThat(this.hosts.allow("localhost", 8080)).isTrue();
		assertThat(this.hosts.allow("LOCALHOST", 8080)).isTrue();
		assertThat(this.hosts.allow("127.0.0.1", 8443)).isTrue();
	}

	@Test
	void anIpv6AddressIsTheSameWithAndWithoutBrackets() {
		assertThat(this.hosts.allow("[::1]", 8080)).isTrue();
		assertThat(this.hosts.allow("::1", 8080)).isTrue();
	}

	@Test
	void aNameWithPortIsAllowedOnThatPortOnly() {
		assertThat(this.hosts.allow("wizard.example.org", 8443)).isTrue();
		assertThat(this.hosts.allow("wizard.example.org", 8080)).isFalse();
		assertThat(this.hosts.allow("[2001:db8::1]", 8443)).isTrue();
	}

	@Test
	void aNameThatOnlyContainsAnAllowedOneIsNotAllowed() {
		assertThat(this.hosts.allow("localhost.example.org", 8080)).isFalse();
		assertThat(this.hosts.allow("notlocalhost", 8080)).isFalse();
		assertThat(this.hosts.allow("localhost.", 8080)).isFalse();
	}

	@Test
	void aHostHeaderMayNameAnAllowedHostWithAnyPortOrNone() {
		assertThat(this.hosts.allowOnAnyPort("localhost:1234")).isTrue();
		assertThat(this.hosts.allowOnAnyPort("[::1]:8080")).isTrue();
		assertThat(this.hosts.allowOnAnyPort("WIZARD.example.org")).isTrue();
		assertThat(this.hosts.allowOnAnyPort("wizard.example.org:1")).isTrue();
		assertThat(this.hosts.allowOnAnyPort("[2001:db8::1]")).isTrue();
		assertThat(this.hosts.allowOnAnyPort("evil.example:8443")).isFalse();
		assertThat(this.hosts.allowOnAnyPort("")).isFalse();
	}

	@Test
	void theFirstNameOnTheNetworkIsTheOneToOpen() {
		assertThat(this.hosts.firstOnTheNetwork()).hasValue("nas.example.org");
		assertThat(new AllowedHosts(List.of("localhost:8080")).firstOnTheNetwork()).isEmpty();
		assertThat(AllowedHosts.hasPort("wizard.example.org:8443")).isTrue();
		assertThat(AllowedHosts.hasPort("[2001:db8::1]")).isFalse();
	}

	@Test
	void theNamesOfThisMachineAreToldFromTheOthers() {
		assertThat(this.hosts.areLoopbackOnly()).isFalse();
		assertThat(new AllowedHosts(List.of("localhost:8080", "127.0.0.1", "[::1]:8080")).areLoopbackOnly()).isTrue();
		assertThat(new AllowedHosts(List.of("localhost", "[2001:db8::1]")).areLoopbackOnly()).isFalse();
	}

}
