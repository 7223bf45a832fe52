package io.github.dsmsso.wizard.command;

import java.util.Arrays;
import java.util.List;

import io.github.dsmsso.wizard.http.Peer;
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

	/** Whether the output is for a machine. */
	boolean isForMachines() {
		return isForMachines(this.options);
	}

	static boolean isForMachines(ApplicationArguments options) {
		return "json".equals(value(options, "output"));
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

	static @Nullable String value(ApplicationArguments options, String name) {
		List<String> values = options.getOptionValues(name);
		return (values == null || values.isEmpty()) ? null : values.get(values.size() - 1);
	}

	/** What is printed for people before a line about one NAS of several. */
	String prefix(ConnectionEntry entry) {
		return this.isOfSeveral ? entry.nas().address() + "  " : "";
	}

	/** How an address is written in what a command prints. */
	static String address(Peer peer) {
		return peer.address().toString();
	}

}
