package io.github.dsmsso.wizard.dsm;

import java.util.List;
import java.util.Optional;

import io.github.dsmsso.wizard.dsm.NasDescription.Directory;
import io.github.dsmsso.wizard.shared.Version;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads what a NAS says of itself, all at once. Only the version has to be there.
 */
final class NasReader {

	private final WebApiCalls api;

	NasReader(WebApiCalls api) {
		this.api = api;
	}

	Mono<NasDescription> description() {
		return Mono
			.zip(this.api.call(DsmCall.GET_INFO), this.api.ask(DsmCall.GET_NETWORK), this.api.ask(DsmCall.GET_WEB),
					this.api.ask(DsmCall.GET_WEB_EXTERNAL), directory(), otherSso(), portals())
			.map((read) -> description(read.getT1(), read.getT2(), read.getT3(), read.getT4(), read.getT5(),
					read.getT6(), read.getT7()));
	}

	private static NasDescription description(DsmData info, Optional<DsmData> network, Optional<DsmData> web,
			Optional<DsmData> external, Directory directory, List<String> otherSso, List<AppPortal> portals) {
		return new NasDescription(info.textOr("model", ""), versionIn(info), info.text("version_string"),
				network.map((data) -> data.textOr("server_name", "")).orElse(""),
				web.map(NasReader::customDomain).orElse(null),
				external.map((data) -> data.nonBlankOrNull("hostname")).orElse(null),
				web.map((data) -> data.portOrNull("https_port")).orElse(null),
				web.map((data) -> data.flagOrNull("enable_https_redirect")).orElse(null), directory, otherSso, portals);
	}

	/**
	 * The directory the NAS belongs to, by {@code enable_domain} and
	 * {@code enable_client}.
	 */
	Mono<Directory> directory() {
		return Mono.zip(isOn(DsmCall.GET_DOMAIN, "enable_domain"), isOn(DsmCall.GET_LDAP, "enable_client"))
			.map((joined) -> directoryOf(joined.getT1(), joined.getT2()));
	}

	private static Directory directoryOf(Optional<Boolean> domain, Optional<Boolean> ldap) {
		if (domain.orElse(false)) {
			return Directory.DOMAIN;
		}
		if (ldap.orElse(false)) {
			return Directory.LDAP;
		}
		return (domain.isPresent() && ldap.isPresent()) ? Directory.NONE : Directory.UNKNOWN;
	}

	private Mono<List<String>> otherSso() {
		return Flux
			.mergeSequential(nameIfOn("SAML", DsmCall.GET_SAML, "sso_saml_enable"),
					nameIfOn("CAS", DsmCall.GET_CAS, "sso_cas_enable"),
					nameIfOn("Synology SSO", DsmCall.GET_SYNOLOGY_SSO, "enable_sso"))
			.collectList();
	}

	/** One without a domain of its own has no {@code fqdn}, or null. */
	private Mono<List<AppPortal>> portals() {
		return this.api.ask(DsmCall.LIST_APP_PORTALS)
			.map((data) -> data.stream()
				.flatMap((list) -> list.listOrEmpty("portal").stream())
				.filter((portal) -> portal.nonBlankOrNull("fqdn") != null)
				.map((portal) -> new AppPortal(portal.textOr("display_name", ""), portal.textOr("fqdn", "")))
				.toList());
	}

	private Mono<String> nameIfOn(String name, DsmCall call, String flag) {
		return isOn(call, flag).filter((on) -> on.orElse(false)).map((on) -> name);
	}

	private Mono<Optional<Boolean>> isOn(DsmCall call, String flag) {
		return this.api.ask(call).map((data) -> data.map((settings) -> settings.flagOrNull(flag)));
	}

	private static Version versionIn(DsmData info) {
		try {
			return Version.parse(info.text("version_string"));
		}
		catch (IllegalArgumentException ex) {
			throw info.unreadable("version_string");
		}
	}

	/** A domain that was entered and then switched off stays in the settings. */
	private static @Nullable String customDomain(DsmData web) {
		return Boolean.FALSE.equals(web.flagOrNull("enable_custom_domain")) ? null : web.nonBlankOrNull("fqdn");
	}

}
