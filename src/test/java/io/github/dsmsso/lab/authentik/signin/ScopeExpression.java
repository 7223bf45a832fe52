package io.github.dsmsso.lab.authentik.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import org.jspecify.annotations.Nullable;

/**
 * The Python of scope mappings, as far as mappings for a NAS need it: assignments and one
 * {@code return} of texts, truth values, lists, objects, attributes of
 * {@code request.user}, {@code or}, {@code if … else …}, {@code .get(…)} and the like.
 */
final class ScopeExpression {

	private static final Pattern TOKEN = Pattern
		.compile("\\s*(#[^\\n]*|\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|[A-Za-z_][A-Za-z_0-9]*|[0-9]+|\\S)");

	/** An expression that the laboratory, or Python, does not understand. */
	static final class NotUnderstood extends RuntimeException {

		NotUnderstood(String message) {
			super(message);
		}

	}

	private final List<String> tokens = new ArrayList<>();

	private final Map<String, @Nullable Object> names = AuthentikJson.object("True", true, "False", false, "None",
			null);

	private int position;

	private ScopeExpression(String source, Map<String, @Nullable Object> user) {
		Matcher matcher = TOKEN.matcher(source);
		while (matcher.find()) {
			if (!matcher.group(1).startsWith("#")) {
				this.tokens.add(matcher.group(1));
			}
		}
		this.names.put("user", user);
		this.names.put("request", AuthentikJson.object("user", user));
	}

	/**
	 * The claims that a mapping returns.
	 * @throws NotUnderstood where authentik would raise an exception, or the laboratory
	 * knows too little Python
	 */
	static Map<String, @Nullable Object> evaluate(String source, Map<String, @Nullable Object> user) {
		Object result = new ScopeExpression(source, user).program();
		return claims(result);
	}

	private static Map<String, @Nullable Object> claims(@Nullable Object result) {
		if (!(result instanceof Map<?, ?> map)) {
			throw new NotUnderstood("A scope mapping must return a dictionary");
		}
		Map<String, @Nullable Object> claims = AuthentikJson.object();
		map.forEach((name, value) -> claims.put(String.valueOf(name), value));
		return claims;
	}

	private @Nullable Object program() {
		while (!peek().equals("return")) {
			String name = next();
			expect("=");
			this.names.put(name, expression());
		}
		expect("return");
		return expression();
	}

	private @Nullable Object expression() {
		Object value = alternatives();
		if (!accept("if")) {
			return value;
		}
		boolean holds = isTrue(alternatives());
		expect("else");
		Object otherwise = expression();
		return holds ? value : otherwise;
	}

	private @Nullable Object alternatives() {
		Object value = operand();
		while (accept("or")) {
			Object other = operand();
			value = isTrue(value) ? value : other;
		}
		return value;
	}

	private @Nullable Object operand() {
		Object value = primary();
		while (true) {
			if (accept(".")) {
				value = member(value, next());
			}
			else if (accept("[")) {
				value = element(value, expression());
				expect("]");
			}
			else {
				return value;
			}
		}
	}

	private @Nullable Object primary() {
		String token = next();
		if (token.startsWith("\"") || token.startsWith("'")) {
			return token.substring(1, token.length() - 1);
		}
		if (token.matches("[0-9]+")) {
			return Integer.valueOf(token);
		}
		return switch (token) {
			case "{" -> dictionary();
			case "[" -> list();
			case "(" -> parenthesised();
			default -> named(token);
		};
	}

	private @Nullable Object parenthesised() {
		Object value = expression();
		expect(")");
		return value;
	}

	private @Nullable Object named(String name) {
		if (!this.names.containsKey(name)) {
			throw new NotUnderstood("name '" + name + "' is not defined");
		}
		return this.names.get(name);
	}

	private Map<String, @Nullable Object> dictionary() {
		Map<String, @Nullable Object> dictionary = AuthentikJson.object();
		while (!accept("}")) {
			String key = String.valueOf(expression());
			expect(":");
			dictionary.put(key, expression());
			accept(",");
		}
		return dictionary;
	}

	private List<@Nullable Object> list() {
		if (peek().equals("group") && this.tokens.subList(this.position, this.tokens.size()).contains("for")) {
			return groupNames();
		}
		List<@Nullable Object> list = new ArrayList<>();
		while (!accept("]")) {
			list.add(expression());
			accept(",");
		}
		return list;
	}

	/** {@code [group.name for group in …]}, the one comprehension that mappings use. */
	private List<@Nullable Object> groupNames() {
		List.of("group", ".", "name", "for", "group", "in").forEach(this::expect);
		Object groups = expression();
		expect("]");
		return new ArrayList<>((List<?>) ((groups instanceof List<?>) ? groups : List.of()));
	}

	private @Nullable Object member(@Nullable Object value, String name) {
		if (accept("(")) {
			List<@Nullable Object> arguments = new ArrayList<>();
			while (!accept(")")) {
				arguments.add(expression());
				accept(",");
			}
			return called(value, name, arguments);
		}
		if (value instanceof Map<?, ?> map && map.containsKey(name)) {
			return map.get(name);
		}
		throw new NotUnderstood("no attribute '" + name + "'");
	}

	private static @Nullable Object called(@Nullable Object value, String name, List<@Nullable Object> arguments) {
		if (name.equals("get") && value instanceof Map<?, ?> map && !arguments.isEmpty()) {
			Object found = map.get(arguments.get(0));
			return (found != null || arguments.size() < 2) ? found : arguments.get(1);
		}
		if (name.equals("all") && value instanceof List<?>) {
			return value;
		}
		return switch (name) {
			case "group_attributes" -> Map.of();
			case "lower" -> String.valueOf(value).toLowerCase(Locale.ROOT);
			case "upper" -> String.valueOf(value).toUpperCase(Locale.ROOT);
			case "strip" -> String.valueOf(value).strip();
			case "split" -> List.of(String.valueOf(value).split(Pattern.quote(String.valueOf(arguments.get(0))), -1));
			default -> throw new NotUnderstood("no method '" + name + "'");
		};
	}

	private static @Nullable Object element(@Nullable Object value, @Nullable Object key) {
		if (value instanceof List<?> list && key instanceof Integer index && index < list.size()) {
			return list.get(index);
		}
		if (value instanceof Map<?, ?> map && map.containsKey(key)) {
			return map.get(key);
		}
		throw new NotUnderstood("no element '" + key + "'");
	}

	private static boolean isTrue(@Nullable Object value) {
		return value != null && !value.equals(false) && !value.equals("") && !value.equals(0)
				&& !value.equals(List.of()) && !value.equals(Map.of());
	}

	private String peek() {
		return (this.position < this.tokens.size()) ? this.tokens.get(this.position) : "";
	}

	private String next() {
		if (this.position >= this.tokens.size()) {
			throw new NotUnderstood("unexpected end");
		}
		return this.tokens.get(this.position++);
	}

	private boolean accept(String token) {
		boolean there = peek().equals(token);
		this.position += there ? 1 : 0;
		return there;
	}

	private void expect(String token) {
		if (!accept(token)) {
			throw new NotUnderstood("expected '" + token + "', found '" + peek() + "'");
		}
	}

}
