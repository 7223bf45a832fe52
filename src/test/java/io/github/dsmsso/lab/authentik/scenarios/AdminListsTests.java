package io.github.dsmsso.lab.authentik.scenarios;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.scenarios.PlainClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists of the admin API as any client reads them: pages, order, search and filters. */
class AdminListsTests {

	private static final String GROUPS = "/core/groups/";

	private static final String APPLICATIONS = "/core/applications/";

	private static ApiScene with150Groups(String release) {
		ApiScene api = ApiScene.of(release);
		IntStream.range(0, 147)
			.forEach((number) -> api.world().people().groupComes("group %03d".formatted(number), false));
		return api;
	}

	@ParameterizedTest
	@CsvSource({ "2025.10, '', 100, 2, 2, 0, 1, 100", "2025.10, ?page=2, 50, 2, 0, 1, 101, 150",
			"2025.10, ?page_size=1000, 150, 1, 0, 0, 1, 150", "2025.12, '', 20, 8, 2, 0, 1, 20",
			"2025.12, ?page=8, 10, 8, 0, 7, 141, 150", "2025.12, ?page_size=1000, 100, 2, 2, 0, 1, 100",
			"2025.12, ?page=last&page_size=100, 50, 2, 0, 1, 101, 150", "2025.12, ?page_size=0, 20, 8, 2, 0, 1, 20",
			"2025.12, ?page_size=many, 20, 8, 2, 0, 1, 20" })
	void pagesAreNumbered(String release, String query, int rows, int pages, int next, int previous, int start,
			int end) {
		Answer page = with150Groups(release).get(GROUPS + query);
		assertThat(page.column("pk")).hasSize(rows).doesNotHaveDuplicates();
		assertThat(page.text("/pagination/count")).isEqualTo("150");
		assertThat(List.of("total_pages", "next", "previous", "start_index", "end_index"))
			.extracting((member) -> page.json().at("/pagination/" + member).asInt())
			.containsExactly(pages, next, previous, start, end);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "9", "1.5", "two" })
	void aPageThatIsNotThereIs404(String page) {
		Answer answer = with150Groups("2026.5").get(GROUPS + "?page=" + page);
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.text("/detail")).isEqualTo("Invalid page.");
	}

	@Test
	void anEmptyListHasOnePage() {
		Answer page = ApiScene.of("2026.5").get("/providers/oauth2/?page=1");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text("/pagination/total_pages")).isEqualTo("1");
		assertThat(page.text("/pagination/start_index")).isEqualTo("0");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			textBlock = """
					/core/groups/                   ; ''                           ; name     ; Family|NAS users|authentik Admins
					/core/groups/                   ; ?ordering=-name              ; name     ; authentik Admins|NAS users|Family
					/core/groups/                   ; ?search=FAM                  ; name     ; Family
					/core/groups/                   ; ?is_superuser=true           ; name     ; authentik Admins
					/core/groups/                   ; ?members_by_username=anna&members_by_username=bob ; name ; Family|NAS users
					/core/groups/                   ; ?unknown=parameter           ; name     ; Family|NAS users|authentik Admins
					/core/users/                    ; ?search=example+anna         ; username ; anna
					/core/users/                    ; ?email=shared@example.org    ; username ; erin|grace
					/core/users/                    ; ?is_active=false             ; username ; heidi
					/core/users/                    ; ?is_superuser=true           ; username ; akadmin
					/core/users/                    ; ?type=internal_service_account ; username ; ak-outpost-embedded
					/core/users/                    ; ?groups_by_name=Family&ordering=-username ; username ; bob|anna
					/flows/instances/               ; ?designation=invalidation&ordering=-slug ; slug ; default-provider-invalidation-flow|default-invalidation-flow
					/flows/instances/               ; ?search=explicit             ; slug     ; default-provider-authorization-explicit-consent
					/crypto/certificatekeypairs/    ; ?key_type=rsa&has_key=true   ; name     ; authentik Self-signed Certificate
					/crypto/certificatekeypairs/    ; ?has_key=false               ; name     ; authentik Self-signed Certificate
					/propertymappings/provider/scope/ ; ?managed__isnull=true      ; name     ; ''
					/propertymappings/provider/scope/ ; ?scope_name=email          ; managed  ; goauthentik.io/providers/oauth2/scope-email
					/providers/oauth2/              ; ?name=nas                    ; name     ; nas
					/providers/oauth2/              ; ?client_id=nas-client-zoo    ; name     ; zoo
					/providers/oauth2/              ; ?ordering=-pk                ; name     ; zoo|nas
					/providers/all/                 ; ?application__isnull=true    ; name     ; saml
					/providers/all/                 ; ?search=sa                   ; name     ; saml
					/core/applications/             ; ?superuser_full_list=true&ordering=-slug ; slug ; zoo|nas
					/core/applications/             ; ?superuser_full_list=true&slug=zoo ; slug ; zoo
					/policies/bindings/             ; ?enabled=true                ; order    ; 0
					/policies/bindings/             ; ?enabled=false               ; order    ; ''
					/policies/bindings/             ; ?policy__isnull=true         ; order    ; 0
					/core/tokens/                   ; ?intent=app_password         ; identifier ; demo-app-password
					/core/tokens/                   ; ?expiring=true               ; identifier ; demo-expired
					""")
	void filtersSearchAndOrderNarrowALists(String path, String query, String column, String expected) {
		ApiScene api = ApiScene.of("2026.8");
		api.world().hasASamlProvider("saml");
		api.connect("nas");
		api.connect("zoo");
		api.restrict("nas", "Family");
		List<String> rows = expected.isEmpty() ? List.of() : List.of(expected.split("\\|"));
		assertThat(api.get(path + query).column(column)).containsExactlyElementsOf(rows);
	}

	@Test
	void referencesNarrowALists() {
		ApiScene api = ApiScene.of("2026.8");
		String provider = api.connect("nas");
		api.restrict("nas", "Family");
		String application = api.application("nas");
		assertThat(api.get("/policies/bindings/?target=" + application).column("target")).containsExactly(application);
		assertThat(api.get("/policies/bindings/?target_in=" + application).column("target")).hasSize(1);
		assertThat(api.get("/providers/oauth2/?application=" + application).column("pk")).containsExactly(provider);
		assertThat(api.get("/core/users/?groups_by_pk=" + api.group("Family")).column("username"))
			.containsExactly("anna", "bob");
	}

	@ParameterizedTest
	@CsvSource({ "/flows/instances/, designation, nonsense", "/core/users/, type, nobody",
			"/crypto/certificatekeypairs/, key_type, quantum", "/events/events/, actions, nonsense",
			"/policies/bindings/, target, 00000000-0000-4000-8000-000000000000",
			"/providers/oauth2/, signing_key, 00000000-0000-4000-8000-000000000000" })
	void aValueThatNoFilterTakesIsRefused(String path, String parameter, String value) {
		Answer answer = ApiScene.of("2026.8").get(path + "?" + parameter + "=" + value);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.text("/" + parameter + "/0")).startsWith("Select a valid choice.");
	}

	/** As goauthentik/authentik issue 17064 tells. */
	@Test
	void theListOfApplicationsIsCachedForEachUserWhateverTheFilter() {
		ApiScene api = ApiScene.of("2026.8");
		api.connect("nas");
		api.connect("zoo");
		assertThat(api.get(APPLICATIONS + "?slug=nas").column("slug")).containsExactly("nas");

		assertThat(api.get(APPLICATIONS + "?slug=zoo").column("slug")).containsExactly("nas");
		assertThat(api.get(APPLICATIONS + "?slug=zoo&superuser_full_list=true").column("slug")).containsExactly("zoo");
		assertThat(api.get(APPLICATIONS + "zoo/").status()).isEqualTo(200);

		api.patch(APPLICATIONS + "nas/", Map.of("group", "Home"));
		assertThat(api.get(APPLICATIONS + "?slug=zoo").column("slug")).containsExactly("zoo");
	}

	@Test
	void applicationsThatAUserMayNotOpenAreNotInTheirList() {
		ApiScene api = ApiScene.of("2026.8");
		api.connect("nas");
		api.restrict("nas", "Family");
		assertThat(api.get(APPLICATIONS).column("slug")).isEmpty();
		assertThat(api.get(APPLICATIONS + "?superuser_full_list=true").column("slug")).containsExactly("nas");
		Answer limited = api.holderOf(DemoAuthentik.LIMITED_TOKEN)
			.get("/api/v3/core/applications/?superuser_full_list=true");
		assertThat(limited.column("slug")).isEmpty();
	}

}
