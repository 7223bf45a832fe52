package io.github.dsmsso.wizard.pages;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The steps of the wizard, in their one order. {@link #START} is the page in front of
 * them and is not counted.
 */
enum WizardStep {

	START("/"), NAS("/nas"), AUTHENTIK("/authentik"), PEOPLE("/people"), REVIEW("/review"), APPLY("/apply"),
	PROVE("/prove"), RECORD("/record");

	/** How a step looks from another one. */
	enum Standing {

		FINISHED, CURRENT, AHEAD;

		/** The message that says so. */
		public String key() {
			return "step.standing." + name().toLowerCase(Locale.ROOT);
		}

	}

	private static final Set<WizardStep> OF_A_PLAN = EnumSet.of(PEOPLE, REVIEW, APPLY);

	private final String path;

	WizardStep(String path) {
		this.path = path;
	}

	/** Where the step lives. */
	public String path() {
		return this.path;
	}

	/** The message with its short label. */
	public String key() {
		return "step." + name().toLowerCase(Locale.ROOT);
	}

	/** The one before, of the steps that are counted. */
	public @Nullable WizardStep previous(List<WizardStep> counted) {
		int place = counted.indexOf(this);
		return (place > 0) ? counted.get(place - 1) : (place == 0) ? START : null;
	}

	public boolean isBefore(WizardStep other) {
		return ordinal() < other.ordinal();
	}

	public Standing seenFrom(WizardStep here) {
		if (this == here) {
			return Standing.CURRENT;
		}
		return isBefore(here) ? Standing.FINISHED : Standing.AHEAD;
	}

	/** The same where the steps of a plan were left out, as for a mere check. */
	public Standing seenFrom(WizardStep here, boolean withoutPlan) {
		boolean leftOut = withoutPlan && this != here && OF_A_PLAN.contains(this);
		return leftOut ? Standing.AHEAD : seenFrom(here);
	}

	/**
	 * Whether the step list leads here: finished steps may be visited again until the
	 * plan is applied, later ones may not be jumped to.
	 */
	public boolean isReachableFrom(WizardStep here) {
		return isBefore(here) && here.isBefore(APPLY);
	}

	/** The message with its label where nothing but a check was asked for. */
	public String key(boolean check) {
		return (check && this == PROVE) ? "step.check" : key();
	}

	/** The steps of a mere check. */
	static List<WizardStep> ofCheck() {
		return List.of(NAS, AUTHENTIK, PROVE);
	}

	/** The steps that are counted. */
	static List<WizardStep> counted() {
		return Arrays.stream(values()).filter((step) -> step != START).toList();
	}

}
