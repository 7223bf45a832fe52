package io.github.dsmsso.wizard.command;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * The command line of the same jar: a command, connection files, options. No web server
 * starts. Spring's own reading of arguments does for so few options that all look alike.
 */
public final class CommandLine {

	private static final List<String> COMMANDS = List.of("check", "plan", "apply", "undo", "finish", "close", "rotate");

	private static final Set<String> HELP_WORDS = Set.of("help", "--help", "-h");

	private static final Set<String> OPTIONS = Set.of("connection", "output", "parallel", "journal");

	private static final int USAGE = 64;

	private static final String HELP = """
			Usage: java -jar dsm-sso-wizard.jar COMMAND --connection=FILE... [options]

			Without a command, the wizard starts and prints the address to open in a browser.

			check   looks whether a connection holds
			        0 right, 1 wrong, 2 doubtful, 3 could not look
			plan    tells what the wizard would change, and changes nothing
			        0 nothing to change, 1 failed, 2 changes
			        --out=FILE             writes the plan to a file for apply
			apply   makes the changes of a plan
			        0 applied, 1 not applied and all as before, 3 something was left behind
			        --plan=FILE            the plan; needed
			        --acknowledge=ID,...   the risks of the plan that you accept, by their ids
			rotate  replaces the client secret on both sides
			        0 replaced, 1 not replaced and all as before, 3 something was left behind
			        --acknowledge=ID,...   as for apply
			undo    undoes what the last run for the NAS did
			        0 all as before, 1 could not begin, 3 something was left behind
			        --run=REFERENCE        another run
			finish  does what an interrupted run has left undone
			        0 applied, 1 not applied and all as before, 3 something was left behind
			close   forgets the runs for the NAS; they cannot be undone afterwards
			        0 forgotten, 1 failed

			--output=json   one line of JSON for each NAS
			--parallel=N    how many NAS at a time, 8 where nothing is said
			--journal=PATH  the folder in which runs are written down, .dsm-sso-wizard in your home
			                directory where nothing is said

			With several NAS, each is dealt with by itself and the exit code is that of the worst.

			Secrets come from the environment: AUTHENTIK_TOKEN, DSM_PASSWORD and, for an account with a
			second factor, DSM_OTP_CODE; or from files: AUTHENTIK_TOKEN_FILE and so on.
			""";

	private CommandLine() {
	}

	/** Whether a command is asked for, and no web server. */
	public static boolean isAskedFor(String... arguments) {
		return arguments.length > 0 && (COMMANDS.contains(arguments[0]) || HELP_WORDS.contains(arguments[0]));
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
		if (HELP_WORDS.contains(arguments[0])) {
			out.print(HELP);
			return 0;
		}
		LocaleContextHolder.setDefaultLocale(Locale.ENGLISH);
		ApplicationArguments options = new DefaultApplicationArguments(arguments);
		try (ConfigurableApplicationContext context = start(basics, options)) {
			Command command = command(context, arguments[0]);
			if (!isUnderstood(options, command)) {
				err.print(HELP);
				return USAGE;
			}
			return context.getBean(EachNas.class).run(command, options, secrets, new Console(out, err));
		}
	}

	private static Command command(ConfigurableApplicationContext context, String name) {
		return context.getBeansOfType(Command.class)
			.values()
			.stream()
			.filter((command) -> command.name().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private static boolean isUnderstood(ApplicationArguments options, Command command) {
		Set<String> known = new HashSet<>(OPTIONS);
		known.addAll(command.options());
		boolean complete = command.requiredOptions().stream().allMatch((name) -> has(options, name));
		return options.getNonOptionArgs().size() == 1 && known.containsAll(options.getOptionNames())
				&& options.getOptionNames().stream().allMatch((name) -> has(options, name)) && complete
				&& has(options, "connection")
				&& Set.of("text", "json").contains(Invocation.valueOr(options, "output", "text"))
				&& Invocation.valueOr(options, "parallel", "1").matches("[1-9]\\d?");
	}

	private static boolean has(ApplicationArguments options, String name) {
		String value = Invocation.value(options, name);
		return value != null && !value.isBlank();
	}

	private static ConfigurableApplicationContext start(Class<?> basics, ApplicationArguments options) {
		String journal = Invocation.value(options, "journal");
		String[] settings = (journal != null) ? new String[] { "--wizard.apply.journal=" + journal } : new String[0];
		return new SpringApplicationBuilder(Beans.class, basics).web(WebApplicationType.NONE)
			.properties("logging.threshold.console=OFF", "spring.main.banner-mode=off")
			.run(settings);
	}

	/** Everything below the pages. */
	@ImportAutoConfiguration({ MessageSourceAutoConfiguration.class, TaskExecutionAutoConfiguration.class })
	@ConfigurationPropertiesScan("io.github.dsmsso.wizard.http")
	@ComponentScan({ "io.github.dsmsso.wizard.http", "io.github.dsmsso.wizard.oidc", "io.github.dsmsso.wizard.dsm",
			"io.github.dsmsso.wizard.authentik", "io.github.dsmsso.wizard.connection", "io.github.dsmsso.wizard.texts",
			"io.github.dsmsso.wizard.accounts", "io.github.dsmsso.wizard.plan", "io.github.dsmsso.wizard.apply",
			"io.github.dsmsso.wizard.verify", "io.github.dsmsso.wizard.command" })
	static class Beans {

	}

}
