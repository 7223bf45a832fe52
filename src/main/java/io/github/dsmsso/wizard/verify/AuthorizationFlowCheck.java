package io.github.dsmsso.wizard.verify;

import java.util.Comparator;
import java.util.List;

import io.github.dsmsso.wizard.authentik.FlowStage;
import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.judgement.Judgement;
import io.github.dsmsso.wizard.judgement.ProviderRules;

/**
 * People can pass the flow that authentik leads them through between their sign-in and
 * DSM, and it does not ask them for something each time.
 */
final class AuthorizationFlowCheck implements Check {

	private static final String ID = Aspect.AUTHORIZATION_FLOW.id();

	@Override
	public CheckResult examine(Observation observation) {
		AuthentikSide authentik = observation.authentik();
		return authentik.provider().judge(authentik.flows(), ID, (provider, flows) -> {
			Judgement judgement = ProviderRules.authorizationFlow(provider, flows);
			return judgement.finding().equals("stages")
					? authentik.stages().judge(ID, (stages) -> judge(judgement.arguments().get(0), stages))
					: CheckResult.of(judgement);
		});
	}

	private static CheckResult judge(String flow, List<FlowStage> stages) {
		return stages.stream()
			.min(Comparator.comparing(FlowStage::effect))
			.map((worst) -> judge(flow, worst))
			.orElseGet(() -> CheckResult.pass(ID, "no-stages", flow));
	}

	private static CheckResult judge(String flow, FlowStage worst) {
		return switch (worst.effect()) {
			case DENIES -> CheckResult.fail(ID, "denies", flow, worst.name());
			case DENIES_SOME -> CheckResult.warn(ID, "denies-some", flow, worst.name());
			case DENIES_WITHOUT_DEVICE -> CheckResult.warn(ID, "denies-without-device", flow, worst.name());
			case ASKS_CONSENT_EACH_TIME -> CheckResult.warn(ID, "consent", flow, worst.name());
			case PASSABLE -> CheckResult.pass(ID, "stages", flow);
		};
	}

}
