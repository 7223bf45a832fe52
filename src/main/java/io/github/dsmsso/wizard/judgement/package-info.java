/**
 * What is acceptable: for every setting of both systems whether DSM works with it, and
 * what would be right. The checks and the planner ask here and have no opinion of their
 * own. Nothing is read and nothing is written.
 * <p>
 * Left alone, because DSM works with whatever they hold: names, flows (also one that asks
 * for consent), subject mode, issuer mode, validity of codes and tokens, logout and
 * federation settings, further grant types, scopes and mappings, the policy engine mode,
 * launch URL, icon, group and description of an application, and every binding.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "oidc", "dsm", "authentik" })
package io.github.dsmsso.wizard.judgement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
