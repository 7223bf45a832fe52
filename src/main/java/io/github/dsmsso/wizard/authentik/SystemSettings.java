package io.github.dsmsso.wizard.authentik;

import org.jspecify.annotations.Nullable;

/**
 * What the settings of the whole system ({@code /admin/settings/}) say that matters for a
 * sign-in.
 *
 * @param usersMayRename {@code default_user_change_username}: whether people may change
 * their own user name, and with it become any DSM account; null where the token may not
 * read it, and before 2024.2, when it was no part of the API
 * @param usersMayChangeEmail {@code default_user_change_email}: the same of their e-mail
 * @param usersMayChangeName {@code default_user_change_name}: the same of the name that
 * is shown of them; on in a new installation
 * @param openByDefault {@code core_default_app_access} of {@code flags}: whether everyone
 * may use an application that nobody is bound to; null where that is not known. Always
 * true before 2026.5
 */
public record SystemSettings(@Nullable Boolean usersMayRename, @Nullable Boolean usersMayChangeEmail,
		@Nullable Boolean usersMayChangeName, @Nullable Boolean openByDefault) {

}
