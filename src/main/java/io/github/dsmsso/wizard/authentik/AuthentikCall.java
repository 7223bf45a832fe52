package io.github.dsmsso.wizard.authentik;

/**
 * A call of authentik's API.
 *
 * @param method {@code POST}, {@code PATCH} or {@code DELETE}
 * @param path its path below {@code /api/v3/}
 */
public record AuthentikCall(String method, String path) {

	/** As authentik's own description of the API names it. */
	@Override
	public String toString() {
		return this.method + " /" + Api.ROOT + this.path;
	}

}
