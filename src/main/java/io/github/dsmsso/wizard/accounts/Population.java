package io.github.dsmsso.wizard.accounts;

/**
 * Everyone on both sides, the rules between them, and what authentik said of them.
 *
 * @param everyone everyone on both sides
 * @param question the rules
 * @param answers what authentik said of single people
 */
public record Population(Everyone everyone, PeopleQuestion question, AuthentikAnswers answers) {

}
