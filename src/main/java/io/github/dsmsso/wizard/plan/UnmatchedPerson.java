package io.github.dsmsso.wizard.plan;

/**
 * Somebody who meets no DSM account by the user name.
 *
 * @param user the key of the user
 * @param username the user name
 * @param name the name
 * @param account the account to fill in: what is chosen, else what is there, else what
 * resembles; empty where there is nothing
 */
public record UnmatchedPerson(int user, String username, String name, String account) {

}
