package io.github.dsmsso.wizard.command;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.github.dsmsso.wizard.plan.Change;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.Secret;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Tells two plans apart that rest on different states of both systems, or want different
 * ones: a digest (SHA-256) of what was read and what is wished. Of a secret only counts
 * whether there is one, and the order of things counts nowhere. What is chosen at random
 * for each plan, such as a client ID, is left out.
 */
final class StateDigest {

	private static final JsonMapper JSON = JsonMapper.builder()
		.changeDefaultVisibility((visibility) -> visibility.withGetterVisibility(Visibility.NONE)
			.withIsGetterVisibility(Visibility.NONE)
			.withFieldVisibility(Visibility.ANY))
		.addModule(new SimpleModule().addSerializer(Secret.class, new PresenceWriter()))
		.build();

	private StateDigest() {
	}

	static String of(Plan plan) {
		Map<String, Object> rests = Map.of("desired", plan.desired(), "current", plan.current(), "risks",
				plan.risks().stream().map(Problem::code).toList(), "changes",
				plan.writes()
					.stream()
					.map(Change::describe)
					.map((change) -> List.of(change.system(), change.object(), change.name(), change.operation()))
					.toList());
		return HexFormat.of().formatHex(sha256(canonical(JSON.valueToTree(rests))));
	}

	private static String canonical(JsonNode node) {
		if (node.isObject()) {
			Map<String, String> members = new TreeMap<>();
			node.properties().forEach((member) -> members.put(member.getKey(), canonical(member.getValue())));
			return members.toString();
		}
		return node.isArray() ? node.valueStream().map(StateDigest::canonical).sorted().toList().toString()
				: node.toString();
	}

	private static byte[] sha256(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static final class PresenceWriter extends StdSerializer<Secret> {

		PresenceWriter() {
			super(Secret.class);
		}

		@Override
		public void serialize(Secret secret, JsonGenerator json, SerializationContext context) {
			json.writeBoolean(!secret.isEmpty());
		}

	}

}
