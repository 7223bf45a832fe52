package io.github.dsmsso.wizard.dsm;

import io.github.dsmsso.wizard.shared.Secret;
import org.jspecify.annotations.Nullable;

/**
 * An administrator's sign-in.
 *
 * @param account the account name
 * @param password the password
 * @param oneTimeCode the code of the second factor, or null
 */
public record DsmCredentials(String account, Secret password, @Nullable Secret oneTimeCode) {

}
