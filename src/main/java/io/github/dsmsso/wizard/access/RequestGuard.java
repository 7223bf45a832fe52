package io.github.dsmsso.wizard.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away what does not come from the wizard's own pages, before a session is looked
 * up.
 */
class RequestGuard extends OncePerRequestFilter {

	private static final int LARGEST_FORM = 64 * 1024;

	/**
	 * Where the container leads after an error; nobody else has anything to ask there.
	 */
	private static final String ERROR_PAGE = "/error";

	private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

	private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

	private final AllowedHosts allowedHosts;

	RequestGuard(AllowedHosts allowedHosts) {
		this.allowedHosts = allowedHosts;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!isAskedByItsName(request)) {
			refuseHost(response);
			return;
		}
		HttpStatus refusal = refusalOf(request);
		if (refusal == null) {
			chain.doFilter(request, response);
			return;
		}
		if (refusal == HttpStatus.METHOD_NOT_ALLOWED) {
			response.setHeader(HttpHeaders.ALLOW, "GET, HEAD, POST");
		}
		response.sendError(refusal.value());
	}

	/**
	 * The name that was asked for and, where a proxy in front is believed, the name by
	 * which the request came in as well: a page elsewhere may set
	 * {@code X-Forwarded-Host}, but not {@code Host}.
	 */
	private boolean isAskedByItsName(HttpServletRequest request) {
		String host = request.getHeader(HttpHeaders.HOST);
		return this.allowedHosts.allow(request.getServerName(), request.getServerPort())
				&& (host == null || this.allowedHosts.allowOnAnyPort(host));
	}

	/** Plain text: nothing of the wizard is told to a host that is not its own. */
	private static void refuseHost(HttpServletResponse response) throws IOException {
		response.setStatus(HttpStatus.MISDIRECTED_REQUEST.value());
		response.setContentType(MediaType.TEXT_PLAIN_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		response.getWriter()
			.println("The wizard cannot be opened with this host name. Open it as localhost,"
					+ " or add the host name to the setting wizard.access.allowed-hosts.");
	}

	private static @Nullable HttpStatus refusalOf(HttpServletRequest request) {
		if (!METHODS.contains(request.getMethod())) {
			return HttpStatus.METHOD_NOT_ALLOWED;
		}
		if (ERROR_PAGE.equals(request.getServletPath())) {
			return HttpStatus.NOT_FOUND;
		}
		boolean post = "POST".equals(request.getMethod());
		if (!comesFromOwnPage(request, post)) {
			return HttpStatus.FORBIDDEN;
		}
		return post ? refusalOfForm(request) : null;
	}

	private static boolean comesFromOwnPage(HttpServletRequest request, boolean post) {
		String site = request.getHeader("Sec-Fetch-Site");
		boolean own = site == null || OWN_SITES.contains(site) || (!post && isLinkFollowed(request));
		return own && (!post || isOwnOrigin(request));
	}

	/** A link elsewhere may open a page of the wizard, but not inside another page. */
	private static boolean isLinkFollowed(HttpServletRequest request) {
		return "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
				&& "document".equals(request.getHeader("Sec-Fetch-Dest"));
	}

	private static boolean isOwnOrigin(HttpServletRequest request) {
		String origin = request.getHeader(HttpHeaders.ORIGIN);
		return origin == null || origin.equalsIgnoreCase(ownOrigin(request));
	}

	private static String ownOrigin(HttpServletRequest request) {
		int port = request.getServerPort();
		boolean usual = port == (request.isSecure() ? 443 : 80);
		return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
	}

	private static @Nullable HttpStatus refusalOfForm(HttpServletRequest request) {
		long length = request.getContentLengthLong();
		if (length < 0) {
			return HttpStatus.LENGTH_REQUIRED;
		}
		if (length > LARGEST_FORM) {
			return HttpStatus.CONTENT_TOO_LARGE;
		}
		return (length == 0 || isForm(request.getContentType())) ? null : HttpStatus.UNSUPPORTED_MEDIA_TYPE;
	}

	private static boolean isForm(@Nullable String contentType) {
		return contentType != null && contentType.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
	}

}
