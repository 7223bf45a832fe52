package io.github.dsmsso.lab.authentik.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/**
 * Which path leads where; fixed words win over variables because they are added first.
 */
public final class Routes {

	/** What answers at one path. */
	@FunctionalInterface
	public interface Endpoint {

		LabResponse answer(Call call);

	}

	/** A path of the API with its methods. */
	public record Route(List<String> segments, Map<String, Endpoint> endpoints, boolean isPublic) {

		@Nullable Map<String, String> match(List<String> path) {
			if (path.size() != this.segments.size()) {
				return null;
			}
			Map<String, String> variables = new LinkedHashMap<>();
			for (int i = 0; i < path.size(); i++) {
				String segment = this.segments.get(i);
				if (segment.startsWith("{")) {
					variables.put(segment.substring(1, segment.length() - 1), path.get(i));
				}
				else if (!segment.equals(path.get(i))) {
					return null;
				}
			}
			return variables;
		}

		/** HEAD is answered as GET is. */
		public Optional<Endpoint> endpoint(String method) {
			return Optional.ofNullable(this.endpoints.get(method.equals("HEAD") ? "GET" : method));
		}

		/** In the order in which Django REST framework tells them. */
		public String allowed() {
			return Stream.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
				.filter((method) -> method.equals("OPTIONS") || endpoint(method).isPresent())
				.collect(Collectors.joining(", "));
		}

	}

	/** A route that a path led to. */
	public record Match(Route route, Map<String, String> variables) {
	}

	private final List<Route> routes = new ArrayList<>();

	/**
	 * Adds a path.
	 * @param template the path with its slashes and {@code {variables}}
	 */
	public Routes add(String method, String template, Endpoint endpoint) {
		return add(method, template, endpoint, false);
	}

	/** Adds a path that needs no credentials. */
	public Routes addPublic(String method, String template, Endpoint endpoint) {
		return add(method, template, endpoint, true);
	}

	private Routes add(String method, String template, Endpoint endpoint, boolean isPublic) {
		List<String> segments = segments(template);
		Route route = this.routes.stream()
			.filter((known) -> known.segments().equals(segments))
			.findFirst()
			.orElseGet(() -> new Route(segments, new LinkedHashMap<>(), isPublic));
		route.endpoints().put(method, endpoint);
		if (!this.routes.contains(route)) {
			this.routes.add(route);
		}
		return this;
	}

	public Optional<Match> match(String path) {
		List<String> segments = segments(path);
		for (Route route : this.routes) {
			Map<String, String> variables = route.match(segments);
			if (variables != null && variables.values().stream().noneMatch(String::isEmpty)) {
				return Optional.of(new Match(route, variables));
			}
		}
		return Optional.empty();
	}

	/** With a trailing slash the last segment is empty, so that the slash counts. */
	private static List<String> segments(String path) {
		return List.of(path.split("/", -1));
	}

}
