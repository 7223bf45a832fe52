package io.github.dsmsso.wizard.access;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Lets in whoever types the setup code.
 */
class SetupCodeAuthenticationProvider implements AuthenticationProvider {

	static final String AUTHORITY = "WIZARD";

	private final SetupCodes codes;

	private final WrongTries wrongTries;

	SetupCodeAuthenticationProvider(SetupCodes codes, WrongTries wrongTries) {
		this.codes = codes;
		this.wrongTries = wrongTries;
	}

	@Override
	public Authentication authenticate(Authentication authentication) {
		if (!this.codes.redeem(String.valueOf(authentication.getCredentials()))) {
			this.wrongTries.another(addressOf(authentication));
			throw new BadCredentialsException("Not the setup code");
		}
		return UsernamePasswordAuthenticationToken.authenticated("admin", null,
				AuthorityUtils.createAuthorityList(AUTHORITY));
	}

	private static String addressOf(Authentication authentication) {
		return (authentication.getDetails() instanceof WebAuthenticationDetails known) ? known.getRemoteAddress() : "";
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
