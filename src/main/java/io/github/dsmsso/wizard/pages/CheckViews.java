package io.github.dsmsso.wizard.pages;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.github.dsmsso.wizard.verify.CheckReport;
import io.github.dsmsso.wizard.verify.CheckResult;
import io.github.dsmsso.wizard.verify.CheckResult.Verdict;
import io.github.dsmsso.wizard.verify.CheckTexts;
import io.github.dsmsso.wizard.verify.Evidence;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/**
 * Checks in words, in the language of the request.
 */
@Component
class CheckViews {

	private final MessageSourceAccessor messages;

	private final CheckTexts texts;

	CheckViews(MessageSource messages, CheckTexts texts) {
		this.messages = new MessageSourceAccessor(messages);
		this.texts = texts;
	}

	List<CheckView> views(List<CheckResult> results) {
		return results.stream().map(this::view).toList();
	}

	/**
	 * What is not right, the worst first.
	 * @param mendable whether a plan may be made of a finding
	 */
	List<CheckView> findings(CheckReport report, boolean mendable) {
		return report.findings()
			.stream()
			.map((finding) -> view(finding.result()).followedBy(titles(finding.following()),
					mendable && Mending.isPossible(finding.result())))
			.toList();
	}

	private List<String> titles(List<CheckResult> results) {
		return results.stream().map(this.texts::title).toList();
	}

	CheckView view(CheckResult result) {
		return new CheckView(result.check(), this.texts.title(result), result.verdict().name().toLowerCase(Locale.ROOT),
				this.texts.finding(result), evidence(result), this.texts.action(result),
				(result.verdict() != Verdict.PASS) ? Term.ofCheck(result.check()) : null, List.of(), false);
	}

	private @Nullable String evidence(CheckResult result) {
		if (result.evidence().isEmpty()) {
			return null;
		}
		return result.evidence().stream().map(this::line).collect(Collectors.joining("\n"));
	}

	private String line(Evidence evidence) {
		return this.messages.getMessage(evidence.labelCode()) + ": " + evidence.value();
	}

	/**
	 * One check as the page shows it.
	 *
	 * @param id its stable name
	 * @param name what was checked
	 * @param verdict pass, warn, fail or unknown
	 * @param text what was found
	 * @param evidence what was seen, a line each
	 * @param action what to do
	 * @param term the term that the page explains beside it, where something is to be
	 * done
	 * @param following names of the checks whose results only follow from this one
	 * @param mendable whether a plan can deal with it
	 */
	record CheckView(String id, String name, String verdict, String text, @Nullable String evidence,
			@Nullable String action, @Nullable Term term, List<String> following, boolean mendable) {

		CheckView followedBy(List<String> others, boolean mendable) {
			return new CheckView(this.id, this.name, this.verdict, this.text, this.evidence, this.action, this.term,
					others, mendable);
		}

		boolean passed() {
			return this.verdict.equals("pass");
		}

	}

}
