package io.github.dsmsso.wizard.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.dsmsso.wizard.plan.Change;
import io.github.dsmsso.wizard.plan.Change.ApplicationChange;
import io.github.dsmsso.wizard.plan.Change.BindingChange;
import io.github.dsmsso.wizard.plan.Change.OidcSsoChange;
import io.github.dsmsso.wizard.plan.Change.ProviderChange;
import io.github.dsmsso.wizard.plan.Change.ScopeMappingChange;
import io.github.dsmsso.wizard.plan.Change.SigningKeyChange;
import io.github.dsmsso.wizard.plan.Change.SsoProfileChange;
import io.github.dsmsso.wizard.plan.Change.SsoSettingChange;
import io.github.dsmsso.wizard.plan.Change.UserAttributeChange;
import io.github.dsmsso.wizard.shared.Secret;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Entries of the journal as JSON, one a line. Of a secret only whether there is one is
 * written.
 */
final class JournalJson {

	private static final JsonMapper JSON = JsonMapper.builder()
		.changeDefaultVisibility((visibility) -> visibility.withGetterVisibility(Visibility.NONE)
			.withIsGetterVisibility(Visibility.NONE)
			.withFieldVisibility(Visibility.ANY))
		.addMixIn(Change.class, Kinds.class)
		.addModule(new SimpleModule().addSerializer(Secret.class, new PresenceWriter())
			.addDeserializer(Secret.class, new PresenceReader()))
		.build();

	private JournalJson() {
	}

	static String write(JournalEntry entry) {
		return JSON.writeValueAsString(entry);
	}

	static JournalEntry read(byte[] line) {
		return JSON.readValue(line, JournalEntry.class);
	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
	@JsonSubTypes({ @Type(value = SigningKeyChange.class, name = "signing-key"),
			@Type(value = ProviderChange.class, name = "provider"),
			@Type(value = ApplicationChange.class, name = "application"),
			@Type(value = BindingChange.class, name = "binding"), @Type(value = OidcSsoChange.class, name = "oidc-sso"),
			@Type(value = SsoProfileChange.class, name = "sso-profile"),
			@Type(value = SsoSettingChange.class, name = "sso-setting"),
			@Type(value = ScopeMappingChange.class, name = "scope-mapping"),
			@Type(value = UserAttributeChange.class, name = "user") })
	interface Kinds {

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

	private static final class PresenceReader extends StdDeserializer<Secret> {

		PresenceReader() {
			super(Secret.class);
		}

		@Override
		public Secret deserialize(JsonParser json, DeserializationContext context) {
			return json.getBooleanValue() ? Secret.unknown() : Secret.none();
		}

	}

}
