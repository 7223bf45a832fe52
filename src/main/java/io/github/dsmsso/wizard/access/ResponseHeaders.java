package io.github.dsmsso.wizard.access;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sets the protecting headers of every response, whatever becomes of the request.
 * {@code Referrer-Policy} is not {@code no-referrer}: browsers would then send
 * {@code Origin: null} with the wizard's own forms. There is no HSTS: it would hold for
 * the whole host name and cut off plain-HTTP neighbours such as DSM on port 5000.
 */
class ResponseHeaders extends OncePerRequestFilter {

	/** The request attribute that templates put into the nonce of a script. */
	static final String NONCE = "cspNonce";

	private static final Pattern HASHED = Pattern.compile("/assets/.+-[0-9a-f]{32}\\.[a-z0-9]+");

	private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self';"
			+ " img-src 'self' data:; font-src 'self'; connect-src 'self';"
			+ " script-src 'nonce-%s' 'strict-dynamic'; form-action 'self'; base-uri 'none';"
			+ " frame-ancestors 'none'; object-src 'none'";

	/** All off but copying, which stays with the wizard's own pages. */
	private static final String PERMISSIONS_POLICY = List
		.of("accelerometer", "autoplay", "browsing-topics", "camera", "clipboard-read", "display-capture",
				"encrypted-media", "fullscreen", "gamepad", "geolocation", "gyroscope", "hid", "idle-detection",
				"keyboard-map", "local-fonts", "magnetometer", "microphone", "midi", "otp-credentials", "payment",
				"picture-in-picture", "publickey-credentials-create", "publickey-credentials-get", "screen-wake-lock",
				"serial", "storage-access", "usb", "window-management", "xr-spatial-tracking")
		.stream()
		.map((feature) -> feature + "=()")
		.collect(Collectors.joining(", ", "", ", clipboard-write=(self)"));

	/** Those of every response, whoever writes it. */
	private static final Map<String, String> ALWAYS = Map.of("X-Content-Type-Options", "nosniff", "X-Frame-Options",
			"DENY", "Referrer-Policy", "same-origin", "Cross-Origin-Opener-Policy", "same-origin",
			"Cross-Origin-Resource-Policy", "same-origin", "Permissions-Policy", PERMISSIONS_POLICY,
			HttpHeaders.CACHE_CONTROL, "no-store");

	/** Those of a response that is no page: nothing may be loaded or run. */
	static final Map<String, String> OF_A_REFUSAL = withPolicy(
			"default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'");

	private final SecureRandom random;

	ResponseHeaders(SecureRandom random) {
		this.random = random;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String nonce = nonce();
		request.setAttribute(NONCE, nonce);
		withPolicy(CONTENT_SECURITY_POLICY.formatted(nonce)).forEach(response::setHeader);
		if (HASHED.matcher(request.getServletPath()).matches()) {
			response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
		}
		chain.doFilter(request, response);
	}

	/** An error page is no asset, whatever the address was. */
	@Override
	protected void doFilterNestedErrorDispatch(HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws ServletException, IOException {
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		chain.doFilter(request, response);
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	private static Map<String, String> withPolicy(String policy) {
		Map<String, String> headers = new LinkedHashMap<>(ALWAYS);
		headers.put("Content-Security-Policy", policy);
		return headers;
	}

	private String nonce() {
		byte[] bytes = new byte[16];
		this.random.nextBytes(bytes);
		return Base64.getEncoder().encodeToString(bytes);
	}

}
