package io.github.dsmsso.wizard.plan;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * DSM is told the account name that an attribute of the user holds, and the user name of
 * those who have none.
 *
 * @param attribute the name of the attribute
 * @param names the names that are to be filled in, by the key of the user
 */
public record NameBridge(String attribute, Map<Integer, String> names) {

	/** The attribute of authentik's own guide for DSM. */
	public static final String ATTRIBUTE = "synology_username";

	public NameBridge {
		names = Collections.unmodifiableMap(new TreeMap<>(names));
	}

	/** Whether the expression of a mapping can name such an attribute. */
	public static boolean isAttribute(String name) {
		return name.matches("[A-Za-z_][A-Za-z0-9_]{0,49}");
	}

}
