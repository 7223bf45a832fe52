package io.github.dsmsso.wizard.authentik;

import java.util.List;
import java.util.Locale;

final class HttpFlows implements Flows {

	private final Resource flows;

	HttpFlows(Resource flows) {
		this.flows = flows;
	}

	@Override
	public List<Flow> list(Flow.Designation designation) {
		String name = designation.name().toLowerCase(Locale.ROOT);
		return Api.await(this.flows.list("designation=" + name + "&ordering=slug", HttpFlows::read));
	}

	private static Flow read(Fields flow) {
		return new Flow(flow.text("pk"), flow.text("slug"), flow.text("name"));
	}

}
