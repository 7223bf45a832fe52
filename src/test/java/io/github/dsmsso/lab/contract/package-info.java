/**
 * What authentik itself publishes about its API, held against what is said in the
 * laboratory: the wizard's requests and the simulator's answers alike. What blueprints
 * and the providers for OpenTofu have is held against exports in the same way. Of the
 * simulator it uses the list of its releases only.
 */
@NullMarked
package io.github.dsmsso.lab.contract;

import org.jspecify.annotations.NullMarked;
