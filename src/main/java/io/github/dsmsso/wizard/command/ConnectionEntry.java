package io.github.dsmsso.wizard.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.github.dsmsso.wizard.shared.BaseUrl;
import org.jspecify.annotations.Nullable;

/**
 * One NAS and its authentik, as a connection file has them.
 *
 * @param nas the NAS
 * @param authentik authentik
 * @param application slug of the application that stands for the NAS; null to find it by
 * what DSM holds
 * @param wish what is wished
 */
record ConnectionEntry(NasEntry nas, AuthentikEntry authentik, @Nullable String application, Wish wish) {

	private static final Set<Integer> USUAL_PORTS = Set.of(443, 5001);

	/** What authentik takes for a slug. */
	private static final int LONGEST = 50;

	/** What each line for machines begins with. */
	Map<String, @Nullable Object> facts() {
		Map<String, @Nullable Object> facts = new LinkedHashMap<>();
		facts.put("version", 1);
		facts.put("nas", this.nas.address());
		facts.put("authentik", this.authentik.address());
		return facts;
	}

	/**
	 * What a new application is called where a command is about several NAS and the file
	 * does not say: after the host, and the port where it is an unusual one, so that it
	 * is the same each time.
	 */
	String nameAmongMany() {
		BaseUrl address = BaseUrl.parse(this.nas.address());
		String host = address.host().toLowerCase(Locale.ROOT);
		String name = ("synology-" + host + (USUAL_PORTS.contains(address.port()) ? "" : "-" + address.port()))
			.replaceAll("[^a-z0-9]+", "-")
			.replaceAll("-$", "");
		return (name.length() > LONGEST) ? name.substring(0, LONGEST) : name;
	}

}
