package io.github.dsmsso.lab.authentik.api;

import java.util.Map;

import io.github.dsmsso.lab.http.LabResponse;

import org.springframework.web.util.HtmlUtils;

/** The HTML pages of an instance, in plain form. */
public final class Pages {

	private Pages() {
	}

	public static LabResponse notFound() {
		return error(404, "Not Found", "<p>The page you are looking for does not exist.</p>");
	}

	public static LabResponse serverError() {
		return error(500, "Server Error", "<p>Something went wrong.</p>");
	}

	public static LabResponse clientIdError() {
		return error(400, "Client ID Error", "<p>The client identifier (client_id) is missing or invalid.</p>");
	}

	public static LabResponse redirectUriError() {
		return error(400, "Redirect URI Error", "<p>The request fails due to a missing, invalid, or mismatching"
				+ " redirection URI (redirect_uri).</p>");
	}

	/** The page of policies that say no comes with status 200. */
	public static LabResponse accessDenied() {
		return page(200, "Permission denied", "<p>Request has been denied.</p>");
	}

	public static LabResponse loggedOut(String application) {
		return page(200, "Logged out", "<p>You've logged out of " + escaped(application) + ".</p>");
	}

	public static LabResponse signIn(String error) {
		String alert = error.isEmpty() ? "" : "<p role=\"alert\">" + escaped(error) + "</p>";
		return page(200, "Welcome to authentik!", alert + """
				<form method="post">
				<label>Email or Username <input name="uid_field" autocomplete="username" required autofocus></label>
				<label>Password <input name="password" type="password" autocomplete="current-password" required></label>
				<button type="submit">Log in</button>
				</form>""");
	}

	public static LabResponse consent(String application) {
		return page(200, "Redirecting to " + application, "<p>Application requires following permissions:</p>" + """
				<form method="post"><button type="submit">Continue</button></form>""");
	}

	/** A form that the page sends by itself, to another address. */
	public static LabResponse form(String application, String address, Map<String, String> fields) {
		StringBuilder inputs = new StringBuilder();
		fields.forEach((name, value) -> inputs
			.append("<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(name, escaped(value))));
		return page(200, "Redirecting to " + application + "...", """
				<form method="post" action="%s">%s<button type="submit">Continue</button></form>
				<script>document.forms[0].submit()</script>""".formatted(escaped(address), inputs));
	}

	public static LabResponse password() {
		return page(200, "Enter your password", """
				<form method="post">
				<label>Password <input name="password" type="password" autocomplete="current-password" required></label>
				<button type="submit">Continue</button>
				</form>""");
	}

	public static LabResponse code() {
		return page(200, "Enter a code", """
				<form method="post">
				<label>Code <input name="code" autocomplete="one-time-code" required></label>
				<button type="submit">Continue</button>
				</form>""");
	}

	/** Registering a device is not played: nobody comes any further. */
	public static LabResponse setUpDevice() {
		return page(200, "Set up a device", "<p>Choose how you want to confirm your sign-ins.</p>");
	}

	/** The page for forms that do not come from a page of authentik's. */
	public static LabResponse notOwnForm() {
		return error(403, "Forbidden", "<p>CSRF verification failed. Request aborted.</p>");
	}

	/** What went wrong stands on such a page, and not in its title. */
	private static LabResponse error(int status, String heading, String content) {
		return page(status, "authentik", heading, content);
	}

	private static LabResponse page(int status, String title, String content) {
		return page(status, title + " - authentik", title, content);
	}

	private static LabResponse page(int status, String title, String heading, String content) {
		return LabResponse.html(status, """
				<!DOCTYPE html>
				<html lang="en">
				<head><meta charset="utf-8"><title>%s</title></head>
				<body><main><h1>%s</h1>%s</main><footer>Powered by authentik</footer></body>
				</html>
				""".formatted(escaped(title), escaped(heading), content));
	}

	private static String escaped(String text) {
		return HtmlUtils.htmlEscape(text);
	}

}
