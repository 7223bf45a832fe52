package io.github.dsmsso.wizard.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import io.github.dsmsso.wizard.dsm.NasDescription;
import io.github.dsmsso.wizard.judgement.RedirectRules;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The addresses by which people may open a NAS: the one that was given, and the names
 * that DSM gives itself (Control Panel > Login Portal, customised domain; Control Panel >
 * External Access > Advanced, host name).
 *
 * @param opened the address that was given, by which the NAS was reached
 * @param own the names that DSM gives itself, without that one
 */
public record NasNames(BaseUrl opened, List<RedirectUri> own) {

	public NasNames {
		own = List.copyOf(own);
	}

	/** Reads the names out of what a NAS says of itself. */
	public static NasNames of(BaseUrl opened, NasDescription nas) {
		Set<RedirectUri> own = new LinkedHashSet<>();
		Consumer<RedirectUri> add = own::add;
		address(nas.customDomain(), 443).ifPresent(add);
		int httpsPort = (nas.httpsPort() != null) ? nas.httpsPort() : opened.port();
		address(nas.externalHostname(), httpsPort).ifPresent(add);
		own.remove(RedirectUri.of(opened));
		return new NasNames(opened, List.copyOf(own));
	}

	/** A name that could not be typed as an address is nobody's way to DSM. */
	private static Optional<RedirectUri> address(@Nullable String host, int port) {
		try {
			return Optional.ofNullable(host)
				.map((name) -> RedirectUri.of(BaseUrl.parse("https://" + name).withPort(port)))
				.filter((address) -> RedirectRules.isWellFormed(address.value()));
		}
		catch (ProblemException ex) {
			return Optional.empty();
		}
	}

	/** All of them, the given one first. */
	public List<RedirectUri> all() {
		Set<RedirectUri> all = new LinkedHashSet<>(List.of(RedirectUri.of(this.opened)));
		all.addAll(this.own);
		return List.copyOf(all);
	}

}
