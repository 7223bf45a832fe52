package io.github.dsmsso.lab.conformance;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.AuthentikSimulator;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;

/**
 * What the laboratory's authentik can be asked in any of its releases. What the wizard
 * asks is among it, for all that it says is tried there.
 */
final class PlayedOperations {

	private static final List<AuthentikSimulator> RELEASES = AuthentikVersion.all()
		.stream()
		.map(DemoAuthentik::world)
		.map(AuthentikSimulator::new)
		.toList();

	private static final Map<String, Set<String>> METHODS = new ConcurrentHashMap<>();

	private PlayedOperations() {
	}

	/**
	 * Whether there is an operation.
	 * @param path the path behind {@code /api/v3}, with its {@code {variables}}
	 */
	static boolean include(String method, String path) {
		return METHODS.computeIfAbsent(path, PlayedOperations::methods).contains(method.toUpperCase(Locale.ROOT));
	}

	private static Set<String> methods(String path) {
		return RELEASES.stream()
			.map((authentik) -> authentik.handle(question(path)))
			.filter((answer) -> answer.status() == 200)
			.flatMap(PlayedOperations::allowed)
			.collect(Collectors.toSet());
	}

	/** Of any path that it has, authentik tells what can be done there. */
	private static LabRequest question(String path) {
		return LabRequest.of("OPTIONS", "/api/v3" + path.replaceAll("\\{[^}]*}", "1"),
				Map.of("Authorization", List.of("Bearer " + DemoAuthentik.API_TOKEN), "Host", List.of("auth.example")),
				new byte[0]);
	}

	private static Stream<String> allowed(LabResponse answer) {
		return answer.headers()
			.getOrDefault("Allow", List.of())
			.stream()
			.flatMap((methods) -> Stream.of(methods.split(", ")));
	}

}
