package io.github.dsmsso.wizard.verify;

import io.github.dsmsso.wizard.oidc.AuthorizationReply;
import io.github.dsmsso.wizard.oidc.CredentialsVerdict;
import io.github.dsmsso.wizard.oidc.DiscoveryDocument;
import io.github.dsmsso.wizard.oidc.PublishedKeys;

/**
 * What authentik shows to anyone.
 *
 * @param document the discovery document
 * @param keys the published keys
 * @param credentials what it says of the client id and secret that DSM holds
 * @param authorization what it answers to one who comes to sign in; nothing where it was
 * not asked, because the provider has no redirect URI
 * @param clock its clock; nothing where it does not tell
 */
record ProtocolSide(Observed<DiscoveryDocument> document, Observed<PublishedKeys> keys,
		Observed<CredentialsVerdict> credentials, Observed<AuthorizationReply> authorization,
		Observed<ClockReading> clock) {

}
