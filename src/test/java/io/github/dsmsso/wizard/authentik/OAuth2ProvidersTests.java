package io.github.dsmsso.wizard.authentik;

import java.util.List;
import java.util.Set;

import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.ApiFailure.Kind;
import io.github.dsmsso.wizard.oidc.ClientCredentials;
import io.github.dsmsso.wizard.shared.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class OAuth2ProvidersTests {

	private static final String CREATE = "POST providers/oauth2/";

	private static final String STRING_ERA = """
			"redirect_uris": "%s", "jwks_sources": []""";

	private static final Set<String> FIELDS_OF_EVERY_RELEASE = Set.of("name", "authorization_flow", "client_type",
			"client_id", "client_secret", "redirect_uris", "signing_key", "sub_mode", "property_mappings",
			"include_claims_in_id_token", "issuer_mode");

	private final ScriptedAuthentik authentik = ScriptedAuthentik.of("2026.8.3");

	@AfterEach
	void stop() {
		this.authentik.close();
	}

	@Test
	void aProviderIsReadFieldByField() {
		this.authentik.answers("GET providers/oauth2/7/", Samples.providerJson());
		OAuth2Provider expected = Samples.provider().withPk(7);
		OAuth2Provider read = providers("2026.8.3").get(7).orElseThrow();
		assertThat(read.isSameAs(expected)).isTrue();
		assertThat(read.pk()).isEqualTo(7);
		assertThat(read.applicationSlug()).isEqualTo("synology");
	}

	@Test
	void aProviderThatIsGoneIsAbsent() {
		this.authentik.answers("GET providers/oauth2/7/", 404, "{\"detail\": \"No OAuth2Provider matches.\"}");
		assertThat(providers("2026.8.3").get(7)).isEmpty();
	}

	@Test
	void aPathThatIsUnknownIsNoProviderThatIsGone() {
		ApiException failed = catchThrowableOfType(ApiException.class, () -> providers("2026.8.3").get(7));
		assertThat(failed.failure().kind()).isEqualTo(Kind.SOMETHING_ELSE);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			2023.10.7;
			2024.2.4;
			2024.8.4;
			2024.8.5;
			2024.8.6;
			2024.10.0; invalidation_flow encryption_key
			2024.10.2; invalidation_flow encryption_key
			2024.10.3; invalidation_flow encryption_key
			2026.2.2;  invalidation_flow encryption_key
			2026.5.0;  invalidation_flow encryption_key grant_types
			2026.8.3;  invalidation_flow encryption_key grant_types
			""")
	void exactlyTheFieldsThisWizardSetsAreSent(String version, String more) {
		JsonNode body = created(version, Samples.provider());
		assertThat(body.propertyNames()).containsAll(FIELDS_OF_EVERY_RELEASE);
		assertThat(body.propertyNames()).hasSize(FIELDS_OF_EVERY_RELEASE.size() + words(more).size());
		assertThat(body.propertyNames()).containsAll(words(more));
	}

	@Test
	void aProviderIsCreatedWithTheValuesOfItsDraft() {
		JsonNode body = created("2026.8.3", Samples.provider());
		assertThat(body.toString()).isEqualTo("""
				{"name":"synology","authorization_flow":"flow-a","client_type":"confidential","client_id":"client",\
				"client_secret":"Zk3vQ81fTqLm0sXw","redirect_uris":[{"matching_mode":"strict",\
				"url":"https://nas.example.com:5001","redirect_uri_type":"authorization"}],"signing_key":"key",\
				"sub_mode":"user_email","property_mappings":["m1","m2","m3"],"include_claims_in_id_token":true,\
				"issuer_mode":"per_provider","invalidation_flow":"flow-i","encryption_key":null,\
				"grant_types":["authorization_code"]}""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2024.8.5", "2024.8.6", "2024.10.3", "2024.12.0", "2026.2.2" })
	void beforeTypesARedirectUriIsAnObjectOfModeAndUrl(String version) {
		assertThat(created(version, Samples.provider()).get("redirect_uris").toString())
			.isEqualTo("[{\"matching_mode\":\"strict\",\"url\":\"https://nas.example.com:5001\"}]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2023.10.7", "2024.8.4", "2024.10.0", "2024.10.2" })
	void beforeObjectsTheAddressIsWrittenAsAnExpressionThatMatchesItAlone(String version) {
		assertThat(created(version, Samples.provider()).get("redirect_uris").stringValue())
			.isEqualTo("https://nas\\.example\\.com:5001");
	}

	@Test
	void beforeObjectsAnExpressionIsWrittenBackAsItWas() {
		List<AllowedRedirect> redirects = List.of(new AllowedRedirect(false, "https://.*", false),
				AllowedRedirect.exactly("https://[fd00::1]:5001"));
		assertThat(created("2024.2.4", withRedirects(redirects)).get("redirect_uris").stringValue())
			.isEqualTo("https://.*\nhttps://\\[fd00::1\\]:5001");
	}

	@Test
	void beforeObjectsAFullyEscapedLineIsTheAddressItMatchesAndAnyOtherAnExpression() {
		this.authentik.answers("GET providers/oauth2/7/",
				Samples.providerJson(STRING_ERA.formatted(
						"https://nas\\\\.example\\\\.com:5001\\r\\nhttps://other.example.com\\n\\nhttps://\\\\d+/"),
						"s"));
		OAuth2Provider read = providers("2024.8.4").get(7).orElseThrow();
		assertThat(read.redirectUris()).containsExactly(AllowedRedirect.exactly(Samples.REDIRECT),
				new AllowedRedirect(false, "https://other.example.com", false),
				new AllowedRedirect(false, "https://\\d+/", false));
		assertThat(read.grantTypes()).isNull();
		assertThat(read.invalidationFlow()).isNull();
	}

	@Test
	void aRedirectForLogoutIsReadAndWrittenAsOne() {
		AllowedRedirect logout = new AllowedRedirect(true, "https://nas.example.com/bye", true);
		this.authentik.answers("GET providers/oauth2/7/", Samples.providerJson("""
				"redirect_uris": [{"matching_mode": "strict", "url": "https://nas.example.com/bye",
				"redirect_uri_type": "logout"}], "grant_types": []""", "s"));
		assertThat(providers("2026.5.6").get(7).orElseThrow().redirectUris()).containsExactly(logout);
		assertThat(created("2026.5.6", withRedirects(List.of(logout))).at("/redirect_uris/0/redirect_uri_type")
			.stringValue()).isEqualTo("logout");
	}

	@Test
	void anEmptyListOfGrantTypesIsSentAsItIs() {
		assertThat(created("2026.5.0", withGrantTypes(List.of())).get("grant_types").toString()).isEqualTo("[]");
	}

	@Test
	void grantTypesThatAreNotKnownAreNotSent() {
		assertThat(created("2026.5.0", withGrantTypes(null)).has("grant_types")).isFalse();
	}

	@Test
	void grantTypesThatWereThereAreGivenBack() {
		OAuth2Provider before = withGrantTypes(List.of("authorization_code", "refresh_token"));
		assertThat(created("2026.5.0", before).get("grant_types").toString())
			.isEqualTo("[\"authorization_code\",\"refresh_token\"]");
	}

	@Test
	void aSecretThatWasNotShownIsNotOverwritten() {
		OAuth2Provider hidden = withSecret(Secret.none()).withPk(7);
		assertThat(changed(hidden, hidden.withSigningKey("other")).toString()).isEqualTo("{\"signing_key\":\"other\"}");
	}

	@Test
	void onlyWhatDiffersIsWritten() {
		OAuth2Provider before = Samples.provider().withPk(7);
		OAuth2Provider after = before.withSigningKey("other").withClientSecret(Secret.of("another"));
		assertThat(changed(before, after).propertyNames()).containsExactlyInAnyOrder("signing_key", "client_secret");
	}

	@Test
	void aSecretThatWasBlankIsBlankAgainWhereSecretsAreShown() {
		OAuth2Provider now = Samples.provider().withPk(7);
		assertThat(changed(now, now.withClientSecret(Secret.none())).toString()).isEqualTo("{\"client_secret\":\"\"}");
	}

	private JsonNode changed(OAuth2Provider from, OAuth2Provider to) {
		this.authentik.answers("PATCH providers/oauth2/7/", Samples.providerJson());
		providers("2026.8.3").update(from, to);
		return this.authentik.bodyOf("PATCH providers/oauth2/7/");
	}

	@ParameterizedTest
	@CsvSource({ "2026.11.0, 3f0d7e9c-4a1b-4c7e-9b52-0d6f1f3a8e21, true",
			"2026.11.0, 3f0d7e9c4a1b4c7e9b520d6f1f3a8e21, true", "2026.11.0, Zk3vQ81fTqLm0sXw, false",
			"2026.8.3, 3f0d7e9c-4a1b-4c7e-9b52-0d6f1f3a8e21, false", "2026.8.3, '', true" })
	void aReferenceToASecretIsNoSecret(String version, String written, boolean hidden) {
		this.authentik.answers("GET providers/oauth2/7/",
				Samples.providerJson("\"redirect_uris\": [], \"grant_types\": []", written));
		assertThat(providers(version).get(7).orElseThrow().credentials().clientSecret().isEmpty()).isEqualTo(hidden);
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "{\"pk\": \"s\"}", "7" })
	void aSecretOfAnotherShapeIsNotShown(String shape) {
		String json = Samples.providerJson().replace("\"" + Samples.CLIENT_SECRET + "\"", shape);
		this.authentik.answers("GET providers/oauth2/7/", json);
		assertThat(providers("2026.11.0").get(7).orElseThrow().credentials().clientSecret().isEmpty()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "pk", "name", "authorization_flow", "client_id", "client_type", "redirect_uris",
			"sub_mode", "issuer_mode", "include_claims_in_id_token" })
	void aProviderWithoutAFieldThatIsNeededIsUnreadable(String field) {
		this.authentik.answers("GET providers/oauth2/7/",
				Samples.providerJson().replace("\"" + field + "\":", "\"x\":"));
		assertUnreadable();
	}

	@Test
	void aSubjectModeOfAnUnknownKindIsUnreadable() {
		this.authentik.answers("GET providers/oauth2/7/", Samples.providerJson().replace("user_email", "user_shoe"));
		assertUnreadable();
	}

	@Test
	void deletingWhatIsGoneIsDone() {
		this.authentik.answers("DELETE providers/oauth2/7/", 404, "{\"detail\": \"Not found.\"}");
		providers("2026.8.3").delete(7);
		assertThat(this.authentik.heard("DELETE providers/oauth2/7/").body()).isEmpty();
	}

	@Test
	void setupUrlsHaveNoWellKnownUrlUntilAnApplicationUsesTheProvider() {
		this.authentik.answers("GET providers/oauth2/7/setup_urls/", """
				{"issuer": null, "authorize": "https://a/authorize/", "token": "https://a/token/",
				"user_info": "https://a/userinfo/", "provider_info": null, "logout": null}""");
		assertThat(providers("2026.8.3").setupUrls(7))
			.isEqualTo(new SetupUrls(null, "https://a/authorize/", "https://a/token/", null));
	}

	@Test
	void namesAreThoseOfProvidersOfEveryType() {
		this.authentik.lists("providers/all/", """
				{"pk": 3, "name": "saml", "component": "ak-provider-saml-form", "authorization_flow": null}""");
		assertThat(providers("2026.8.3").names())
			.containsExactly(new OAuth2Providers.ProviderName(3, "saml", "ak-provider-saml-form"));
	}

	@Test
	void whoMayNotSeeEveryTypeIsToldTheNamesOfOAuth2Providers() {
		this.authentik.answers("GET providers/all/", 403, ScriptedAuthentik.forbidden())
			.lists("providers/oauth2/", Samples.providerJson());
		assertThat(providers("2026.8.3").names())
			.containsExactly(new OAuth2Providers.ProviderName(7, "synology", "ak-provider-oauth2-form"));
	}

	@Test
	void thePreviewTellsTheTextClaimsOfThatUser() {
		this.authentik.answers("GET providers/oauth2/7/preview_user/", """
				{"preview": {"iss": "https://a/", "exp": 17, "preferred_username": "anna", "groups": ["a"],
				"email_verified": false}}""");
		ClaimPreview preview = providers("2026.8.3").previewUser(7, 21).orElseThrow();
		assertThat(preview.claim("preferred_username")).contains("anna");
		assertThat(preview.claims()).containsOnlyKeys("iss", "preferred_username");
		assertThat(this.authentik.heard("GET providers/oauth2/7/preview_user/").query()).isEqualTo("for_user=21");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			403; {"detail": "You do not have permission to perform this action."}
			400; {"for_user": ["User not found"]}
			""")
	void whomTheTokenMayNotPreviewIsNotPreviewed(int status, String json) {
		this.authentik.answers("GET providers/oauth2/7/preview_user/", status, json);
		assertThat(providers("2026.8.3").previewUser(7, 21)).isEmpty();
	}

	@Test
	void beforeOthersCouldBePreviewedOnlyTheOwnerIs() {
		this.authentik.answers("GET providers/oauth2/7/preview_user/", "{\"preview\": {\"sub\": \"wizard\"}}");
		assertThat(providers("2023.10.7").previewUser(7, 21)).isEmpty();
		assertThat(providers("2023.10.7").previewUser(7, ScriptedAuthentik.OWNER)).isPresent();
		assertThat(this.authentik.heard("GET providers/oauth2/7/preview_user/").query()).isEmpty();
	}

	private void assertUnreadable() {
		ApiException failed = catchThrowableOfType(ApiException.class, () -> providers("2026.8.3").get(7));
		assertThat(failed.failure().kind()).isEqualTo(Kind.UNREADABLE);
	}

	private OAuth2Providers providers(String version) {
		return this.authentik.ofVersion(version).client().providers();
	}

	private JsonNode created(String version, OAuth2Provider draft) {
		boolean strings = !new AuthentikCapabilities(io.github.dsmsso.wizard.shared.Version.parse(version))
			.redirectUrisAreObjects();
		this.authentik.answers(CREATE, 201,
				strings ? Samples.providerJson(STRING_ERA.formatted(""), "s") : Samples.providerJson());
		providers(version).create(draft);
		return this.authentik.bodyOf(CREATE);
	}

	private static List<String> words(String text) {
		return (text == null) ? List.of() : List.of(text.split(" "));
	}

	private static OAuth2Provider withRedirects(List<AllowedRedirect> redirects) {
		return with(redirects, List.of("authorization_code"), Secret.of("s"));
	}

	private static OAuth2Provider withGrantTypes(List<String> grantTypes) {
		return with(List.of(), grantTypes, Secret.of("s"));
	}

	private static OAuth2Provider withSecret(Secret secret) {
		return with(List.of(), List.of("authorization_code"), secret);
	}

	private static OAuth2Provider with(List<AllowedRedirect> redirects, List<String> grantTypes, Secret secret) {
		OAuth2Provider sample = Samples.provider();
		return new OAuth2Provider(0, sample.name(), sample.authorizationFlow(), sample.invalidationFlow(), true,
				grantTypes, new ClientCredentials("client", secret), redirects, sample.signingKey(), null,
				sample.subjectMode(), sample.propertyMappings(), true, true, null);
	}

}
