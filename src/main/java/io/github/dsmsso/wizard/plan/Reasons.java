package io.github.dsmsso.wizard.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.judgement.Judgement;
import io.github.dsmsso.wizard.plan.ChangeDescription.TargetSystem;

/**
 * Finds for each field that is changed the judgement that the change answers; a field
 * with which nothing was wrong is changed for another reason, such as a choice.
 */
final class Reasons {

	private static final Map<String, List<Aspect>> ASPECTS = Map.ofEntries(
			Map.entry("client_type", List.of(Aspect.CLIENT_TYPE)),
			Map.entry("client_id", List.of(Aspect.CLIENT_SECRET, Aspect.CLIENT_ID)),
			Map.entry("client_secret", List.of(Aspect.CLIENT_SECRET, Aspect.CLIENT_ID)),
			Map.entry("redirect_uris", List.of(Aspect.REDIRECT)), Map.entry("grant_types", List.of(Aspect.GRANT_TYPE)),
			Map.entry("signing_key", List.of(Aspect.SIGNATURE)),
			Map.entry("authorization_flow", List.of(Aspect.AUTHORIZATION_FLOW)),
			Map.entry("encryption_key", List.of(Aspect.ENCRYPTION)),
			Map.entry("property_mappings", List.of(Aspect.SCOPES, Aspect.USER_CLAIM)),
			Map.entry("include_claims_in_id_token", List.of(Aspect.ID_TOKEN_CLAIMS)),
			Map.entry("provider", List.of(Aspect.APPLICATION)), Map.entry("oidc_wellknown", List.of(Aspect.WELL_KNOWN)),
			Map.entry("oidc_client_id", List.of(Aspect.CLIENT_ID, Aspect.CLIENT_SECRET)),
			Map.entry("oidc_client_secret", List.of(Aspect.CLIENT_SECRET)),
			Map.entry("oidc_redirect_uri", List.of(Aspect.DSM_REDIRECT)),
			Map.entry("oidc_scope", List.of(Aspect.DSM_SCOPE, Aspect.USER_CLAIM)),
			Map.entry("oidc_user_claim", List.of(Aspect.USER_CLAIM)),
			Map.entry("oidc_allow_local_user", List.of(Aspect.ACCOUNT_TYPE)),
			Map.entry("oidc_authorization_endpoint", List.of(Aspect.ENDPOINTS)),
			Map.entry("oidc_token_endpoint", List.of(Aspect.ENDPOINTS)),
			Map.entry("sso_enable", List.of(Aspect.SERVICE)), Map.entry("sso_profile", List.of(Aspect.SERVICE)));

	private final List<Judgement> judgements;

	private final Reason inAuthentik;

	private final Reason inDsm;

	/**
	 * Looks for reasons.
	 * @param judgements what was found
	 * @param inAuthentik the reason where nothing was wrong there
	 * @param inDsm the reason where nothing was wrong there
	 */
	Reasons(List<Judgement> judgements, Reason inAuthentik, Reason inDsm) {
		this.judgements = judgements;
		this.inAuthentik = inAuthentik;
		this.inDsm = inDsm;
	}

	/** The same description with a reason beside each field of it that changes. */
	ChangeDescription explain(ChangeDescription description) {
		if (description.operation() != Operation.UPDATE) {
			return description;
		}
		Reason otherwise = (description.system() == TargetSystem.DSM) ? this.inDsm : this.inAuthentik;
		return description.withFields(description.fields().stream().map((field) -> explain(field, otherwise)).toList());
	}

	private FieldChange explain(FieldChange field, Reason otherwise) {
		return field.changed() ? field.because(reason(field.field(), otherwise)) : field;
	}

	private Reason reason(String field, Reason otherwise) {
		if (field.equals("sso_default_login")) {
			return Reason.safety();
		}
		return answered(ASPECTS.getOrDefault(field, List.of())).map(Reason::of).orElse(otherwise);
	}

	private Optional<Judgement> answered(List<Aspect> aspects) {
		return aspects.stream()
			.flatMap((aspect) -> this.judgements.stream().filter((judgement) -> judgement.aspect() == aspect))
			.filter((judgement) -> judgement.isWrong() || judgement.isDoubtful())
			.findFirst();
	}

}
