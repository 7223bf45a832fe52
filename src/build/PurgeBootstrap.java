import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.helger.css.decl.AbstractHasTopLevelRules;
import com.helger.css.decl.CSSDeclaration;
import com.helger.css.decl.CSSKeyframesRule;
import com.helger.css.decl.CSSSelector;
import com.helger.css.decl.CSSStyleRule;
import com.helger.css.decl.CascadingStyleSheet;
import com.helger.css.decl.ICSSTopLevelRule;
import com.helger.css.reader.CSSReader;
import com.helger.css.reader.CSSReaderSettings;
import com.helger.css.reader.errorhandler.ThrowingCSSParseErrorHandler;
import com.helger.css.writer.CSSWriter;
import com.helger.css.writer.CSSWriterSettings;

/**
 * Writes what the wizard's pages use of Bootstrap's style sheet: the rules whose classes
 * stand in a template or a script, and of its variables those that a rule which is kept,
 * or the wizard's own style sheet, reads. The build runs it from its source, before the
 * resources are copied; Bootstrap's sheet is read from the WebJar on the class path.
 */
class PurgeBootstrap {

	private static final Pattern CLASS_ATTRIBUTE = Pattern.compile("\\bclass(?:append)?=\"([^\"]*)\"");

	private static final Pattern CLASS_LIST = Pattern.compile("classList\\.\\w+\\(([^)]*)\\)");

	/** Not the name of an object that an expression asks. */
	private static final Pattern WORD = Pattern.compile("[A-Za-z][\\w-]*+(?![.(])");

	private static final Pattern CLASS_SELECTOR = Pattern.compile("\\.([A-Za-z][\\w-]*)");

	/** Matches elements without a class: it is no reason to drop what it stands in. */
	private static final Pattern NEGATION = Pattern.compile(":not\\([^()]*\\)");

	private static final Pattern VARIABLE = Pattern.compile("var\\((--[\\w-]+)");

	/** Allowed, but no rule that has one is understood by the library that reads the sheet. */
	private static final Pattern EMPTY_VARIABLE = Pattern.compile("(--[\\w-]+):\\s*(?=[;}])");

	private static final Pattern NOTICE = Pattern.compile("/\\*!.*?\\*/", Pattern.DOTALL);

	private static final CSSWriterSettings MINIFIED = new CSSWriterSettings().setOptimizedOutput(true)
		.setRemoveUnnecessaryCode(true);

	/**
	 * Reads Bootstrap's sheet and writes what is left of it.
	 * @param args the sheet's name in the WebJar, the folder of the templates, the folder
	 * of scripts and style sheets of our own, the file to write
	 */
	public static void main(String[] args) throws IOException {
		String bootstrap = resource(args[0]);
		String pages = everything(Path.of(args[1]), ".html") + everything(Path.of(args[2]), ".js");
		String ownStyles = everything(Path.of(args[2]), ".css");
		Path target = Path.of(args[3]);

		CascadingStyleSheet sheet = read(bootstrap);
		keepWhatIsUsed(sheet, classes(pages));
		keepReadVariables(sheet, ownStyles);

		Files.createDirectories(target.getParent());
		Files.writeString(target, notice(bootstrap) + System.lineSeparator() + text(sheet));
	}

	private static String resource(String name) throws IOException {
		try (InputStream content = PurgeBootstrap.class.getClassLoader().getResourceAsStream(name)) {
			if (content == null) {
				throw new IOException("Not on the class path: " + name);
			}
			return new String(content.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static String everything(Path folder, String ending) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			StringBuilder text = new StringBuilder();
			for (Path file : files.filter((each) -> each.toString().endsWith(ending)).sorted().toList()) {
				text.append(Files.readString(file)).append('\n');
			}
			return text.toString();
		}
	}

	/**
	 * A rule that is not understood ends the build: it would be missing on the pages. A
	 * variable that is empty becomes one that has no value, which is the same to a
	 * declaration that reads it without a default.
	 */
	private static CascadingStyleSheet read(String css) {
		return CSSReader.readFromStringReader(EMPTY_VARIABLE.matcher(css).replaceAll("$1:initial"),
				new CSSReaderSettings().setBrowserCompliantMode(false)
					.setCustomErrorHandler(new ThrowingCSSParseErrorHandler())
					.setCustomExceptionHandler((exception) -> {
						throw new IllegalStateException(exception);
					}));
	}

	private static Set<String> classes(String pages) {
		return Stream.of(CLASS_ATTRIBUTE, CLASS_LIST)
			.flatMap((place) -> groups(place, pages))
			.flatMap((names) -> WORD.matcher(names).results().map(MatchResult::group))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static void keepWhatIsUsed(AbstractHasTopLevelRules sheet, Set<String> used) {
		for (ICSSTopLevelRule rule : sheet.getAllRules()) {
			if (rule instanceof CSSStyleRule style) {
				style.getAllSelectors()
					.stream()
					.filter(Predicate.not((selector) -> matches(selector, used)))
					.forEach(style::removeSelector);
				removeIf(sheet, style, style.getSelectorCount() == 0);
			}
			else if (rule instanceof AbstractHasTopLevelRules nested) {
				keepWhatIsUsed(nested, used);
				removeIf(sheet, rule, !nested.hasRules());
			}
			else if (rule instanceof CSSKeyframesRule) {
				// Each belongs to a component: what animates here is the wizard's own.
				sheet.removeRule(rule);
			}
		}
	}

	private static boolean matches(CSSSelector selector, Set<String> used) {
		String asked = NEGATION.matcher(selector.getAsCSSString(MINIFIED)).replaceAll("");
		return groups(CLASS_SELECTOR, asked).allMatch(used::contains);
	}

	/** What a variable that goes has read may be read by nothing any more. */
	private static void keepReadVariables(CascadingStyleSheet sheet, String ownStyles) {
		int before;
		do {
			before = text(sheet).length();
			Set<String> read = groups(VARIABLE, text(sheet) + ownStyles).collect(Collectors.toSet());
			keepReadVariables(sheet, read);
		}
		while (text(sheet).length() < before);
	}

	private static void keepReadVariables(AbstractHasTopLevelRules sheet, Set<String> read) {
		for (ICSSTopLevelRule rule : sheet.getAllRules()) {
			if (rule instanceof CSSStyleRule style) {
				style.getAllDeclarations()
					.stream()
					.filter((declaration) -> isVariable(declaration) && !read.contains(declaration.getProperty()))
					.forEach(style::removeDeclaration);
				removeIf(sheet, style, !style.hasDeclarations());
			}
			else if (rule instanceof AbstractHasTopLevelRules nested) {
				keepReadVariables(nested, read);
				removeIf(sheet, rule, !nested.hasRules());
			}
		}
	}

	private static boolean isVariable(CSSDeclaration declaration) {
		return declaration.getProperty().startsWith("--");
	}

	private static void removeIf(AbstractHasTopLevelRules sheet, ICSSTopLevelRule rule, boolean empty) {
		if (empty) {
			sheet.removeRule(rule);
		}
	}

	/** Bootstrap's copyright goes with whatever is kept of it. */
	private static String notice(String bootstrap) {
		return NOTICE.matcher(bootstrap).results().map(MatchResult::group).collect(Collectors.joining());
	}

	private static String text(CascadingStyleSheet sheet) {
		CSSWriter writer = new CSSWriter(MINIFIED);
		writer.setWriteHeaderText(false);
		writer.setWriteFooterText(false);
		return writer.getCSSAsString(sheet);
	}

	private static Stream<String> groups(Pattern pattern, String text) {
		return pattern.matcher(text).results().map((match) -> match.group(1));
	}

}
