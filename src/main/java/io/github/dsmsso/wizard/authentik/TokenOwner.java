package io.github.dsmsso.wizard.authentik;

/**
 * The user a token belongs to ({@code core/users/me/}).
 *
 * @param pk its key
 * @param username its name
 * @param superuser whether it may do everything
 */
public record TokenOwner(int pk, String username, boolean superuser) {

}
