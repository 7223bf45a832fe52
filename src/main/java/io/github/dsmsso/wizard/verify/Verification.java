package io.github.dsmsso.wizard.verify;

import io.github.dsmsso.wizard.connection.WatchedSignIn;

/**
 * What a look at a connection found.
 *
 * @param subject the connection, of which it is known by now whether a person signed in
 * @param watched since when a sign-in is watched for
 * @param signIn how far one has got
 * @param report what the checks found
 */
public record Verification(VerificationSubject subject, WatchedSignIn watched, SignInProof signIn, CheckReport report) {

}
