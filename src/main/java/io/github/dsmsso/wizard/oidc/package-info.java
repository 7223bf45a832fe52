/**
 * The protocol's nouns, and what an OpenID provider says about itself without a sign-in.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "http" })
package io.github.dsmsso.wizard.oidc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
