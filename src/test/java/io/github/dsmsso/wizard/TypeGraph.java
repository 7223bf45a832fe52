package io.github.dsmsso.wizard;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/**
 * Which types of a part of the code use which; what is nested counts as what it is in.
 */
final class TypeGraph {

	private final Map<String, Set<String>> uses = new TreeMap<>();

	private final Map<String, Set<String>> namesByPackage = new TreeMap<>();

	private TypeGraph() {
	}

	/** Of what lies below a package; what is used outside of it is not looked at. */
	static TypeGraph of(String root, ImportOption which) {
		JavaClasses classes = ArchConfiguration
			.withThreadLocalScope((Function<ArchConfiguration, JavaClasses>) (scope) -> {
				scope.setResolveMissingDependenciesFromClassPath(false);
				return new ClassFileImporter().withImportOption(which).importPackages(root);
			});
		TypeGraph graph = new TypeGraph();
		classes.stream().filter((type) -> !type.getSimpleName().equals("package-info")).forEach(graph::add);
		graph.uses.forEach((type, used) -> used.retainAll(graph.uses.keySet()));
		return graph;
	}

	private void add(JavaClass type) {
		JavaClass top = top(type);
		this.namesByPackage.computeIfAbsent(top.getPackageName(), (name) -> new TreeSet<>()).add(top.getSimpleName());
		Set<String> used = this.uses.computeIfAbsent(top.getName(), (name) -> new HashSet<>());
		type.getDirectDependenciesFromSelf()
			.stream()
			.map(Dependency::getTargetClass)
			.map(JavaClass::getBaseComponentType)
			.map((target) -> top(target).getName())
			.filter((name) -> !name.equals(top.getName()))
			.forEach(used::add);
	}

	private static JavaClass top(JavaClass type) {
		return type.getEnclosingClass().map(TypeGraph::top).orElse(type);
	}

	/** All simple names. */
	Set<String> names() {
		return this.namesByPackage.values().stream().flatMap(Collection::stream).collect(Collectors.toSet());
	}

	/** The package with the most types in figures. */
	Map<String, ?> largestPackage() {
		Map.Entry<String, Set<String>> largest = this.namesByPackage.entrySet()
			.stream()
			.max(Comparator.comparing((entry) -> entry.getValue().size()))
			.orElseThrow();
		return new TreeMap<>(Map.of("name", largest.getKey(), "types", largest.getValue().size()));
	}

	/**
	 * The names of types of which each uses each other one, be it by way of others.
	 */
	List<Set<String>> circles() {
		Map<String, Set<String>> reached = new TreeMap<>();
		this.uses.keySet().forEach((type) -> reached.put(type, reachedFrom(type)));
		return reached.entrySet()
			.stream()
			.<Set<String>>map((from) -> from.getValue()
				.stream()
				.filter((type) -> reached.get(type).contains(from.getKey()))
				.map((type) -> type.substring(type.lastIndexOf('.') + 1))
				.collect(Collectors.toCollection(TreeSet::new)))
			.filter((circle) -> circle.size() > 1)
			.distinct()
			.toList();
	}

	private Set<String> reachedFrom(String type) {
		Set<String> reached = new HashSet<>();
		Deque<String> left = new ArrayDeque<>(this.uses.get(type));
		while (!left.isEmpty()) {
			String next = left.pop();
			if (reached.add(next)) {
				left.addAll(this.uses.get(next));
			}
		}
		return reached;
	}

}
