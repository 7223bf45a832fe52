package io.github.dsmsso.lab.authentik.store;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What Python calls the types of JSON; error texts tell. */
public final class PythonTypes {

	private PythonTypes() {
	}

	public static String nameOf(@Nullable Object value) {
		if (value == null) {
			return "NoneType";
		}
		if (value instanceof String) {
			return "str";
		}
		if (value instanceof Boolean) {
			return "bool";
		}
		if (value instanceof List) {
			return "list";
		}
		if (value instanceof Map) {
			return "dict";
		}
		return (value instanceof Double) ? "float" : "int";
	}

}
