package io.github.dsmsso.wizard.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.dsmsso.wizard.shared.BaseUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/**
 * Makes a link of each menu path of authentik's admin interface that a sentence names, as
 * soon as the address of authentik is known.
 */
@Component
class ConsoleLinks {

	private final WizardSession session;

	private final MessageSourceAccessor messages;

	ConsoleLinks(WizardSession session, MessageSource messages) {
		this.session = session;
		this.messages = new MessageSourceAccessor(messages);
	}

	/** A sentence in parts, in their order: text, and links to the pages it names. */
	public List<Part> parts(String sentence) {
		return this.session.authentikAddress()
			.map((authentik) -> parts(sentence, authentik))
			.orElseGet(() -> List.of(new Part(sentence, null)));
	}

	private List<Part> parts(String sentence, BaseUrl authentik) {
		Map<String, ConsolePage> pages = Arrays.stream(ConsolePage.values())
			.collect(Collectors.toMap(this::menuPath, Function.identity()));
		Pattern paths = Pattern.compile(pages.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")));
		List<Part> parts = new ArrayList<>();
		int end = 0;
		for (MatchResult path : paths.matcher(sentence).results().toList()) {
			parts.add(new Part(sentence.substring(end, path.start()), null));
			parts.add(new Part(path.group(),
					authentik.resolve(path(Objects.requireNonNull(pages.get(path.group())))).toString()));
			end = path.end();
		}
		parts.add(new Part(sentence.substring(end), null));
		return parts;
	}

	/** The very object's page where the session knows which one is meant. */
	private String path(ConsolePage page) {
		return switch (page) {
			case APPLICATIONS -> this.session.application().map(page::pathOf).orElseGet(page::path);
			case PROVIDERS -> this.session.provider().map(page::pathOf).orElseGet(page::path);
			default -> page.path();
		};
	}

	private String menuPath(ConsolePage page) {
		return this.messages.getMessage(page.key());
	}

	/**
	 * A piece of a sentence.
	 *
	 * @param text its words
	 * @param link the page that they name, or null
	 */
	record Part(String text, @Nullable String link) {

	}

}
