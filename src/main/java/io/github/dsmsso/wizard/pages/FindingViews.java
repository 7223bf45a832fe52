package io.github.dsmsso.wizard.pages;

import java.util.List;

import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.judgement.Judgement;
import io.github.dsmsso.wizard.plan.Plan;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/**
 * What was found about settings, as the plan shows it beside its changes, in the language
 * of the request.
 */
@Component
class FindingViews {

	private final MessageSourceAccessor messages;

	FindingViews(MessageSource messages) {
		this.messages = new MessageSourceAccessor(messages);
	}

	/** What could be changed as well; ticked where that was asked for. */
	List<OfferView> offers(Plan plan) {
		return plan.offers()
			.stream()
			.map((offer) -> new OfferView(offer.aspect().id(), text("plan.offer." + offer.aspect().id()),
					text(offer.code(), offer.arguments()), plan.desired().accepts(offer.aspect())))
			.toList();
	}

	/** What stays wrong, with what to do by hand. */
	List<FindingView> byHand(Plan plan) {
		return views(plan.byHand());
	}

	/** The same of several. */
	List<FindingView> views(List<Judgement> judgements) {
		return judgements.stream().map(this::view).toList();
	}

	/** What is wrong, with what to do by hand. */
	FindingView view(Judgement judgement) {
		Aspect aspect = judgement.aspect();
		return new FindingView(text("check." + aspect.id() + ".title"), text(judgement.code(), judgement.arguments()),
				text(judgement.code() + ".action", judgement.arguments()));
	}

	private String text(String key) {
		return this.messages.getMessage(key);
	}

	private String text(String key, List<String> arguments) {
		return this.messages.getMessage(key, arguments.toArray());
	}

	/**
	 * Something that may be changed or may stay.
	 *
	 * @param id what it is called in the form
	 * @param label what would be done
	 * @param reason why
	 * @param checked whether it was asked for
	 */
	record OfferView(String id, String label, String reason, boolean checked) {

	}

	/**
	 * Something that stays wrong.
	 *
	 * @param name what was looked at
	 * @param text what was found
	 * @param action what to do
	 */
	record FindingView(String name, String text, @Nullable String action) {

	}

}
