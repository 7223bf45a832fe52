package io.github.dsmsso.lab.contract;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.github.dsmsso.wizard.shared.Version;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;

/**
 * Where authentik's description of its API is known not to say what authentik does. Each
 * caveat amends the description by just that, so that what it covers is checked like
 * everything else; what no caveat names is a violation.
 */
enum SchemaCaveat {

	/**
	 * No operation speaks of 404, which authentik's framework answers for a missing
	 * object and for a page past the end.
	 */
	MISSING_OBJECT((api) -> api.everyOperationMayAnswer("404", "detail")),
	/**
	 * Refused credentials are 403 by the code of authentik's API, which is what the
	 * description says; that no instance answers 401 was not observed.
	 */
	REFUSED_CREDENTIALS((api) -> api.everyOperationMayAnswer("401", "detail")),
	/**
	 * A few operations, the one that generates a key among them, describe their 400
	 * without a body. The framework answers the fields, and what is wrong with each.
	 */
	REFUSED_FIELDS(Description::letBlankRefusalsNameFields),
	/**
	 * A preview for a user who is not there names the parameter with a text, where all
	 * others have a list of them (seen on 2025.12.4 and 2026.2.2).
	 */
	REFUSED_PREVIEW((api) -> api.letRefusalsNameFieldsWithOneText("/providers/oauth2/{id}/preview_user/")),
	/** The entry server answers for an authentik that has not started yet. */
	STARTING((api) -> api.everyOperationMayAnswer("503", "error")),
	/**
	 * The files leave {@code /admin/settings/} out, which came with 2024.2. Here it is as
	 * far as the wizard reads it (goauthentik/client-go, model_settings.go).
	 */
	SYSTEM_SETTINGS_LEFT_OUT((release) -> release.isAtLeast(2024, 2),
			(api) -> api.addRead("/admin/settings/",
					new ObjectSchema().addProperty("default_user_change_username", new BooleanSchema())
						.additionalProperties(true))),
	/**
	 * The files leave out what flows consist of. Here it is as far as the wizard reads it
	 * (goauthentik/authentik, flows/api/bindings.py and flows/api/stages.py).
	 */
	STAGES_LEFT_OUT((api) -> {
		Schema<?> stage = new ObjectSchema().addProperty("name", new StringSchema())
			.addProperty("component", new StringSchema())
			.required(List.of("name", "component"))
			.additionalProperties(true);
		Schema<?> binding = new ObjectSchema().addProperty("stage", new StringSchema())
			.addProperty("policybindingmodel_ptr_id", new StringSchema())
			.addProperty("stage_obj", stage)
			.required(List.of("stage", "policybindingmodel_ptr_id", "stage_obj"))
			.additionalProperties(true);
		api.addRead("/flows/bindings/",
				new ObjectSchema().addProperty("results", new ArraySchema().items(binding)).additionalProperties(true),
				"target", "ordering", "page", "page_size");
		api.addRead("/stages/consent/{stage_uuid}/", withText("mode"));
		api.addRead("/stages/authenticator/validate/{stage_uuid}/", withText("not_configured_action"));
	}),
	/**
	 * The files leave out what prompt stages ask for. Here it is as far as the wizard
	 * reads it (goauthentik/authentik, stages/prompt/api.py).
	 */
	PROMPTS_LEFT_OUT((api) -> {
		Schema<?> prompt = new ObjectSchema().addProperty("name", new StringSchema())
			.addProperty("promptstage_set", new ArraySchema().items(new ObjectSchema().additionalProperties(true)))
			.required(List.of("name", "promptstage_set"))
			.additionalProperties(true);
		api.addRead("/stages/prompt/prompts/",
				new ObjectSchema().addProperty("results", new ArraySchema().items(prompt)).additionalProperties(true),
				"field_key");
	}),
	/**
	 * The files describe the last release of a line. Within two lines, 2024.8.5 and
	 * 2024.10.3 made a list of what had been an optional text.
	 */
	REDIRECT_URIS_WERE_A_TEXT(SchemaCaveat::writesRedirectUrisAsText,
			(api) -> api.replaceProperty("redirect_uris", new StringSchema()).makeOptional("redirect_uris")),
	/**
	 * A provider without an application has null for its slug and name, which is
	 * described since 2025.8 only (goauthentik/authentik issue 9787).
	 */
	PROVIDER_WITHOUT_APPLICATION((release) -> !release.isAtLeast(2025, 8),
			(api) -> List.of("assigned_application_slug", "assigned_application_name").forEach(api::makeNullable)),
	/**
	 * A provider without an application for its back channel does not name that at all
	 * before it may be null (seen in 2023.10.7).
	 */
	PROVIDER_WITHOUT_BACKCHANNEL((release) -> !release.isAtLeast(2025, 8),
			(api) -> List.of("assigned_backchannel_application_slug", "assigned_backchannel_application_name")
				.forEach(api::makeOptional)),
	/**
	 * A group of a user that has no parent does not name one at all before that may be
	 * null (seen in 2023.10.7).
	 */
	GROUP_WITHOUT_PARENT((release) -> !release.isAtLeast(2024, 8),
			(api) -> api.makeOptional("UserGroup", "parent_name")),
	/**
	 * A binding is of one of these, and has null for the others, which is described since
	 * 2026.5.
	 */
	BINDING_OF_ONE_KIND((release) -> !release.isAtLeast(2026, 5),
			(api) -> List.of("policy_obj", "group_obj", "user_obj").forEach(api::makeNullable)),
	/**
	 * An application without a provider has null for it, which is described since 2026.2.
	 */
	APPLICATION_WITHOUT_PROVIDER((release) -> !release.isAtLeast(2026, 2), (api) -> api.makeNullable("provider_obj")),
	/**
	 * The set-up URLs of a provider without an application: three are null and one is
	 * left out.
	 */
	SETUP_URLS_WITHOUT_APPLICATION((api) -> {
		List.of("issuer", "provider_info", "logout").forEach(api::makeNullable);
		api.makeOptional("jwks");
	}),
	/**
	 * Accounts need no mail address; the description cannot say that it may be blank. The
	 * pattern names plain letters, for the validator is very slow with the others.
	 */
	BLANK_MAIL_ADDRESS((api) -> api.replaceProperty("email",
			new StringSchema().pattern("^([!-?A-~]+@[!-?A-~]+)?$").maxLength(254))),
	/**
	 * A provider whose flow was deleted has null for it (authentik/core/models.py,
	 * {@code SET_DEFAULT}); what is written needs one.
	 */
	FLOW_WAS_DELETED((release) -> release.isAtLeast(2024, 10), (api) -> api.makeNullableInAnswers("invalidation_flow")),
	/**
	 * A launch URL may hold {@code %(username)s}, which no URI may
	 * (authentik/lib/models.py, {@code DomainlessFormattedURLValidator}).
	 */
	LAUNCH_URL_WITH_PLACEHOLDERS((api) -> api.replaceProperty("meta_launch_url", new StringSchema())),
	/**
	 * {@code nullable} beside a reference is meant to allow null, and to the letter of
	 * OpenAPI 3.0.3 it does not. Stands behind those that make something nullable.
	 */
	REFERENCE_OR_NULL(Description::allowNullBesideReferences),
	/**
	 * Since 2026.5 the choices for query parameters are references, whose values the
	 * validator takes for JSON.
	 */
	PARAMETER_BY_REFERENCE(Description::resolveParameters);

	private final Predicate<Version> releases;

	private final Consumer<Description> amendment;

	SchemaCaveat(Consumer<Description> amendment) {
		this((release) -> true, amendment);
	}

	SchemaCaveat(Predicate<Version> releases, Consumer<Description> amendment) {
		this.releases = releases;
		this.amendment = amendment;
	}

	/** Whether a release is among those that it is about. */
	boolean concerns(Version release) {
		return this.releases.test(release);
	}

	/** Amends the description by all that concerns a release. */
	static void amend(Description api, Version release) {
		Arrays.stream(values())
			.filter((caveat) -> caveat.concerns(release))
			.forEach((caveat) -> caveat.amendment.accept(api));
	}

	private static boolean writesRedirectUrisAsText(Version release) {
		boolean inLine202408 = release.isAtLeast(2024, 8) && !release.isAtLeast(2024, 8, 5);
		return inLine202408 || (release.isAtLeast(2024, 10) && !release.isAtLeast(2024, 10, 3));
	}

	private static Schema<?> withText(String name) {
		return new ObjectSchema().addProperty(name, new StringSchema())
			.required(List.of(name))
			.additionalProperties(true);
	}

}
