package io.github.dsmsso.wizard.pages;

import java.util.List;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.export.Summary.Point;
import io.github.dsmsso.wizard.export.Summary.Point.Kind;
import io.github.dsmsso.wizard.pages.FindingViews.FindingView;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.texts.ProblemTexts;
import io.github.dsmsso.wizard.texts.ProblemTexts.ProblemText;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/**
 * What the review page says of a plan beside its changes, for the file of the plan.
 */
@Component
class PlanPoints {

	private final ProblemTexts problems;

	private final FindingViews findings;

	private final ChangeViews changes;

	private final MessageSourceAccessor messages;

	PlanPoints(ProblemTexts problems, FindingViews findings, ChangeViews changes, MessageSource messages) {
		this.problems = problems;
		this.findings = findings;
		this.changes = changes;
		this.messages = new MessageSourceAccessor(messages);
	}

	List<Point> of(Plan plan) {
		return Stream
			.of(problems(Kind.BLOCKER, plan.blockers()), problems(Kind.RISK, plan.risks()), byHand(plan), offers(plan),
					staysFilled(plan))
			.flatMap((points) -> points)
			.toList();
	}

	private Stream<Point> problems(Kind kind, List<Problem> problems) {
		return problems.stream().map((problem) -> {
			ProblemText text = this.problems.of(problem);
			return new Point(kind, text.code(), text.what(), text.action());
		});
	}

	private Stream<Point> byHand(Plan plan) {
		return plan.byHand().stream().map((judgement) -> {
			FindingView finding = this.findings.view(judgement);
			return new Point(Kind.BY_HAND, judgement.code(), finding.name() + ": " + finding.text(), finding.action());
		});
	}

	/** Those that nobody has taken. */
	private Stream<Point> offers(Plan plan) {
		return this.findings.offers(plan)
			.stream()
			.filter((offer) -> !offer.checked())
			.map((offer) -> new Point(Kind.OFFER, offer.id(), offer.label() + ".", offer.reason()));
	}

	private Stream<Point> staysFilled(Plan plan) {
		return Stream.of(plan.staysFilled())
			.filter((fields) -> !fields.isEmpty())
			.map((fields) -> new Point(Kind.STAYS, "stays-filled",
					this.messages.getMessage("review.stays-filled", new Object[] { this.changes.labels(fields) }),
					null));
	}

}
