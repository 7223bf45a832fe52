package io.github.dsmsso.lab.authentik.blueprints;

import java.util.IllegalFormatException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import io.github.dsmsso.lab.authentik.blueprints.BlueprintScope.Deferred;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * YAML with the tags of blueprints, as far as clients write them: those for loops, files,
 * whole objects and JSON within YAML are refused like any unknown tag.
 */
final class BlueprintTags extends SafeConstructor {

	private static final Pattern PLACE = Pattern.compile("%[sd]");

	/** What a tag makes of its arguments, whose own tags are not resolved yet. */
	@FunctionalInterface
	private interface Meaning {

		@Nullable Object of(List<?> arguments, BlueprintScope scope);

	}

	private BlueprintTags() {
		super(new LoaderOptions());
		define("!KeyOf", 1, (arguments, scope) -> scope.keyOf(text(arguments, scope)));
		define("!Find", 2, BlueprintTags::found);
		define("!Context", 1, (arguments, scope) -> scope.context(text(arguments, scope), second(arguments)));
		// Nothing is set in the laboratory's environment.
		define("!Env", 1, (arguments, scope) -> scope.resolved(second(arguments)));
		define("!Format", 1, BlueprintTags::formatted);
		define("!If", 1, BlueprintTags::chosen);
		define("!Condition", 2, BlueprintTags::holds);
	}

	/**
	 * What the text says, with tags yet to be resolved.
	 * @throws InvalidEntry if it is no YAML, or has an unknown tag
	 */
	static @Nullable Object read(String yaml) {
		try {
			return new Yaml(new BlueprintTags()).load(yaml);
		}
		catch (MarkedYAMLException ex) {
			throw new InvalidEntry(Objects.toString(ex.getProblem()));
		}
		catch (YAMLException ex) {
			throw new InvalidEntry(Objects.toString(ex.getMessage()));
		}
	}

	private void define(String tag, int least, Meaning meaning) {
		this.yamlConstructors.put(new Tag(tag), new AbstractConstruct() {

			@Override
			public Object construct(Node node) {
				List<?> arguments = arguments(node);
				if (arguments.size() < least) {
					throw new InvalidEntry(tag + " needs more than it is given");
				}
				return (Deferred) (scope) -> meaning.of(arguments, scope);
			}

		});
	}

	private List<?> arguments(Node node) {
		if (node instanceof SequenceNode sequence) {
			return constructSequence(sequence);
		}
		return (node instanceof ScalarNode scalar) ? List.of(scalar.getValue()) : List.of();
	}

	private static String text(List<?> arguments, BlueprintScope scope) {
		return Objects.toString(scope.resolved(arguments.get(0)));
	}

	private static @Nullable Object second(List<?> arguments) {
		return (arguments.size() > 1) ? arguments.get(1) : null;
	}

	private static @Nullable Object found(List<?> arguments, BlueprintScope scope) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		for (Object condition : scope.resolved(arguments.subList(1, arguments.size()))) {
			if (!(condition instanceof List<?> pair) || pair.size() != 2) {
				throw InvalidEntry.because("Find: each condition is a field and its value");
			}
			values.put(Objects.toString(pair.get(0)), pair.get(1));
		}
		return scope.find(text(arguments, scope), values);
	}

	/** Python's formatting, as far as texts and whole numbers go. */
	private static Object formatted(List<?> arguments, BlueprintScope scope) {
		String format = text(arguments, scope);
		List<@Nullable Object> values = scope.resolved(arguments.subList(1, arguments.size()));
		if (PLACE.matcher(format.replace("%%", "")).results().count() != values.size()) {
			throw InvalidEntry.because("Format: there is not a value for each place");
		}
		try {
			return String.format(Locale.ROOT, format, values.toArray());
		}
		catch (IllegalFormatException ex) {
			throw InvalidEntry.because("Format: " + ex.getMessage());
		}
	}

	/** Only what is chosen is resolved. */
	private static @Nullable Object chosen(List<?> arguments, BlueprintScope scope) {
		boolean condition = scope.isTrue(arguments.get(0));
		if (arguments.size() < 3) {
			return condition;
		}
		return scope.resolved(arguments.get(condition ? 1 : 2));
	}

	private static Object holds(List<?> arguments, BlueprintScope scope) {
		List<@Nullable Object> values = scope.resolved(arguments.subList(1, arguments.size()));
		long truths = values.stream().filter(scope::isTrue).count();
		String mode = text(arguments, scope).toUpperCase(Locale.ROOT);
		return switch (mode) {
			case "AND" -> truths == values.size();
			case "NAND" -> truths != values.size();
			case "OR" -> truths > 0;
			case "NOR" -> truths == 0;
			case "XOR" -> truths % 2 == 1;
			case "XNOR" -> truths % 2 == 0;
			default -> areEqual(mode, values, scope);
		};
	}

	private static boolean areEqual(String mode, List<@Nullable Object> values, BlueprintScope scope) {
		if (!scope.has(Behaviour.EQUALITY_CONDITIONS) || !List.of("EQ", "NEQ").contains(mode)) {
			throw InvalidEntry.because("'" + mode + "'");
		}
		return (values.stream().distinct().count() == 1) == mode.equals("EQ");
	}

}
