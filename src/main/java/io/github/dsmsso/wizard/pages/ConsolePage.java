package io.github.dsmsso.wizard.pages;

import java.util.Locale;

/**
 * Pages of authentik's admin interface that sentences name by their menu path. The routes
 * are those of {@code web/src/admin/Routes.ts}; the oldest releases have no page of
 * settings there. DSM's Control Panel has no address of its own for its pages: there the
 * menu path has to do.
 */
enum ConsolePage {

	TOKENS("core/tokens"), USERS("identity/users"), ROLES("identity/roles"), APPLICATIONS("core/applications"),
	PROVIDERS("core/providers"), PROPERTY_MAPPINGS("core/property-mappings"), BLUEPRINTS("blueprints/instances"),
	CERTIFICATES("crypto/certificates"), SETTINGS("admin/settings"), LOGS("events/log"), FLOWS("flow/flows"),
	STAGES("flow/stages"), PROMPTS("flow/stages/prompts");

	private final String route;

	ConsolePage(String route) {
		this.route = route;
	}

	/** The path below authentik's address. */
	String path() {
		return "if/admin/#/" + this.route;
	}

	/** The path of the page of one object, by its key or slug. */
	String pathOf(Object key) {
		return path() + "/" + key;
	}

	/** The message with its menu path, as it stands in sentences. */
	String key() {
		return "console." + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
