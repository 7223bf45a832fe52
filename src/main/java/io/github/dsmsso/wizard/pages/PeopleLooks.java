package io.github.dsmsso.wizard.pages;

import java.util.List;

import io.github.dsmsso.wizard.accounts.Everyone;
import io.github.dsmsso.wizard.accounts.Inquiry;
import io.github.dsmsso.wizard.accounts.PeopleQuestion;
import io.github.dsmsso.wizard.accounts.PeopleReader;
import io.github.dsmsso.wizard.authentik.Directory;
import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.judgement.OwnNames;
import io.github.dsmsso.wizard.pages.PeopleLook.Found;
import io.github.dsmsso.wizard.plan.AuthentikInventory;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.NameChoices;
import io.github.dsmsso.wizard.plan.Proposal;
import io.github.dsmsso.wizard.plan.Proposals;
import io.github.dsmsso.wizard.plan.ProviderChoice;
import io.github.dsmsso.wizard.shared.Reading;

import org.springframework.stereotype.Component;

/**
 * Looks who will be able to sign in by the answers of a session.
 */
@Component
class PeopleLooks {

	private final Proposals proposals;

	private final PeopleReader people;

	PeopleLooks(Proposals proposals, PeopleReader people) {
		this.proposals = proposals;
		this.people = people;
	}

	/**
	 * Begins to look by what is chosen, else by what fits what is found.
	 * @param isFirst whether nobody has looked yet since authentik's directory was read
	 */
	PeopleLook begin(WizardState state, boolean isFirst) {
		Proposal proposed = state.proposal();
		DesiredState chosen = state.desired();
		return new PeopleLook((listener) -> {
			Proposal proposal = (proposed != null) ? proposed : propose(state, ProviderChoice.ofLikeliest(), listener);
			Everyone everyone = isFirst ? asConnected(state) : this.people.everyone(state.requireConnection());
			return found(state, proposal, (chosen != null) ? chosen : proposal.desired(), everyone, listener);
		});
	}

	/** The same with another provider, which comes with names and choices of its own. */
	PeopleLook begin(WizardState state, ProviderChoice choice) {
		return new PeopleLook((listener) -> {
			Proposal proposal = propose(state, choice, listener);
			return found(state, proposal, proposal.desired(), this.people.everyone(state.requireConnection()),
					listener);
		});
	}

	/** What fits what is found, without a look at people. */
	Proposal propose(WizardState state) {
		return propose(state, ProviderChoice.ofLikeliest(), Inquiry.Listener.NONE);
	}

	private Proposal propose(WizardState state, ProviderChoice choice, Inquiry.Listener listener) {
		return this.proposals.propose(state.requireConnection(), state.requireSignedInNas().requireSignedIn(),
				state.requireConnectedAuthentik().requireConnected().inventory(), choice, listener);
	}

	/** With authentik's directory as it was read when the token was shown. */
	private Everyone asConnected(WizardState state) {
		AuthentikInventory read = state.requireConnectedAuthentik().requireConnected().inventory();
		return this.people.everyone(state.requireConnection(), read.users(), read.groups());
	}

	private Found found(WizardState state, Proposal proposal, DesiredState desired, Everyone everyone,
			Inquiry.Listener listener) {
		Connection connection = state.requireConnection();
		PeopleQuestion question = proposal.question(desired);
		NameChoices names = NameChoices.of(proposal, desired, everyone,
				(attribute) -> ownNames(connection.authentik().directory(), attribute));
		return new Found(proposal, question, this.people.read(connection.authentik(), everyone, question, listener),
				names);
	}

	private static OwnNames ownNames(Directory directory, String attribute) {
		Reading<List<String>> prompts = Reading.start(() -> directory.promptsFor(attribute));
		return new OwnNames(directory.settings(), prompts.get());
	}

}
