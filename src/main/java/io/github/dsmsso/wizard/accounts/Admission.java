package io.github.dsmsso.wizard.accounts;

import io.github.dsmsso.wizard.authentik.AuthentikUser;

/**
 * Whether authentik lets people in, by what can be reckoned and by what it said.
 */
final class Admission {

	private final AccessRules rules;

	private final DefaultAccess defaultAccess;

	private final AuthentikAnswers answers;

	private final Membership wished;

	private final Membership present;

	private final boolean reckoned;

	private final boolean unbound;

	private final boolean asTheyAre;

	Admission(Everyone everyone, AccessRules rules, AuthentikAnswers answers) {
		this.rules = rules;
		this.defaultAccess = everyone.defaultAccess();
		this.answers = answers;
		this.wished = new Membership(everyone.groups(), rules.wished());
		this.present = new Membership(everyone.groups(), rules.present());
		this.reckoned = rules.canBeReckoned();
		this.unbound = rules.areUnbound();
		this.asTheyAre = rules.areAsTheyAre();
	}

	Answer of(AuthentikUser user) {
		if (this.unbound) {
			return byDefault(user);
		}
		boolean named = this.wished.names(user);
		if (this.reckoned) {
			return Answer.of(named);
		}
		return (named && this.rules.matchAny()) ? Answer.YES : told(user);
	}

	private Answer byDefault(AuthentikUser user) {
		return switch (this.defaultAccess) {
			case OPEN -> Answer.YES;
			case CLOSED -> Answer.NO;
			case UNKNOWN -> told(user);
		};
	}

	private Answer told(AuthentikUser user) {
		Boolean passing = this.answers.access().get(user.pk());
		return (passing != null && wouldTell(user)) ? Answer.of(passing) : Answer.UNKNOWN;
	}

	/**
	 * Whether authentik's answer, which is about the bindings as they are, holds for the
	 * ones that are wished. Where one is enough and none that may go names the user, the
	 * answer is that of those which stay.
	 */
	boolean wouldTell(AuthentikUser user) {
		boolean othersDecide = this.rules.matchAny() && !this.rules.others().isEmpty();
		return this.asTheyAre || (othersDecide && !this.present.names(user));
	}

	/** Why it is not known of a user. */
	Unasked obstacle(AuthentikUser user) {
		if (this.answers.noAccess() != null) {
			return this.answers.noAccess();
		}
		return wouldTell(user) ? Unasked.LIMIT : Unasked.OTHER_CHOICE;
	}

	/** Whether somebody is let in. */
	enum Answer {

		/** Yes. */
		YES,
		/** No. */
		NO,
		/** It is not known. */
		UNKNOWN;

		static Answer of(boolean yes) {
			return yes ? YES : NO;
		}

	}

}
