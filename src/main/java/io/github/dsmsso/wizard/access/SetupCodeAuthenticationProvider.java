package io.github.dsmsso.wizard.access;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * Lets in who types the setup code.
 */
class SetupCodeAuthenticationProvider implements AuthenticationProvider {

	static final String AUTHORITY = "WIZARD";

	private final SetupCodes codes;

	SetupCodeAuthenticationProvider(SetupCodes codes) {
		this.codes = codes;
	}

	@Override
	public Authentication authenticate(Authentication authentication) {
		if (!this.codes.redeem(String.valueOf(authentication.getCredentials()))) {
			throw new BadCredentialsException("Not the setup code");
		}
		return UsernamePasswordAuthenticationToken.authenticated("admin", null,
				AuthorityUtils.createAuthorityList(AUTHORITY));
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
