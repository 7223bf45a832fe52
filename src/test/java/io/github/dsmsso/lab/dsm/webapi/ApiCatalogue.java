package io.github.dsmsso.lab.dsm.webapi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The methods of all APIs: in which versions, for whom, and what they do. */
public final class ApiCatalogue {

	private final Map<String, List<ApiMethod>> methods = new HashMap<>();

	public Api api(String name) {
		return new Api(this.methods.computeIfAbsent(name, (ignored) -> new ArrayList<>()));
	}

	Optional<ApiMethod> find(String api, String method, int version) {
		return this.methods.getOrDefault(api, List.of())
			.stream()
			.filter((candidate) -> candidate.name().equals(method) && candidate.existsIn(version))
			.findFirst();
	}

	/** Who may call a method. */
	public enum Access {

		/** Anyone, with or without a session. */
		ANYONE,
		/** Whoever has a session. */
		USERS,
		/** Members of the group administrators. */
		ADMINISTRATORS

	}

	/** A method of an API. */
	record ApiMethod(String name, int from, int to, Access access, Function<ApiCall, ApiAnswer> action) {

		boolean existsIn(int version) {
			return version >= this.from && version <= this.to;
		}

	}

	/** An API whose methods are being entered. */
	public record Api(List<ApiMethod> methods) {

		public Api anyone(String method, Function<ApiCall, ApiAnswer> action) {
			return in(1, 99, method, Access.ANYONE, action);
		}

		public Api users(String method, Function<ApiCall, ApiAnswer> action) {
			return in(1, 99, method, Access.USERS, action);
		}

		public Api administrators(String method, Function<ApiCall, ApiAnswer> action) {
			return in(1, 99, method, Access.ADMINISTRATORS, action);
		}

		public Api in(int from, int to, String method, Access access, Function<ApiCall, ApiAnswer> action) {
			this.methods.add(new ApiMethod(method, from, to, access, action));
			return this;
		}

	}

}
