package io.github.dsmsso.wizard.command;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

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

	private static final String HELP = """
			Usage: java -jar dsm-sso-wizard.jar [check|plan] --connection=FILE [--output=json]

			Without a command, the wizard starts and prints the address to open in a browser.

			check  looks whether a connection holds.
			       0 right, 1 wrong, 2 doubtful, 3 could not look
			plan   tells what the wizard would change, and changes nothing.
			       0 nothing to change, 1 failed, 2 changes

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
			return run(command(context, name), options, context.getBean(Sentences.class), out, err);
		}
	}

	private static boolean areUnderstood(ApplicationArguments options) {
		List<String> output = options.containsOption("output") ? options.getOptionValues("output") : List.of("text");
		return options.getNonOptionArgs().size() == 1 && OPTIONS.containsAll(options.getOptionNames())
				&& options.containsOption("connection") && options.getOptionValues("connection").size() == 1
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

	private static int run(Command command, ApplicationArguments options, Sentences sentences, PrintStream out,
			PrintStream err) {
		try {
			boolean json = options.containsOption("output") && options.getOptionValues("output").contains("json");
			ConnectionFile file = ConnectionFile.read(Path.of(options.getOptionValues("connection").get(0)));
			Command.Result result = command.run(file, Secrets.ofThisProcess(), json);
			out.print(result.output());
			return result.code();
		}
		catch (ProblemException ex) {
			err.println(sentences.of(ex.problem()));
		}
		catch (CommandException ex) {
			err.println(ex.getMessage());
		}
		catch (InvalidPathException ex) {
			err.println("--connection is not the path of a file.");
		}
		return command.failure();
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
