package io.github.dsmsso.wizard.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.dsmsso.lab.time.VirtualTime;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SetupCodeSignInTests {

	private final VirtualTime clock = new VirtualTime();

	private final List<Duration> waits = new ArrayList<>();

	private final SetupCodes codes = new SetupCodes(this.clock, new SameLetters());

	private final SetupCodeAuthenticationProvider provider = new SetupCodeAuthenticationProvider(this.codes,
			new WrongTries(this.clock, this.waits::add));

	@Test
	void theRightCodeMakesAnAdministratorOfWhoeverTypesIt() {
		this.codes.offer();
		Authentication opened = this.provider.authenticate(typed("AAAA-AAAA", "192.0.2.1"));
		assertThat(opened.isAuthenticated()).isTrue();
		assertThat(opened.getName()).isEqualTo("admin");
		assertThat(opened.getCredentials()).isNull();
		assertThat(opened.getAuthorities()).extracting(GrantedAuthority::getAuthority).containsExactly("WIZARD");
	}

	@Test
	void wrongCodesAreCountedByTheAddressTheyComeFrom() {
		this.codes.offer();
		tryFrom("192.0.2.1", 4);
		tryFrom("192.0.2.2", 4);
		assertThat(this.waits).isEmpty();
		tryFrom("192.0.2.1", 1);
		assertThat(this.waits).hasSize(1);
	}

	@Test
	void thoseWhoseAddressIsNotKnownAreCountedTogether() {
		this.codes.offer();
		IntStream.range(0, 5)
			.forEach((number) -> assertRefused(
					UsernamePasswordAuthenticationToken.unauthenticated("person-" + number, "wrong")));
		assertThat(this.waits).hasSize(1);
	}

	@Test
	void onlyACodeThatWasTypedIntoAFormIsLookedAt() {
		assertThat(this.provider.supports(UsernamePasswordAuthenticationToken.class)).isTrue();
		assertThat(this.provider.supports(TestingAuthenticationToken.class)).isFalse();
	}

	private void tryFrom(String address, int times) {
		IntStream.range(0, times).forEach((ignored) -> assertRefused(typed("ZZZZ-ZZZZ", address)));
	}

	private void assertRefused(Authentication authentication) {
		assertThatExceptionOfType(BadCredentialsException.class)
			.isThrownBy(() -> this.provider.authenticate(authentication));
	}

	private static Authentication typed(String code, String address) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setRemoteAddr(address);
		UsernamePasswordAuthenticationToken token = UsernamePasswordAuthenticationToken.unauthenticated("", code);
		token.setDetails(new WebAuthenticationDetails(request));
		return token;
	}

	/** Draws the first letter each time. */
	private static final class SameLetters extends SecureRandom {

		@Override
		public int nextInt(int bound) {
			return 0;
		}

	}

}
