package io.github.dsmsso.wizard.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.wizard.accounts.AuthentikAnswers;
import io.github.dsmsso.wizard.accounts.DefaultAccess;
import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.AuthentikGroup;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.authentik.CertificateKeyPair;
import io.github.dsmsso.wizard.authentik.Flow;
import io.github.dsmsso.wizard.authentik.FlowStage;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.authentik.ScopeMapping;
import io.github.dsmsso.wizard.authentik.SignInEvents;
import io.github.dsmsso.wizard.judgement.OwnNames;

/**
 * What authentik's administration shows.
 *
 * @param application the application; nothing where there is none of this slug
 * @param provider its provider; nothing where it has none
 * @param providers all of them
 * @param flows the authorization flows
 * @param stages the stages of the provider's authorization flow; nothing where it was
 * known to have none
 * @param keys the key pairs
 * @param mappings the scope mappings
 * @param bindings the bindings of the application
 * @param users the people
 * @param usersReadEarlier whether the people are as they were read a moment ago
 * @param groups the groups
 * @param ownNames what people may change themselves of their names
 * @param sample what is sent for one of the people
 * @param defaultAccess who may use an application that nobody is bound to
 * @param signIns what its log says of sign-ins since they are watched for; nothing where
 * nobody watched yet
 * @param answers what it said of single people
 * @param answersByUsername what it said of them for the question who could sign in if DSM
 * went by the user name: the same, where DSM does
 */
record AuthentikSide(Observed<Application> application, Observed<OAuth2Provider> provider,
		Observed<List<OAuth2Provider>> providers, Observed<List<Flow>> flows, Observed<List<FlowStage>> stages,
		Observed<List<CertificateKeyPair>> keys, Observed<List<ScopeMapping>> mappings,
		Observed<List<PolicyBinding>> bindings, Observed<List<AuthentikUser>> users, boolean usersReadEarlier,
		Observed<List<AuthentikGroup>> groups, Observed<OwnNames> ownNames, Observed<ClaimSample> sample,
		DefaultAccess defaultAccess, Observed<SignInEvents> signIns, AuthentikAnswers answers,
		AuthentikAnswers answersByUsername) {

	/** The same after it was asked about single people. */
	AuthentikSide withAnswers(AuthentikAnswers said, AuthentikAnswers saidByUsername) {
		return new AuthentikSide(this.application, this.provider, this.providers, this.flows, this.stages, this.keys,
				this.mappings, this.bindings, this.users, this.usersReadEarlier, this.groups, this.ownNames,
				this.sample, this.defaultAccess, this.signIns, said, saidByUsername);
	}

	/**
	 * Whether people may use the application, as far as anybody was asked about, by key.
	 */
	Map<Integer, Boolean> toldAccess() {
		Map<Integer, Boolean> access = new HashMap<>(this.answersByUsername.access());
		access.putAll(this.answers.access());
		return access;
	}

}
