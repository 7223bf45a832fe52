package io.github.dsmsso.lab.dsm.protocol;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A refusal of the WebAPI: a code and, for some codes, what DSM says about it. */
public final class DsmError extends RuntimeException {

	private final int code;

	private final transient @Nullable Object errors;

	public DsmError(int code) {
		this(code, null);
	}

	public DsmError(int code, @Nullable Object errors) {
		super("DSM error " + code);
		this.code = code;
		this.errors = errors;
	}

	/** A parameter that is missing. */
	static DsmError required(String parameter) {
		return new DsmError(120, Json.object("name", parameter, "reason", "required"));
	}

	/** A parameter of another type than DSM wants. */
	static DsmError wrongType(String parameter) {
		return new DsmError(120, Json.object("name", parameter, "reason", "type"));
	}

	/** A parameter whose value DSM does not know. */
	public static DsmError invalid(String parameter) {
		return new DsmError(120, Json.object("name", parameter, "reason", "condition"));
	}

	public int code() {
		return this.code;
	}

	public Map<String, @Nullable Object> body() {
		return (this.errors != null) ? Json.object("code", this.code, "errors", this.errors)
				: Json.object("code", this.code);
	}

}
