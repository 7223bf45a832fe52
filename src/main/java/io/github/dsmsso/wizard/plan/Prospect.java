package io.github.dsmsso.wizard.plan;

/**
 * What a plan is made of: how both systems shall be, and how they are.
 *
 * @param desired how they shall be
 * @param current how they are, as far as the desired state touches them
 */
public record Prospect(DesiredState desired, CurrentState current) {

}
