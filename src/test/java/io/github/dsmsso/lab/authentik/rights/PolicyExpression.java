package io.github.dsmsso.lab.authentik.rights;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.dsmsso.lab.authentik.releases.AuthentikAssumption;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.world.AuthentikPeople;

/**
 * The Python of expression policies, as far as the laboratory plays it: one
 * {@code return} of a truth value, of a comparison of the user name, or of a membership
 * in a group, each with {@code not} or without. Everything else acts as what raises an
 * exception, see {@link AuthentikAssumption#OTHER_EXPRESSIONS_FAIL}.
 */
public final class PolicyExpression {

	/** Lets everybody pass. */
	public static final String ALLOWS_ALL = "return True";

	/** Lets nobody pass. */
	public static final String DENIES_ALL = "return False";

	/** Raises an exception, so that the binding's {@code failure_result} counts. */
	public static final String FAILS = "return request.nothing.of.the.kind";

	private static final Pattern TRUTH = Pattern.compile("True|False");

	private static final Pattern NAME = Pattern.compile("request\\.user\\.username\\s*==\\s*([\"'])(.*)\\1");

	private static final Pattern NAMES = Pattern.compile("request\\.user\\.username\\s+in\\s+\\[(.*)]");

	private static final Pattern MEMBER = Pattern
		.compile("ak_is_group_member\\(\\s*request\\.user\\s*,\\s*name\\s*=\\s*([\"'])(.*)\\1\\s*\\)");

	private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

	/** What a policy does that cannot be evaluated. */
	static final class Failed extends RuntimeException {

		Failed() {
			super("The expression cannot be evaluated", null, false, false);
		}

	}

	private final AuthentikPeople people;

	PolicyExpression(AuthentikPeople people) {
		this.people = people;
	}

	/** Lets these users pass and nobody else. */
	public static String allowsUsers(String... usernames) {
		return Arrays.stream(usernames)
			.map((name) -> '"' + name + '"')
			.collect(Collectors.joining(", ", "return request.user.username in [", "]"));
	}

	/** Lets the members of a group pass, and of the groups below it. */
	public static String allowsMembersOf(String group) {
		return "return ak_is_group_member(request.user, name=\"" + group + "\")";
	}

	/**
	 * Whether the user passes.
	 * @throws Failed where authentik would raise an exception, or the laboratory knows
	 * too little Python
	 */
	boolean passes(String expression, Row user) {
		String returned = returned(expression);
		return returned.startsWith("not ") ? !holds(returned.substring(4).strip(), user) : holds(returned, user);
	}

	private static String returned(String expression) {
		String code = expression.lines()
			.map(String::strip)
			.filter((line) -> !line.isEmpty() && !line.startsWith("#"))
			.collect(Collectors.joining("\n"));
		if (!code.startsWith("return ")) {
			throw new Failed();
		}
		return code.substring("return ".length()).strip();
	}

	private boolean holds(String condition, Row user) {
		if (TRUTH.matcher(condition).matches()) {
			return condition.equals("True");
		}
		Matcher name = NAME.matcher(condition);
		if (name.matches()) {
			return user.is("username", name.group(2));
		}
		Matcher names = NAMES.matcher(condition);
		if (names.matches()) {
			return texts(names.group(1)).contains(user.text("username"));
		}
		return isMember(MEMBER.matcher(condition), user);
	}

	private static List<String> texts(String list) {
		return TEXT.matcher(list)
			.results()
			.map((text) -> (text.group(1) != null) ? text.group(1) : text.group(2))
			.toList();
	}

	private boolean isMember(Matcher member, Row user) {
		if (!member.matches()) {
			throw new Failed();
		}
		return this.people.allGroupsOf(user).stream().anyMatch((group) -> group.is("name", member.group(2)));
	}

}
