package io.github.dsmsso.wizard.judgement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.authentik.AllowedRedirect;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The address to which authentik sends people back, on both sides. It is compared letter
 * by letter with the address in the browser: by authentik with its list, by DSM with its
 * own setting, before it asks authentik anything.
 */
public final class RedirectRules {

	private RedirectRules() {
	}

	/**
	 * The provider accepts the address.
	 * @param wanted the address by which people open DSM
	 * @param knowsStrict whether this release can accept one address alone; before, every
	 * entry is a pattern
	 */
	public static Judgement atAuthentik(OAuth2Provider provider, RedirectUri wanted, boolean knowsStrict) {
		List<AllowedRedirect> redirects = provider.redirectUris();
		if (redirects.isEmpty()) {
			return wrong("none", wanted.value(), provider.name());
		}
		if (!provider.allows(wanted.value())) {
			return wrong(nearest(redirects, wanted), wanted.value(), listed(redirects), provider.name());
		}
		if (fitsEverything(redirects)) {
			return Judgement.doubtful(Aspect.REDIRECT, "everything", wanted.value(), provider.name());
		}
		if (others(redirects, wanted).stream().anyMatch((other) -> !other.matches(wanted.value()))) {
			return Judgement.doubtful(Aspect.REDIRECT, "several", wanted.value(), provider.name(),
					listed(others(redirects, wanted)));
		}
		boolean strict = redirects.contains(AllowedRedirect.exactly(wanted.value()));
		return (strict && others(redirects, wanted).isEmpty() || !knowsStrict)
				? Judgement.right(Aspect.REDIRECT, "accepted", wanted.value())
				: Judgement.doubtful(Aspect.REDIRECT, "pattern", wanted.value(), provider.name());
	}

	private static Judgement wrong(String finding, String... arguments) {
		return Judgement.wrong(Aspect.REDIRECT, finding, arguments);
	}

	/**
	 * The entries with the wanted address among them. One that is a misspelling of it
	 * makes room; an address of something else stays, for somebody may use it.
	 */
	public static List<AllowedRedirect> accepting(List<AllowedRedirect> redirects, RedirectUri wanted) {
		if (redirects.stream().anyMatch((redirect) -> redirect.matches(wanted.value()))) {
			return redirects;
		}
		List<AllowedRedirect> completed = new ArrayList<>();
		completed.add(AllowedRedirect.exactly(wanted.value()));
		redirects.stream().filter((redirect) -> !isMisspelling(redirect, wanted)).forEach(completed::add);
		return completed;
	}

	/** The wanted address alone; what is for signing out stays. */
	public static List<AllowedRedirect> only(List<AllowedRedirect> redirects, RedirectUri wanted) {
		return Stream
			.concat(Stream.of(AllowedRedirect.exactly(wanted.value())),
					redirects.stream().filter(AllowedRedirect::forLogout))
			.toList();
	}

	/** The entries for signing in that are not the wanted address. */
	public static List<AllowedRedirect> others(List<AllowedRedirect> redirects, RedirectUri wanted) {
		return redirects.stream()
			.filter((redirect) -> !redirect.forLogout() && !redirect.equals(AllowedRedirect.exactly(wanted.value())))
			.toList();
	}

	/** The entries by which somebody signs in to something else than this NAS. */
	public static List<AllowedRedirect> ofOthers(List<AllowedRedirect> redirects, RedirectUri wanted) {
		return others(redirects, wanted).stream().filter((redirect) -> !isMisspelling(redirect, wanted)).toList();
	}

	/** The wanted address, written so that no browser's address bar ever equals it. */
	static boolean isMisspelling(AllowedRedirect redirect, RedirectUri wanted) {
		if (redirect.forLogout()) {
			return false;
		}
		return switch (AddressDifference.between(wanted.value(), redirect.url())) {
			case SLASH, CASE, FRAGMENT, PATH, HTTP -> true;
			case PORT -> !isWellFormed(redirect.url());
			case OTHER -> false;
		};
	}

	/**
	 * Whether an address can stand in a browser's address bar as the origin of a page:
	 * https, the port only where it is not 443, no slash at the end, no path, no
	 * fragment, in lower case.
	 */
	public static boolean isWellFormed(String address) {
		try {
			BaseUrl parsed = BaseUrl.parse(address);
			return "https".equals(parsed.scheme()) && parsed.origin().equals(address);
		}
		catch (ProblemException ex) {
			return false;
		}
	}

	/**
	 * DSM expects people back at the address by which they open it.
	 * @param held {@code oidc_redirect_uri}
	 * @param wanted the address by which people open DSM
	 * @param opened the address by which it was opened just now, where that may be
	 * another way to it; null where it is known which one people use
	 */
	public static Judgement inDsm(String held, RedirectUri wanted, @Nullable RedirectUri opened) {
		if (held.isEmpty()) {
			return Judgement.wrong(Aspect.DSM_REDIRECT, "empty", wanted.value());
		}
		if (!held.equals(wanted.value())) {
			return Judgement.wrong(Aspect.DSM_REDIRECT, AddressDifference.between(wanted.value(), held).finding(), held,
					wanted.value());
		}
		return (opened == null || opened.equals(wanted)) ? Judgement.right(Aspect.DSM_REDIRECT, "equal", held)
				: Judgement.doubtful(Aspect.DSM_REDIRECT, "opened-elsewhere", held, opened.value());
	}

	/**
	 * The address that a connection is for: the one that DSM holds, where it can be
	 * somebody's and authentik sends people back there; else the one by which DSM was
	 * opened just now.
	 * @param held {@code oidc_redirect_uri}
	 * @param provider the provider of this NAS
	 * @param opened the address by which the administrator opens DSM
	 */
	public static RedirectUri servedBy(String held, OAuth2Provider provider, BaseUrl opened) {
		RedirectUri typed = RedirectUri.of(opened);
		boolean works = !held.equals(typed.value()) && isWellFormed(held) && provider.allows(held);
		return works ? new RedirectUri(held) : typed;
	}

	private static boolean fitsEverything(List<AllowedRedirect> redirects) {
		return redirects.stream().anyMatch((redirect) -> !redirect.strict() && redirect.matches("https://any.invalid"));
	}

	private static String nearest(List<AllowedRedirect> redirects, RedirectUri wanted) {
		if (redirects.contains(new AllowedRedirect(true, wanted.value(), true))) {
			return "for-logout";
		}
		return redirects.stream()
			.map((allowed) -> AddressDifference.between(wanted.value(), allowed.url()))
			.min(Comparator.naturalOrder())
			.orElse(AddressDifference.OTHER)
			.finding();
	}

	private static String listed(List<AllowedRedirect> redirects) {
		return redirects.stream().map(AllowedRedirect::url).collect(Collectors.joining(", "));
	}

}
