package io.github.dsmsso.wizard.authentik;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The attributes of a user as authentik holds them. They are written as a whole.
 *
 * @param user the key of the user
 * @param values what they hold, by name: texts, numbers, truth values, lists and objects
 */
public record UserAttributes(int user, Map<String, @Nullable Object> values) {

	public UserAttributes {
		values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
	}

	/** The text that one holds; null where it is not there. */
	public @Nullable String text(String name) {
		return (this.values.get(name) instanceof String text) ? text : null;
	}

	/** Whether one is there and holds something else than a text. */
	public boolean holdsNoText(String name) {
		return this.values.containsKey(name) && !(this.values.get(name) instanceof String);
	}

	/**
	 * The same with one of them changed.
	 * @param text what it is to hold; null where it is to go
	 */
	public UserAttributes with(String name, @Nullable String text) {
		Map<String, @Nullable Object> changed = new LinkedHashMap<>(this.values);
		if (text != null) {
			changed.put(name, text);
		}
		else {
			changed.remove(name);
		}
		return new UserAttributes(this.user, changed);
	}

	/** The one of them, as if there were no others. */
	public UserAttributes only(String name) {
		return new UserAttributes(this.user,
				this.values.containsKey(name) ? Collections.singletonMap(name, this.values.get(name)) : Map.of());
	}

}
