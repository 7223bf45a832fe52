package io.github.dsmsso.wizard.authentik;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class HttpPolicyBindings implements PolicyBindings {

	private final Resource bindings;

	HttpPolicyBindings(Resource bindings) {
		this.bindings = bindings;
	}

	@Override
	public List<PolicyBinding> list(String applicationPk) {
		return Api.await(this.bindings.list(Resource.parameter("target", applicationPk) + "&ordering=order",
				HttpPolicyBindings::read));
	}

	@Override
	public Optional<PolicyBinding> get(String pk) {
		return this.bindings.find(pk).map(HttpPolicyBindings::read);
	}

	@Override
	public PolicyBinding create(PolicyBinding draft) {
		return read(this.bindings.create(write(draft)));
	}

	@Override
	public void delete(String pk) {
		this.bindings.delete(pk);
	}

	private static PolicyBinding read(Fields binding) {
		return new PolicyBinding(binding.text("pk"), binding.text("target"), binding.textOrNull("group"),
				binding.numberOrNull("user"), binding.textOrNull("policy"), binding.number("order"),
				binding.flag("enabled"), binding.flag("negate"),
				binding.has("timeout") ? binding.number("timeout") : 30,
				binding.has("failure_result") && binding.flag("failure_result"),
				binding.has("expiring") && binding.flag("expiring"));
	}

	private static Map<String, Object> write(PolicyBinding binding) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("target", binding.target());
		if (binding.group() != null) {
			body.put("group", binding.group());
		}
		if (binding.user() != null) {
			body.put("user", binding.user());
		}
		if (binding.policy() != null) {
			body.put("policy", binding.policy());
		}
		body.put("order", binding.order());
		body.put("enabled", binding.enabled());
		body.put("negate", binding.negate());
		body.put("timeout", binding.timeout());
		body.put("failure_result", binding.failureResult());
		return body;
	}

}
