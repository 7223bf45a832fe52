package io.github.dsmsso.wizard.command;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.dsmsso.wizard.shared.ProblemException;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/**
 * The command line of the same jar: {@code check|plan --connection=FILE [--output=json]}.
 * No web server starts. Spring's own reading of arguments does for two commands with two
 * options.
 */
public final class CommandLine {

	private static final Set<String> COMMANDS = Set.of("check", "plan", "help", "--help", "-h");

	private static final Set<String> OPTIONS = Set.of("connection", "output");

	private static final int USAGE = 64;

	private static final int SIDE_BY_SIDE = 8;

	private static final String HELP = """
			Usage: java -jar dsm-sso-wizard.jar [check|plan] --connection=FILE... [--output=json]

			Without a command, the wizard starts and prints the address to open in a browser.

			check  looks whether a connection holds.
			       0 right, 1 wrong, 2 doubtful, 3 could not look
			plan   tells what the wizard would change, and changes nothing.
			       0 nothing to change, 1 failed, 2 changes

			With several files, each is done by itself and the exit code is that of the worst.

			Secrets come from the environment: AUTHENTIK_TOKEN, DSM_PASSWORD and, for an account with a
			second factor, DSM_OTP_CODE; or from files: AUTHENTIK_TOKEN_FILE and so on.
			""";

	private CommandLine() {
	}

	/** Whether a command is asked for, and no web server. */
	public static boolean isAskedFor(String... arguments) {
		return arguments.length > 0 && COMMANDS.contains(arguments[0]);
	}

	/**
	 * Carries out what is asked for.
	 * @param basics the configuration that has the clock and the like
	 * @param out where the result goes
	 * @param err where it is said why there is none
	 * @return the exit code
	 */
	public static int run(Class<?> basics, PrintStream out, PrintStream err, String... arguments) {
		return run(basics, Secrets.ofThisProcess(), out, err, arguments);
	}

	static int run(Class<?> basics, Secrets secrets, PrintStream out, PrintStream err, String... arguments) {
		String name = arguments[0];
		if (name.endsWith("-h") || name.endsWith("help")) {
			out.print(HELP);
			return 0;
		}
		ApplicationArguments options = new DefaultApplicationArguments(arguments);
		if (!areUnderstood(options)) {
			err.print(HELP);
			return USAGE;
		}
		try (ConfigurableApplicationContext context = start(basics)) {
			return run(command(context, name), options, secrets, context.getBean(Sentences.class), out, err);
		}
	}

	private static boolean areUnderstood(ApplicationArguments options) {
		List<String> output = options.containsOption("output") ? options.getOptionValues("output") : List.of("text");
		return options.getNonOptionArgs().size() == 1 && OPTIONS.containsAll(options.getOptionNames())
				&& options.containsOption("connection") && !options.getOptionValues("connection").isEmpty()
				&& (output.equals(List.of("text")) || output.equals(List.of("json")));
	}

	private static Command command(ConfigurableApplicationContext context, String name) {
		return context.getBeansOfType(Command.class)
			.values()
			.stream()
			.filter((command) -> command.name().equals(name))
			.findFirst()
			.orElseThrow();
	}

	/** Each file by itself; what is wrong with one stops no other. */
	private static int run(Command command, ApplicationArguments options, Secrets secrets, Sentences sentences,
			PrintStream out, PrintStream err) {
		boolean json = options.containsOption("output") && options.getOptionValues("output").contains("json");
		List<String> files = options.getOptionValues("connection");
		ExecutorService side = Executors.newFixedThreadPool(SIDE_BY_SIDE);
		try {
			List<Future<Integer>> codes = files.stream().map((file) -> side.submit(() -> {
				Command.Result result = attempt(command, file, secrets, json, sentences);
				boolean isNamed = files.size() > 1 && !(json && result.isDone());
				tell(result, isNamed ? file : "", out, err);
				return result.code();
			})).toList();
			return codes.stream()
				.map(CommandLine::await)
				.max(Comparator.comparing(command.codes()::indexOf))
				.orElseThrow();
		}
		finally {
			side.shutdown();
		}
	}

	private static Command.Result attempt(Command command, String file, Secrets secrets, boolean json,
			Sentences sentences) {
		try {
			return command.run(ConnectionFile.read(Path.of(file)), secrets, json);
		}
		catch (ProblemException ex) {
			return failed(command, sentences.of(ex.problem()));
		}
		catch (CommandException ex) {
			return failed(command, String.valueOf(ex.getMessage()));
		}
		catch (InvalidPathException ex) {
			return failed(command, "--connection is not the path of a file.");
		}
		catch (RuntimeException ex) {
			return failed(command, "Something happened that the wizard does not know: " + ex.getClass().getName());
		}
	}

	private static Command.Result failed(Command command, String why) {
		return new Command.Result(command.failure(), why + System.lineSeparator(), false);
	}

	/** What could not be done is told beside the results, with the file it is about. */
	private static synchronized void tell(Command.Result result, String file, PrintStream out, PrintStream err) {
		String head = file.isEmpty() ? "" : "== " + file + System.lineSeparator();
		(result.isDone() ? out : err).print(head + result.output());
	}

	private static int await(Future<Integer> code) {
		try {
			return code.get();
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static ConfigurableApplicationContext start(Class<?> basics) {
		return new SpringApplicationBuilder(Rooms.class, basics).web(WebApplicationType.NONE)
			.properties("logging.threshold.console=OFF", "spring.main.banner-mode=off")
			.run();
	}

	/** Everything below the pages that looks, and nothing that writes. */
	@ImportAutoConfiguration(MessageSourceAutoConfiguration.class)
	@ConfigurationPropertiesScan("io.github.dsmsso.wizard.http")
	@ComponentScan({ "io.github.dsmsso.wizard.http", "io.github.dsmsso.wizard.oidc", "io.github.dsmsso.wizard.dsm",
			"io.github.dsmsso.wizard.authentik", "io.github.dsmsso.wizard.connection",
			"io.github.dsmsso.wizard.accounts", "io.github.dsmsso.wizard.plan", "io.github.dsmsso.wizard.verify",
			"io.github.dsmsso.wizard.command" })
	static class Rooms {

	}

}
