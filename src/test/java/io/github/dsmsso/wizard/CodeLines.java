package io.github.dsmsso.wizard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

/**
 * How long classes and methods are, in lines that hold more than blanks and comments. A
 * class is counted with everything inside of it; a method where it has a body, a
 * constructor likewise.
 */
final class CodeLines {

	private static final Pattern TEXTS_AND_COMMENTS = Pattern
		.compile("\"\"\"[\\s\\S]*?\"\"\"|\"[^\"\\\\\n]*(?:\\\\.[^\"\\\\\n]*)*\"|'(?:\\\\.|[^'\\\\])[^']*'"
				+ "|/\\*[\\s\\S]*?\\*/|//[^\n]*");

	private final List<Length> classes = new ArrayList<>();

	private final List<Length> methods = new ArrayList<>();

	private CodeLines() {
	}

	/** The lengths of everything below a folder with sources. */
	static CodeLines below(Path folder) {
		CodeLines lines = new CodeLines();
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
				Stream<Path> files = Files.walk(folder)) {
			List<Path> sources = files
				.filter((file) -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
				.toList();
			JavacTask task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null,
					manager.getJavaFileObjectsFromPaths(sources));
			SourcePositions positions = Trees.instance(task).getSourcePositions();
			for (CompilationUnitTree unit : task.parse()) {
				lines.count(unit, positions);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return lines;
	}

	private void count(CompilationUnitTree unit, SourcePositions positions) throws IOException {
		String name = Path.of(unit.getSourceFile().getName()).getFileName().toString().replace(".java", "");
		String code = TEXTS_AND_COMMENTS.matcher(unit.getSourceFile().getCharContent(true))
			.replaceAll((found) -> found.group().startsWith("/") ? found.group().replaceAll("\\S", " ")
					: found.group().replaceAll("\\S", "x"));
		unit.getTypeDecls().forEach((type) -> this.classes.add(new Length(name, lines(code, type, unit, positions))));
		new TreeScanner<Void, Void>() {

			@Override
			public Void visitMethod(MethodTree method, Void nothing) {
				if (method.getBody() != null) {
					CodeLines.this.methods
						.add(new Length(name + "." + method.getName(), lines(code, method, unit, positions)));
				}
				return super.visitMethod(method, nothing);
			}

		}.scan(unit, null);
	}

	private static int lines(String code, Tree tree, CompilationUnitTree unit, SourcePositions positions) {
		int start = (int) positions.getStartPosition(unit, tree);
		int end = (int) positions.getEndPosition(unit, tree);
		return (int) code.substring(start, end).lines().filter((line) -> !line.isBlank()).count();
	}

	/** The lengths of classes in figures. */
	Map<String, ?> ofClasses() {
		return figures(this.classes);
	}

	/** The lengths of methods in figures. */
	Map<String, ?> ofMethods() {
		return figures(this.methods);
	}

	private static Map<String, ?> figures(List<Length> lengths) {
		List<Length> sorted = lengths.stream().sorted(Comparator.comparing(Length::lines)).toList();
		Length longest = sorted.get(sorted.size() - 1);
		return new TreeMap<>(Map.of("number", sorted.size(), "median", sorted.get(sorted.size() / 2).lines(), "longest",
				longest.lines(), "name of the longest", longest.name()));
	}

	private record Length(String name, int lines) {

	}

}
