package io.github.dsmsso.lab.authentik.store;

import java.util.List;

import io.github.dsmsso.lab.authentik.releases.AuthentikAssumption;
import io.github.dsmsso.lab.authentik.releases.Behaviour;

/** What {@code POST /providers/oauth2/} takes in each release, and the defaults. */
public final class ProviderFields {

	private static final String[] SUB_MODES = { "hashed_user_id", "user_id", "user_uuid", "user_username", "user_email",
			"user_upn" };

	private final Instance instance;

	private final Tables tables;

	public ProviderFields(Instance instance, Tables tables) {
		this.instance = instance;
		this.tables = tables;
	}

	public WritableFields fields() {
		WritableFields fields = new WritableFields(
				Field.text("name").required().uniqueIn(this.tables.providers()).inheritedFrom("provider"),
				Field.reference("authentication_flow", this.tables.flows()).nullable(),
				Field.reference("authorization_flow", this.tables.flows()).required());
		invalidation(fields);
		client(fields);
		tokens(fields);
		logout(fields);
		return federation(fields);
	}

	private void invalidation(WritableFields fields) {
		if (has(Behaviour.INVALIDATION_FLOW)) {
			fields.and(Field.reference("invalidation_flow", this.tables.flows()).required(),
					Field.reference("encryption_key", this.tables.keys()).nullable());
		}
	}

	private void client(WritableFields fields) {
		fields.and(references("property_mappings", this.tables.scopeMappings()),
				Field.choice("client_type", "confidential", "public"),
				credential("client_id", 40).uniqueIn(this.tables.providers()).labelled("Client ID"),
				credential("client_secret", 128).blank()
					.otherwise(() -> this.instance.randomness().lettersAndDigits(128)),
				new ProviderRedirects(this.instance.version()).field());
		if (has(Behaviour.GRANT_TYPES)) {
			FieldChecks.Check known = FieldChecks.listOf(FieldChecks.choice(GrantTypes.known(this.instance.version())));
			fields.and(Field.of("grant_types", known).and(this::grantTypes).otherwise(List.of()));
		}
	}

	private Object grantTypes(Object value) {
		return this.instance.assumes(AuthentikAssumption.EMPTY_GRANT_TYPES_ARE_REFUSED)
				? FieldChecks.notEmptyList(value) : value;
	}

	private Field credential(String name, int length) {
		Field field = Field.text(name)
			.and(FieldChecks.atMost(255))
			.otherwise(() -> this.instance.randomness().lettersAndDigits(length));
		return has(Behaviour.PRINTABLE_CREDENTIALS) ? field.and(FieldChecks::printableAscii) : field;
	}

	private void tokens(WritableFields fields) {
		fields.and(duration("access_code_validity", "minutes=1"), duration("access_token_validity", "hours=1"),
				duration("refresh_token_validity", "days=30"), Field.flag("include_claims_in_id_token", true),
				Field.reference("signing_key", this.tables.keys()).nullable(), Field.choice("sub_mode", SUB_MODES),
				Field.choice("issuer_mode", "global", "per_provider").otherwise("per_provider"));
	}

	private void logout(WritableFields fields) {
		if (has(Behaviour.BACKCHANNEL_LOGOUT_URI)) {
			fields.and(Field.text("backchannel_logout_uri").blank().and(FieldChecks::url));
		}
		if (has(Behaviour.LOGOUT_METHOD)) {
			fields.and(duration("refresh_token_threshold", "seconds=0"),
					Field.text("logout_uri").blank().and(FieldChecks::url),
					Field.choice("logout_method", "backchannel", "frontchannel"));
		}
	}

	private WritableFields federation(WritableFields fields) {
		if (!has(Behaviour.JWT_FEDERATION)) {
			return fields.and(Field.of("jwks_sources", FieldChecks.manyOf(FieldChecks::text)).otherwise(List.of()));
		}
		return fields.and(
				Field.of("jwt_federation_sources", FieldChecks.manyOf(FieldChecks::text)).otherwise(List.of()),
				Field
					.of("jwt_federation_providers",
							FieldChecks.manyOf(FieldChecks.reference(this.tables.providers(), true)))
					.otherwise(List.of()));
	}

	private static Field references(String name, Table table) {
		return Field.of(name, FieldChecks.manyOf(FieldChecks.reference(table, false))).otherwise(List.of());
	}

	private static Field duration(String name, String otherwise) {
		return Field.text(name).and(FieldChecks::duration).otherwise(otherwise);
	}

	private boolean has(Behaviour behaviour) {
		return this.instance.has(behaviour);
	}

}
