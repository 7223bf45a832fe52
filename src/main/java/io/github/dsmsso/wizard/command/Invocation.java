package io.github.dsmsso.wizard.command;

import java.util.Arrays;
import java.util.List;

import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.shared.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ApplicationArguments;

/**
 * What was asked for on the command line, and what all NAS of one command share.
 *
 * @param options the options as they were typed
 * @param secrets where secrets come from
 * @param authentik authentik for all of them
 * @param console where results go
 * @param isOfSeveral whether it is about more than one NAS
 */
record Invocation(ApplicationArguments options, Secrets secrets, SharedAuthentik authentik, Console console,
		boolean isOfSeveral) {

	/** The option that names the risks of a plan that somebody accepts. */
	static final String ACKNOWLEDGE = "acknowledge";

	/** Whether the output is for a machine. */
	boolean isForMachines() {
		return "json".equals(option("output"));
	}

	/** An option that may be missing. */
	@Nullable String option(String name) {
		return value(this.options, name);
	}

	/** An option that has to be there; the command requires it. */
	String require(String name) {
		return String.valueOf(option(name));
	}

	/** An option with values between commas, or given more than once. */
	List<String> list(String name) {
		List<String> values = this.options.getOptionValues(name);
		return (values == null) ? List.of()
				: values.stream()
					.flatMap((value) -> Arrays.stream(value.split(",")))
					.map(String::strip)
					.filter((value) -> !value.isEmpty())
					.toList();
	}

	/**
	 * The risks that were accepted.
	 * @throws CommandException where a plan has others: it says which, as a page would
	 * have a box for each
	 */
	List<String> acknowledged(Plan plan) {
		List<String> acknowledged = list(ACKNOWLEDGE);
		List<String> open = plan.risks()
			.stream()
			.map(Problem::code)
			.filter((risk) -> !acknowledged.contains(risk))
			.distinct()
			.toList();
		if (!open.isEmpty()) {
			throw new CommandException("The plan has risks that nobody has accepted. Nothing was changed. Read them in "
					+ "the plan; if you accept them, add --acknowledge=" + String.join(",", open));
		}
		return acknowledged;
	}

	static @Nullable String value(ApplicationArguments options, String name) {
		List<String> values = options.getOptionValues(name);
		return (values == null || values.isEmpty()) ? null : values.get(values.size() - 1);
	}

	static String valueOr(ApplicationArguments options, String name, String otherwise) {
		String value = value(options, name);
		return (value != null) ? value : otherwise;
	}

	/** What is printed for people before a line about one NAS of several. */
	String prefix(ConnectionEntry entry) {
		return this.isOfSeveral ? entry.nas().address() + "  " : "";
	}

}
