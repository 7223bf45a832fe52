package io.github.dsmsso.lab.authentik.scenarios;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.releases.AuthentikAssumption;
import io.github.dsmsso.lab.authentik.scenarios.PlainClient.Answer;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static io.github.dsmsso.lab.authentik.releases.AuthentikAssumption.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Both readings of what is only assumed of authentik, as a client meets them. */
class AuthentikAssumptionTests {

	private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

	private static final String APPLICATIONS = "/core/applications/";

	static Stream<Arguments> readings() {
		return Stream.of(
				reading(BAD_TOKEN_ANSWERS_403, "403", "401",
						(api) -> status(api.holderOf("bad-token").get("/api/v3/core/users/me/"))),
				reading(BAD_TOKEN_IS_REFUSED_ON_PUBLIC_PATHS, "403", "200",
						(api) -> status(api.holderOf("bad-token").get("/api/v3/root/config/"))),
				reading(MISSING_OBJECT_IS_NAMED, "No Application matches the given query.", "Not found.",
						(api) -> api.get(APPLICATIONS + "nothing/").text("/detail")),
				reading(DUPLICATE_IS_TOLD_BY_DJANGO, "Group with this name already exists.",
						"This field must be unique.",
						(api) -> api.post("/core/groups/", Map.of("name", "Family")).text("/name/0")),
				reading(FILTER_BY_UNKNOWN_OBJECT_IS_REFUSED, "400", "200",
						(api) -> status(api.get("/policies/bindings/?target=" + NOBODY))),
				reading(CHANGES_EMPTY_THE_APPLICATION_CACHE, "zoo", "nas", (api) -> {
					api.connect("nas");
					api.get(APPLICATIONS);
					api.connect("zoo");
					return String.join(",", api.get(APPLICATIONS + "?slug=zoo").column("slug"));
				}), reading(IMPLICIT_CONSENT_SHOWS_NO_PAGE, ApiScene.REDIRECT_URI, "/if/flow/", (api) -> {
					api.connect("nas");
					return api.browserOf("anna").get(api.authorizeTarget("nas")).location();
				}), reading(TOKEN_ANSWER_NAMES_SCOPES, "openid email profile", "", (api) -> {
					api.connect("nas");
					return api.tokens("nas", "anna").text("/scope");
				}), reading(AUTHORIZATION_IS_AN_EVENT, "1", "0", (api) -> {
					api.connect("nas");
					api.tokens("nas", "anna");
					return api.get("/events/events/?actions=authorize_application").text("/pagination/count");
				}), reading(ED25519_CANNOT_SIGN, "500", "200", (api) -> {
					api.world().keyRing().hasAnEd25519Key("Edwards");
					Object key = api.world().tables().keys().one("name", "Edwards").pk();
					api.connect("nas", api.provider("nas", "signing_key", key));
					return status(api.discovery("nas"));
				}), reading(DISCOVERY_SAYS_NO_MORE, "", "https://auth.example.org/", (api) -> {
					api.connect("nas");
					return api.discovery("nas").text("/registration_endpoint");
				}), reading(DISCOVERY_IS_NEVER_STALE, "none", "email", AuthentikAssumptionTests::promisedAfterwards),
				reading(EMPTY_GRANT_TYPES_ARE_REFUSED, "400", "201",
						(api) -> status(api.post("/providers/oauth2/", api.provider("nas", "grant_types", List.of())))),
				reading(EXPIRED_BINDINGS_DO_NOT_COUNT, "true 0", "false 1", (api) -> {
					api.connect("nas");
					api.restrict("nas", "NAS users");
					api.world().bindingsExpire("nas", ApiScene.NOW.minusSeconds(1));
					return api.get(APPLICATIONS + "nas/check_access/").text("/passing") + " "
							+ api.get("/policies/bindings/").text("/pagination/count");
				}),
				reading(FLAGS_ARE_TOLD_WITH_THEIR_DEFAULTS, "true", "false",
						(api) -> String.valueOf(api.get("/admin/settings/").has("/flags/core_default_app_access"))),
				reading(NEW_BLUEPRINTS_WAIT, "unknown", "successful",
						(api) -> api
							.post("/managed/blueprints/", Map.of("name", "new", "content", "{version: 1, entries: []}"))
							.text("/status")),
				reading(SECRET_READS_AS_A_REFERENCE, "true", "false",
						(api) -> String.valueOf(api.createProvider("nas").has("/client_secret"))),
				reading(BASE_URL_LEAVES_THE_ISSUER_ALONE, "http://auth.example.org/", "https://public.example/",
						(api) -> {
							api.connect("nas");
							api.world().standsBehindASilentProxy().hasBaseUrl("https://public.example");
							return api.discovery("nas").text("/issuer");
						}));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("readings")
	void eitherReadingIsMet(AuthentikAssumption assumption, String asAssumed, String otherwise,
			Function<ApiScene, String> question) {
		ApiScene first = ApiScene.of("2026.11");
		assertThat(question.apply(first)).startsWith(asAssumed);

		ApiScene second = ApiScene.of("2026.11");
		second.world().assume(assumption, false);
		assertThat(question.apply(second)).startsWith(otherwise).isNotEqualTo(question.apply(ApiScene.of("2026.11")));

		ApiScene third = ApiScene.of("2026.11");
		third.world().assume(assumption, false).assume(assumption, true);
		assertThat(question.apply(third)).startsWith(asAssumed);
	}

	@Test
	void everyAssumptionWithAnotherReadingIsAskedBothWays() {
		assertThat(readings().map((reading) -> reading.get()[0]))
			.containsExactlyInAnyOrderElementsOf(Arrays.stream(AuthentikAssumption.values())
				.filter((assumption) -> assumption.otherwise() != null)
				.map(Object.class::cast)
				.toList());
	}

	@ParameterizedTest
	@EnumSource
	void anAssumptionIsASentenceAndOneWithoutAnotherReadingStays(AuthentikAssumption assumption) {
		assertThat(assumption.sentence()).isNotBlank().doesNotEndWith(".");
		if (assumption.otherwise() == null) {
			AuthentikWorld world = ApiScene.of("2026.8").world();
			assertThatIllegalArgumentException().isThrownBy(() -> world.assume(assumption, false))
				.withMessage(assumption + " cannot be switched off");
		}
	}

	private static Arguments reading(AuthentikAssumption assumption, String asAssumed, String otherwise,
			Function<ApiScene, String> question) {
		return Arguments.of(assumption, asAssumed, otherwise, question);
	}

	private static String status(Answer answer) {
		return String.valueOf(answer.status());
	}

	/** Which claim discovery promises after its mapping was taken away. */
	private static String promisedAfterwards(ApiScene api) {
		String pk = api.connect("nas");
		api.discovery("nas");
		api.patch("/providers/oauth2/" + pk + "/", Map.of("property_mappings", api.mappings("openid")));
		return api.discovery("nas").text().contains("email_verified") ? "email" : "none";
	}

}
