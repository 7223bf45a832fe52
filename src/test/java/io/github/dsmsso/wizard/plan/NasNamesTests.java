package io.github.dsmsso.wizard.plan;

import java.util.List;

import io.github.dsmsso.wizard.dsm.NasDescription;
import io.github.dsmsso.wizard.dsm.NasDescription.Directory;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Version;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NasNamesTests {

	private static final BaseUrl OPENED = BaseUrl.parse("https://nas.example.com:5001");

	@Test
	void aNasThatGivesItselfNoNameIsKnownByTheAddressItWasOpenedAt() {
		assertThat(names(null, null, null).all()).extracting(RedirectUri::value)
			.containsExactly("https://nas.example.com:5001");
	}

	@Test
	void aCustomDomainAnswersOnTheUsualPortAndAnExternalHostNameOnDsmsOwn() {
		assertThat(names("dsm.example.org", "home.example.net", 5443).all()).extracting(RedirectUri::value)
			.containsExactly("https://nas.example.com:5001", "https://dsm.example.org",
					"https://home.example.net:5443");
	}

	@Test
	void whereDsmDoesNotTellItsPortItIsTheOneThatWasGiven() {
		assertThat(names(null, "home.example.net", null).own()).extracting(RedirectUri::value)
			.containsExactly("https://home.example.net:5001");
	}

	@Test
	void theAddressThatWasGivenIsNotRepeated() {
		NasNames names = names(null, "nas.example.com", 5001);
		assertThat(names.own()).isEmpty();
		assertThat(names.all()).hasSize(1);
	}

	@Test
	void aNameThatNobodyCouldTypeIsNoWayToDsm() {
		assertThat(names("not a host", "169.254.169.254", 5001).own()).isEqualTo(List.of());
	}

	private static NasNames names(@Nullable String customDomain, @Nullable String externalHostname,
			@Nullable Integer httpsPort) {
		return NasNames.of(OPENED, new NasDescription("DS920+", new Version(7, 2, 2), "DSM 7.2.2", "nas", customDomain,
				externalHostname, httpsPort, true, Directory.NONE, List.of(), List.of()));
	}

}
