package io.github.dsmsso.lab.dsm;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.sso.OutboundHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is new in which release of DSM, in rows like release notes: how it shows, on every
 * release up to the last one without it, and on every release from the first one with it.
 */
class VersionDifferencesTests {

	private static final String OIDC = "SYNO.Core.Directory.OIDC.SSO";

	static Stream<Difference> differences() {
		return Stream.of(
				// 7.1
				newApi(OIDC, "7.0.1", "7.1.1"),
				seen("untouched OpenID Connect fields", "7.0.1", 0, "7.1.1", 9,
						(nas) -> fields(nas, OIDC).filter((field) -> !field.equals("oidc_allow_local_user")).count()),
				seen("OpenID Connect among the profiles", "7.0.1", "[\"azure\",\"websphere\"]", "7.1.1",
						"[\"azure\",\"websphere\",\"oidc\"]", VersionDifferencesTests::profiles),
				seen("selecting the profile", "7.0.1", 120, "7.1.1", 0,
						(nas) -> nas.administrator()
							.code("SYNO.Core.Directory.SSO.Profile", 1, "set", "sso_profile", "\"oidc\"", "sso_enable",
									"true")),
				seen("the sign-in page's word for it", "7.0.1", false, "7.1.1", true,
						(nas) -> sessionData(nas).contains("oidc_sso_enable")),
				// 7.2
				seen("local accounts", "7.1.1", false, "7.2.2", true,
						(nas) -> fields(nas, OIDC).anyMatch("oidc_allow_local_user"::equals)),
				seen("a local account that signs in", "7.1.1", false, "7.2.2", true,
						VersionDifferencesTests::letsALocalAccountIn),
				newVersion("SYNO.Core.Directory.SSO", 2, "7.1.1", "7.2.2"),
				newApi("SYNO.Core.Directory.SSO.Setting", "7.1.1", "7.2.2"),
				newApi("SYNO.Core.Directory.SSO.Status", "7.1.1", "7.2.2"),
				newApi("SYNO.Core.Directory.SSO.CAS", "7.1.1", "7.2.2"),
				newApi("SYNO.Core.Directory.SSO.SAML", "7.1.1", "7.2.2"),
				newApi("SYNO.Core.Directory.SSO.SAML.Metadata", "7.1.1", "7.2.2"),
				newApi("SYNO.Core.Directory.SSO.SAML.Status", "7.1.1", "7.2.2"),
				newVersion("SYNO.Core.Directory.Domain", 3, "7.1.1", "7.2.2"),
				newVersion("SYNO.Core.Directory.Domain.Conf", 3, "7.1.1", "7.2.2"),
				newVersion("SYNO.Core.AppPriv.App", 3, "7.1.1", "7.2.2"),
				newVersion("SYNO.Core.Security.DSM", 5, "7.1.1", "7.2.2"),
				newVersion("SYNO.Core.Region.NTP", 3, "7.1.1", "7.2.2"),
				newVersion("SYNO.Core.User.PasswordConfirm", 2, "7.1.1", "7.2.2"),
				newApi("SYNO.SecureSignIn.AMFA.Policy", "7.1.1", "7.2.2"),
				seen("the name of Synology's own SSO", "7.1.1", 104, "7.2.2", 0,
						(nas) -> nas.administrator().code("SYNO.Core.Directory.SSO", 2, "get")),
				seen("where the default sign-in is kept", "7.1.1", 102, "7.2.2", 0,
						(nas) -> nas.administrator().code("SYNO.Core.Directory.SSO.Setting", 1, "get")),
				seen("SAML and CAS on the sign-in page", "7.1.1", false, "7.2.2", true,
						(nas) -> sessionData(nas).contains("\"saml_sso_enable\":false")
								&& sessionData(nas).contains("\"cas_sso_enable\":false")),
				// 7.3
				newApi("SYNO.Core.Directory.Entra.SSO", "7.2.2", "7.3.2"),
				seen("settings for Entra", "7.2.2", 0, "7.3.2", 7,
						(nas) -> fields(nas, "SYNO.Core.Directory.Entra.SSO").count()),
				// 7.4
				newVersion("SYNO.Core.Security.DSM", 6, "7.3.2", "7.4"),
				seen("the main application of the web server", "7.3.2", false, "7.4", true,
						(nas) -> nas.administrator().data("SYNO.Core.Web.DSM", 2, "get").has("main_app")),
				seen("the device at the end of a connection", "7.3.2", 9, "7.4", 16,
						(nas) -> nas.administrator()
							.data("SYNO.Core.CurrentConnection", 1, "list")
							.path("items")
							.path(0)
							.size()));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("differences")
	void aDifferenceShowsFromItsReleaseOnAndNotBefore(Difference difference) {
		difference.releasesWithout()
			.forEach((version) -> assertThat(difference.on(version)).as(version.product())
				.hasToString(String.valueOf(difference.before())));
		difference.releasesWith()
			.forEach((version) -> assertThat(difference.on(version)).as(version.product())
				.hasToString(String.valueOf(difference.after())));
	}

	/** Neighbours can be told apart, by more than their numbers. */
	@Test
	void everyReleaseHasNews() {
		assertThat(differences().map((row) -> row.first().product()).distinct()).containsExactly("7.1.1", "7.2.2",
				"7.3.2", "7.4");
	}

	@Test
	void everyDifferenceBetweenNeighboursInTheTableHasItsRow() {
		List<String> changes = IntStream.range(1, DsmVersion.ALL.size())
			.boxed()
			.flatMap((index) -> changes(DsmVersion.ALL.get(index - 1), DsmVersion.ALL.get(index)))
			.toList();
		List<String> rows = differences().filter((row) -> row.name().startsWith("SYNO."))
			.map((row) -> row.last().product() + " | " + row.first().product() + " " + row.name())
			.toList();
		assertThat(rows).containsExactlyInAnyOrderElementsOf(changes);
	}

	private static Stream<String> changes(DsmVersion older, DsmVersion newer) {
		return newer.apis()
			.entrySet()
			.stream()
			.filter((api) -> !api.getValue().equals(older.apis().get(api.getKey())))
			.map((api) -> older.product() + " | " + newer.product() + " " + api.getKey() + " "
					+ api.getValue().maxVersion());
	}

	@Test
	void releasesTellTheirBuilds() {
		assertThat(DsmVersion.ALL).extracting(DsmVersion::versionString)
			.containsExactly("DSM 7.0.1-42218 Update 6", "DSM 7.1.1-42962 Update 5", "DSM 7.2.2-72806 Update 3",
					"DSM 7.3.2-86009 Update 4", "DSM 7.4-90075");
	}

	private static String profiles(DsmScene nas) {
		return nas.administrator().data("SYNO.Core.Directory.SSO.Profile", 1, "list").path("profiles").toString();
	}

	private static Stream<String> fields(DsmScene nas, String api) {
		return nas.administrator().data(api, 1, "get").propertyNames().stream();
	}

	private static String sessionData(DsmScene nas) {
		return nas.anyone().get("/webapi/entry.cgi?api=SYNO.Core.Desktop.SessionData&version=1&method=getjs").text();
	}

	private static boolean letsALocalAccountIn(DsmScene nas) {
		StubProvider provider = new StubProvider("https://sso.example.org", nas.clock);
		DsmScene connected = new DsmScene(nas.world.version(), OutboundHttp.to(provider));
		connected.world.sso().configure(provider.settings("https://nas.example.org:5001")).profile("oidc", true);
		return connected.anyone()
			.login("session", "webui", "code", StubProvider.CODE, "server", "oidc")
			.path("success")
			.asBoolean();
	}

	private static Difference newApi(String api, String last, String first) {
		return seen(api + " 1", last, 102, first, 103, (nas) -> nas.anyone().code(api, 1, "anything"));
	}

	private static Difference newVersion(String api, int version, String last, String first) {
		return seen(api + " " + version, last, 104, first, 103, (nas) -> nas.anyone().code(api, version, "anything"));
	}

	private static Difference seen(String name, String last, Object before, String first, Object after,
			Function<DsmScene, Object> probe) {
		return new Difference(name, DsmVersion.of(last), before, DsmVersion.of(first), after, probe);
	}

	/**
	 * A difference between two neighbouring releases.
	 *
	 * @param name what is new
	 * @param last the last release without it
	 * @param before what a probe finds there and before
	 * @param first the first release with it
	 * @param after what a probe finds from there on
	 * @param probe the probe
	 */
	record Difference(String name, DsmVersion last, Object before, DsmVersion first, Object after,
			Function<DsmScene, Object> probe) {

		Stream<DsmVersion> releasesWithout() {
			return DsmVersion.ALL.stream().limit(DsmVersion.ALL.indexOf(this.last) + 1L);
		}

		Stream<DsmVersion> releasesWith() {
			return DsmVersion.ALL.stream().skip(DsmVersion.ALL.indexOf(this.first));
		}

		Object on(DsmVersion version) {
			return this.probe.apply(DsmScene.of(version));
		}

		@Override
		public String toString() {
			return "new in DSM " + this.first.product() + ": " + this.name;
		}

	}

}
