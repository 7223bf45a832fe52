package io.github.dsmsso.wizard.authentik;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.dsmsso.wizard.authentik.FlowStage.Effect;

final class HttpFlows implements Flows {

	private final Resources resources;

	private final Map<Flow.Designation, List<Flow>> listed = new ConcurrentHashMap<>();

	HttpFlows(Resources resources) {
		this.resources = resources;
	}

	@Override
	public List<Flow> list(Flow.Designation designation) {
		List<Flow> flows = read(designation);
		this.listed.put(designation, flows);
		return flows;
	}

	private List<Flow> read(Flow.Designation designation) {
		String name = designation.name().toLowerCase(Locale.ROOT);
		return Api.await(this.resources.flows().list("designation=" + name + "&ordering=slug", HttpFlows::flow));
	}

	@Override
	public List<Flow> listedBefore(Flow.Designation designation) {
		List<Flow> flows = this.listed.remove(designation);
		return (flows != null) ? flows : read(designation);
	}

	@Override
	public List<FlowStage> stages(String flow) {
		return Api
			.await(this.resources.stageBindings()
				.list(Resource.parameter("target", flow) + "&ordering=order", StageBinding::read))
			.stream()
			.map((binding) -> new FlowStage(binding.name(), effect(binding)))
			.toList();
	}

	private Effect effect(StageBinding binding) {
		return switch (binding.component()) {
			case "ak-stage-deny-form" -> isConditional(binding) ? Effect.DENIES_SOME : Effect.DENIES;
			case "ak-stage-authenticator-validate-form" ->
				isSet(this.resources.authenticatorStages(), binding, "not_configured_action", "deny")
						? Effect.DENIES_WITHOUT_DEVICE : Effect.PASSABLE;
			case "ak-stage-consent-form" -> isSet(this.resources.consentStages(), binding, "mode", "always_require")
					? Effect.ASKS_CONSENT_EACH_TIME : Effect.PASSABLE;
			default -> Effect.PASSABLE;
		};
	}

	private boolean isConditional(StageBinding binding) {
		return !new HttpPolicyBindings(this.resources.policyBindings()).list(binding.policyTarget()).isEmpty();
	}

	private static boolean isSet(Resource stages, StageBinding binding, String field, String value) {
		return stages.answerIfAllowed(binding.stage() + "/")
			.filter((stage) -> value.equals(stage.textIfAny(field)))
			.isPresent();
	}

	private static Flow flow(Fields flow) {
		return new Flow(flow.text("pk"), flow.text("slug"), flow.text("name"),
				audience(flow.textIfAny("authentication")), flow.texts("stages"));
	}

	private static Flow.Audience audience(String authentication) {
		return switch (authentication) {
			case "require_superuser" -> Flow.Audience.SUPERUSERS;
			case "require_unauthenticated", "require_redirect", "require_outpost", "require_token" ->
				Flow.Audience.NOBODY_SIGNED_IN;
			default -> Flow.Audience.SIGNED_IN;
		};
	}

	/**
	 * A stage at its place in a flow.
	 *
	 * @param stage UUID of the stage
	 * @param policyTarget {@code policybindingmodel_ptr_id}: what policies are bound to
	 * @param name the stage's name
	 * @param component the stage's kind, by the form in which authentik shows it
	 */
	private record StageBinding(String stage, String policyTarget, String name, String component) {

		static StageBinding read(Fields binding) {
			Fields stage = binding.object("stage_obj");
			return new StageBinding(binding.text("stage"), binding.text("policybindingmodel_ptr_id"),
					stage.text("name"), stage.text("component"));
		}

	}

}
