package io.github.dsmsso.wizard.dsm;

/**
 * One account ({@code SYNO.Core.User list}).
 *
 * @param name its name
 * @param email its e-mail, or an empty string
 * @param enabled whether it may sign in: {@code expired} is {@code normal} or a day to
 * come
 * @param source where it lives
 */
public record DsmAccount(String name, String email, boolean enabled, Source source) {

	/** Where an account lives. */
	public enum Source {

		/** On the NAS itself. */
		LOCAL,
		/** In the Windows domain. */
		DOMAIN,
		/** In the LDAP directory. */
		LDAP

	}

}
