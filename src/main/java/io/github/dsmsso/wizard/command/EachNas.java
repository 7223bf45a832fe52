package io.github.dsmsso.wizard.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.dsmsso.wizard.command.Command.Result;
import io.github.dsmsso.wizard.connection.Connections;
import io.github.dsmsso.wizard.plan.StateReader;
import io.github.dsmsso.wizard.shared.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ApplicationArguments;
import org.springframework.stereotype.Component;

/**
 * Carries a command out for each NAS of its connection files: several at a time, each by
 * itself, and what is wrong with one stops no other.
 */
@Component
class EachNas {

	/** How many NAS are dealt with at a time, where nothing else is said. */
	private static final int SIDE_BY_SIDE = 8;

	private static final int MOST_SIDE_BY_SIDE = 64;

	private final Connections connections;

	private final StateReader reader;

	private final ProblemReport problems;

	EachNas(Connections connections, StateReader reader, ProblemReport problems) {
		this.connections = connections;
		this.reader = reader;
		this.problems = problems;
	}

	/**
	 * Does it.
	 * @return the exit code: that of the worst
	 */
	int run(Command command, ApplicationArguments options, Secrets secrets, Console console) {
		List<Integer> codes = new ArrayList<>();
		List<ConnectionEntry> entries = entries(options, () -> codes.add(command.failure()), console);
		Invocation invocation = new Invocation(options, secrets, new SharedAuthentik(this.connections, this.reader),
				console, entries.size() + codes.size() > 1);
		Map<ConnectionEntry, Result> results = run(command, entries, invocation);
		results.values().forEach((result) -> codes.add(result.code()));
		if (invocation.isOfSeveral() && !invocation.isForMachines()) {
			console.print(table(results));
		}
		try {
			command.finish(results.values().stream().filter(Result::isDone).toList(), invocation);
		}
		catch (CommandException ex) {
			console.complain(ex.getMessage() + System.lineSeparator());
			codes.add(command.failure());
		}
		return codes.stream().max(Comparator.comparing(command.codes()::indexOf)).orElseThrow();
	}

	private static List<ConnectionEntry> entries(ApplicationArguments options, Runnable failed, Console console) {
		List<ConnectionEntry> entries = new ArrayList<>();
		for (String path : Objects.requireNonNullElse(options.getOptionValues("connection"), List.<String>of())) {
			try {
				entries.addAll(ConnectionFile.read(path).entries());
			}
			catch (CommandException ex) {
				console.complain(ex.getMessage() + System.lineSeparator());
				failed.run();
			}
		}
		return entries.stream().distinct().toList();
	}

	private Map<ConnectionEntry, Result> run(Command command, List<ConnectionEntry> entries, Invocation invocation) {
		int threads = Math.min(MOST_SIDE_BY_SIDE,
				Integer.parseInt(Invocation.valueOr(invocation.options(), "parallel", String.valueOf(SIDE_BY_SIDE))));
		ExecutorService side = Executors.newFixedThreadPool(threads);
		try {
			Map<ConnectionEntry, Future<Result>> running = new LinkedHashMap<>();
			entries.forEach((entry) -> running.put(entry, side.submit(() -> {
				Result result = attempt(command, entry, invocation);
				tell(entry, result, invocation);
				return result;
			})));
			Map<ConnectionEntry, Result> results = new LinkedHashMap<>();
			running.forEach((entry, result) -> results.put(entry, await(result)));
			return results;
		}
		finally {
			side.shutdown();
		}
	}

	private Result attempt(Command command, ConnectionEntry entry, Invocation invocation) {
		try {
			return command.run(entry, invocation);
		}
		catch (ProblemException ex) {
			return failed(command, entry, this.problems.text(ex.problem()), this.problems.facts(ex.problem()));
		}
		catch (CommandException ex) {
			String why = String.valueOf(ex.getMessage());
			return failed(command, entry, why, Map.of("id", "command.refused", "text", why));
		}
		catch (RuntimeException ex) {
			String why = "Something happened that the wizard does not know: " + ex.getClass().getName();
			return failed(command, entry, why, Map.of("id", "command.unexpected", "text", why));
		}
	}

	private static Result failed(Command command, ConnectionEntry entry, String why, Map<String, Object> problem) {
		Map<String, @Nullable Object> facts = entry.facts();
		facts.put("problem", problem);
		return Result.failed(command.failure(), why, facts);
	}

	/** What could not be done is told beside the results, with the NAS it is about. */
	private static void tell(ConnectionEntry entry, Result result, Invocation invocation) {
		if (!result.isDone()) {
			invocation.console().complain(invocation.prefix(entry) + result.text());
		}
		if (invocation.isForMachines()) {
			invocation.console().print(result.facts());
		}
		else if (result.isDone()) {
			String head = invocation.isOfSeveral() ? "== " + entry.nas().address() + System.lineSeparator() : "";
			invocation.console().print(head + result.text());
		}
	}

	private static String table(Map<ConnectionEntry, Result> results) {
		int width = results.keySet().stream().mapToInt((entry) -> entry.nas().address().length()).max().orElse(0);
		StringBuilder table = new StringBuilder(
				String.format("%n%-" + Math.max(3, width) + "s  code  result%n", "NAS"));
		results.forEach((entry, result) -> table
			.append(String.format("%-" + width + "s  %4d  %s%n", entry.nas().address(), result.code(), result.word())));
		return table.toString();
	}

	private static Result await(Future<Result> result) {
		try {
			return result.get();
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
