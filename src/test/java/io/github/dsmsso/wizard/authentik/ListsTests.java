package io.github.dsmsso.wizard.authentik;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabResponse.Delivery;
import io.github.dsmsso.wizard.authentik.Flow.Audience;
import io.github.dsmsso.wizard.authentik.FlowStage.Effect;
import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.ApiFailure.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ListsTests {

	private static final String GROUPS = "GET core/groups/";

	private final ScriptedAuthentik authentik = ScriptedAuthentik.of("2026.8.3");

	@AfterEach
	void stop() {
		this.authentik.close();
	}

	@Test
	void aListOfOnePageIsAskedForOnce() {
		this.authentik.lists("core/groups/", group("a"), group("b"));
		assertThat(names()).containsExactly("a", "b");
		assertThat(this.authentik.heard(GROUPS).queryParameters()).containsEntry("page", "1")
			.containsEntry("page_size", "100");
	}

	@Test
	void everyPageIsReadAndTheOrderKept() {
		this.authentik.answers(GROUPS, (request) -> pageOf(request, 23));
		assertThat(names()).containsExactlyElementsOf(IntStream.rangeClosed(1, 23).mapToObj((n) -> "g" + n).toList());
		assertThat(this.authentik.heard().stream().filter((request) -> request.path().endsWith("/groups/"))).hasSize(23)
			.allSatisfy((request) -> assertThat(request.queryParameters()).containsEntry("ordering", "name"));
	}

	@Test
	void whatMovesToTheNextPageMeanwhileIsListedOnce() {
		this.authentik.answers(GROUPS, (request) -> "1".equals(request.queryParameters().get("page"))
				? LabResponse.of(200, "application/json", ScriptedAuthentik.page(2, 2, group("a"), group("b")))
				: LabResponse.of(200, "application/json", ScriptedAuthentik.page(0, 2, group("b"), group("c"))));
		assertThat(names()).containsExactly("a", "b", "c");
	}

	@ParameterizedTest
	@EnumSource(names = { "LOST", "CUT" })
	void aPageAmongFiftyWhoseAnswerIsLostIsAskedForOnceMore(Delivery delivery) {
		AtomicInteger asked = new AtomicInteger();
		this.authentik.answers(GROUPS, (request) -> {
			boolean lost = "17".equals(request.queryParameters().get("page")) && asked.incrementAndGet() == 1;
			return lost ? pageOf(request, 50).delivered(delivery) : pageOf(request, 50);
		});
		assertThat(names()).hasSize(50);
	}

	/** Releases before 2024.4 send every member of a group. */
	@Test
	void aGroupOfTenThousandMembersIsRead() {
		this.authentik.ofVersion("2024.2.4").lists("core/groups/", groupOfMembers(10_000));
		assertThat(names()).containsExactly("large");
	}

	@Test
	void aListBeyondTheLimitNamesTheSetting() {
		this.authentik.ofVersion("2024.2.4").lists("core/groups/", groupOfMembers(50_000));
		ApiException failed = catchThrowableOfType(ApiException.class, this::names);
		assertThat(failed.problem().code()).isEqualTo("authentik.list-too-large");
		assertThat(failed.problem().arguments()).containsExactly("/api/v3/core/groups/");
	}

	private static String groupOfMembers(int members) {
		String member = "{\"pk\": 1, \"username\": \"member\", \"name\": \"A member of this group\", \"is_active\": true, "
				+ "\"email\": \"member@example.org\", \"attributes\": {}, \"uid\": \"" + "0".repeat(64) + "\"}";
		return "{\"pk\": \"l\", \"name\": \"large\", \"parent\": null, \"users_obj\": ["
				+ String.join(",", Collections.nCopies(members, member)) + "]}";
	}

	@Test
	void aRefusalOfALaterPageIsARefusalOfTheList() {
		this.authentik.answers(GROUPS, (request) -> "3".equals(request.queryParameters().get("page"))
				? LabResponse.html(502, "") : pageOf(request, 4));
		ApiException failed = catchThrowableOfType(ApiException.class, this::names);
		assertThat(failed.failure().kind()).isEqualTo(Kind.OUT_OF_ORDER);
	}

	@ParameterizedTest
	@CsvSource({ "2, 1", "2, 0", "2, -1", "2, 100000000" })
	void pagesThatCannotBeCountedAreUnreadable(int next, int pages) {
		this.authentik.answers(GROUPS, ScriptedAuthentik.page(next, pages, group("a")));
		ApiException failed = catchThrowableOfType(ApiException.class, this::names);
		assertThat(failed.failure().kind()).isEqualTo(Kind.UNREADABLE);
		assertThat(this.authentik.heard(GROUPS)).isNotNull();
	}

	@Test
	void aListWithoutPaginationIsUnreadable() {
		this.authentik.answers(GROUPS, "{\"results\": []}");
		ApiException failed = catchThrowableOfType(ApiException.class, this::names);
		assertThat(failed.failure().kind()).isEqualTo(Kind.UNREADABLE);
	}

	@Test
	void flowsAreThoseOfTheirDesignation() {
		this.authentik.lists("flows/instances/", """
				{"pk": "f", "slug": "default-provider-invalidation-flow", "name": "Logged out", "designation":
				"invalidation", "title": "You've logged out of %(app)s.", "stages": []}""");
		assertThat(this.authentik.client().flows().list(Flow.Designation.INVALIDATION))
			.containsExactly(new Flow("f", Flow.PROVIDER_INVALIDATION, "Logged out"));
		assertThat(this.authentik.heard("GET flows/instances/").queryParameters()).containsEntry("designation",
				"invalidation");
	}

	@Test
	void flowsTellWhoMayPassThem() {
		this.authentik.lists("flows/instances/", flow("a", "require_superuser"), flow("b", "require_redirect"),
				flow("c", "require_authenticated"), flow("d", "none"));

		assertThat(this.authentik.client().flows().list(Flow.Designation.AUTHORIZATION)).extracting(Flow::audience)
			.containsExactly(Audience.SUPERUSERS, Audience.NOBODY_SIGNED_IN, Audience.SIGNED_IN, Audience.SIGNED_IN);
	}

	@Test
	void flowsThatWereListedAreNotAskedForAgainByTheFirstWhoLooks() {
		Flows flows = this.authentik.lists("flows/instances/", flow("a", "none")).client().flows();
		flows.list(Flow.Designation.AUTHORIZATION);
		this.authentik.lists("flows/instances/", flow("b", "none"));

		assertThat(flows.listedBefore(Flow.Designation.AUTHORIZATION)).extracting(Flow::pk).containsExactly("a");
		assertThat(flows.listedBefore(Flow.Designation.AUTHORIZATION)).extracting(Flow::pk).containsExactly("b");
	}

	@Test
	void manyUsersThatWereListedAreNotAskedForAgainByTheFirstWhoLooks() {
		Directory directory = users("a", 101).client().directory();
		directory.users();
		users("b", 101);

		UserListing first = directory.usersListedBefore();
		assertThat(first.earlier()).isTrue();
		assertThat(first.users()).hasSize(101).first().extracting(AuthentikUser::username).isEqualTo("a0");
		UserListing second = directory.usersListedBefore();
		assertThat(second.earlier()).isFalse();
		assertThat(second.users()).first().extracting(AuthentikUser::username).isEqualTo("b0");
	}

	@Test
	void usersOfOnePageAreAlwaysAskedForAndSoAreTheOthersAfterAChange() {
		Directory directory = users("a", 100).client().directory();
		directory.users();
		users("b", 101).answers("PATCH core/users/0/", user("b", 0));
		assertThat(directory.usersListedBefore().earlier()).isFalse();

		directory.users();
		directory.updateAttributes(new UserAttributes(0, Map.of()));
		assertThat(directory.usersListedBefore().earlier()).isFalse();
	}

	private ScriptedAuthentik users(String name, int number) {
		return this.authentik.lists("core/users/",
				IntStream.range(0, number).mapToObj((pk) -> user(name, pk)).toArray(String[]::new));
	}

	private static String user(String name, int pk) {
		return """
				{"pk": %2$d, "username": "%1$s%2$d", "name": "", "is_active": true, "groups": [], "attributes": {}}"""
			.formatted(name, pk);
	}

	@Test
	void theStagesOfAFlowAreToldByWhatTheyDo() {
		this.authentik
			.lists("flows/bindings/", stage("1", "Deny", "ak-stage-deny-form"),
					stage("2", "Second factor", "ak-stage-authenticator-validate-form"),
					stage("3", "Consent", "ak-stage-consent-form"), stage("4", "Password", "ak-stage-password-form"))
			.lists("policies/bindings/")
			.answers("GET stages/authenticator/validate/s2/", "{\"not_configured_action\": \"deny\"}")
			.answers("GET stages/consent/s3/", "{\"mode\": \"expiring\"}");

		assertThat(this.authentik.client().flows().stages("flow")).containsExactly(new FlowStage("Deny", Effect.DENIES),
				new FlowStage("Second factor", Effect.DENIES_WITHOUT_DEVICE), new FlowStage("Consent", Effect.PASSABLE),
				new FlowStage("Password", Effect.PASSABLE));
	}

	private static String flow(String pk, String authentication) {
		return "{\"pk\": \"%s\", \"slug\": \"%s\", \"name\": \"%s\", \"stages\": [], \"authentication\": \"%s\"}"
			.formatted(pk, pk, pk, authentication);
	}

	private static String stage(String number, String name, String component) {
		return """
				{"pk": "b%1$s", "policybindingmodel_ptr_id": "p%1$s", "target": "flow", "stage": "s%1$s", "order": %1$s,
				"stage_obj": {"pk": "s%1$s", "name": "%2$s", "component": "%3$s"}}""".formatted(number, name,
				component);
	}

	@ParameterizedTest
	@CsvSource({ "2024.6.5, propertymappings/scope/", "2024.8.0, propertymappings/provider/scope/" })
	void scopeMappingsAreFoundWhereTheReleaseKeepsThem(String version, String path) {
		this.authentik.ofVersion(version).lists(path, """
				{"pk": "m", "name": "authentik default OAuth Mapping: OpenID 'email'", "scope_name": "email",
				"managed": "goauthentik.io/providers/oauth2/scope-email", "expression": "return {}"}""", """
				{"pk": "n", "name": "mine", "scope_name": "profile", "managed": null, "expression": "return {}"}""");
		List<ScopeMapping> mappings = this.authentik.client().scopeMappings().list();
		assertThat(mappings).extracting(ScopeMapping::pk).containsExactly("m", "n");
		assertThat(mappings.get(0).isShippedFor("email")).isTrue();
		assertThat(mappings.get(1).managed()).isNull();
	}

	private List<String> names() {
		return this.authentik.client().directory().groups().stream().map(AuthentikGroup::name).toList();
	}

	private static LabResponse pageOf(LabRequest request, int pages) {
		int page = Integer.parseInt(request.queryParameters().get("page"));
		return LabResponse.of(200, "application/json",
				ScriptedAuthentik.page((page < pages) ? page + 1 : 0, pages, group("g" + page)));
	}

	private static String group(String name) {
		return "{\"pk\": \"%s\", \"name\": \"%s\", \"parents\": []}".formatted(name, name);
	}

}
