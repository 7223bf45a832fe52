package io.github.dsmsso.wizard.dsm;

import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.wizard.dsm.NasDescription.Directory;
import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.ApiFailure.Kind;
import io.github.dsmsso.wizard.shared.Version;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NasDescriptionTests {

	private static final String INFO = "SYNO.DSM.Info/getinfo";

	private static final String REFUSED = "{\"error\":{\"code\":103},\"success\":false}";

	private Nas nas = Nas.running();

	@AfterEach
	void stop() {
		this.nas.close();
	}

	@ParameterizedTest
	@CsvSource({ "7.1.1, DSM 7.1.1-42962 Update 5", "7.2.2, DSM 7.2.2-72806 Update 3",
			"7.3.2, DSM 7.3.2-86009 Update 4", "7.4, DSM 7.4-90075" })
	void everyReleaseTellsWhatItIs(String product, String text) {
		this.nas.close();
		this.nas = Nas.running(DsmVersion.of(product));
		NasDescription description = this.nas.session().snapshot().description().get();
		assertThat(description.model()).isEqualTo("DS920+");
		assertThat(description.version()).isEqualTo(Version.parse(product));
		assertThat(description.versionText()).isEqualTo(text);
		assertThat(description.hostname()).isEqualTo("demo-nas");
		assertThat(description.httpsPort()).isEqualTo(this.nas.peer().address().port());
		assertThat(description.directory()).isEqualTo(Directory.NONE);
		assertThat(description.otherSso()).isEmpty();
	}

	@Test
	void itsNamesAreRead() {
		this.nas.world().web().domain("nas.example.org").externalHostname("home.example.org").redirectsToHttps();
		NasDescription description = this.nas.session().snapshot().description().get();
		assertThat(description.customDomain()).isEqualTo("nas.example.org");
		assertThat(description.externalHostname()).isEqualTo("home.example.org");
		assertThat(description.redirectsToHttps()).isTrue();
	}

	@Test
	void theDomainsOfItsApplicationsAreRead() {
		assertThat(this.nas.session().snapshot().description().get().portals()).isEmpty();
		this.nas.world().web().driveDomain("drive.example.org");
		assertThat(this.nas.session().snapshot().description().get().portals())
			.containsExactly(new AppPortal("Synology Drive", "drive.example.org"));
	}

	@Test
	void namesThatWereNeverSetAreNull() {
		NasDescription description = this.nas.session().snapshot().description().get();
		assertThat(description.customDomain()).isNull();
		assertThat(description.externalHostname()).isNull();
		assertThat(description.redirectsToHttps()).isFalse();
	}

	@Test
	void aCustomDomainThatIsSwitchedOffDoesNotCount() {
		DsmSession session = this.nas.session();
		this.nas.answering("SYNO.Core.Web.DSM/get",
				"{\"data\":{\"enable_custom_domain\":false,\"fqdn\":\"old.example\"},\"success\":true}");
		assertThat(session.snapshot().description().get().customDomain()).isNull();
		assertThat(session.snapshot().description().get().httpsPort()).isNull();
		assertThat(session.snapshot().description().get().redirectsToHttps()).isNull();
	}

	@Test
	void aWindowsDomainIsSeen() {
		this.nas.world().directory().joinedDomain("corp.example");
		assertThat(this.nas.session().snapshot().description().get().directory()).isEqualTo(Directory.DOMAIN);
	}

	@Test
	void anLdapDirectoryIsSeen() {
		this.nas.world().directory().boundToLdap("ldap.example", "dc=example");
		assertThat(this.nas.session().snapshot().description().get().directory()).isEqualTo(Directory.LDAP);
	}

	@ParameterizedTest
	@ValueSource(strings = { "SYNO.Core.Directory.Domain/get", "SYNO.Core.Directory.LDAP/get" })
	void noDirectoryIsNotConcludedFromARefusal(String call) {
		DsmSession session = this.nas.session();
		this.nas.answering(call, REFUSED);
		assertThat(session.snapshot().description().get().directory()).isEqualTo(Directory.UNKNOWN);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "SYNO.Core.Directory.SSO.SAML/get | sso_saml_enable | true | SAML",
					"SYNO.Core.Directory.SSO.SAML/get | sso_saml_enable | \"yes\" | SAML",
					"SYNO.Core.Directory.SSO.CAS/get | sso_cas_enable | true | CAS",
					"SYNO.Core.Directory.SSO/get | enable_sso | true | Synology SSO" })
	void otherWaysToSignInOnceAreNamed(String call, String flag, String value, String name) {
		DsmSession session = this.nas.session();
		this.nas.answering(call, "{\"data\":{\"%s\":%s},\"success\":true}".formatted(flag, value));
		assertThat(session.snapshot().description().get().otherSso()).containsExactly(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "SYNO.Core.Network/get", "SYNO.Core.Web.DSM/get", "SYNO.Core.Web.DSM.External/get",
			"SYNO.Core.AppPortal/list", "SYNO.Core.Directory.SSO.SAML/get", "SYNO.Core.Directory.SSO/get" })
	void aRefusedReadIsNoObstacle(String call) {
		DsmSession session = this.nas.session();
		this.nas.answering(call, REFUSED);
		assertThat(session.snapshot().description().get().model()).isEqualTo("DS920+");
	}

	@Test
	void aSessionThatEndedIsNotMistakenForARefusal() {
		DsmSession session = this.nas.session();
		this.nas.world().sessions().endAll();
		assertThatExceptionOfType(DsmException.class).isThrownBy(() -> session.snapshot().description().get())
			.satisfies((ex) -> assertThat(ex.code().isSessionGone()).isTrue());
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"version_string\":42}", "{\"version_string\":\"DSM UPDATED\"}" })
	void withoutAVersionNothingIsKnown(String data) {
		DsmSession session = this.nas.session();
		this.nas.answering(INFO,
				LabResponse.of(200, "application/json", "{\"data\":%s,\"success\":true}".formatted(data)));
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> session.snapshot().description().get())
			.satisfies((ex) -> assertThat(ex.failure().kind()).isEqualTo(Kind.UNREADABLE));
	}

}
