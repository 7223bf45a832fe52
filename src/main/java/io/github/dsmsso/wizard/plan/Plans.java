package io.github.dsmsso.wizard.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.dsmsso.wizard.accounts.AccessRules;
import io.github.dsmsso.wizard.accounts.DefaultAccess;
import io.github.dsmsso.wizard.accounts.Everyone;
import io.github.dsmsso.wizard.accounts.Inquiry;
import io.github.dsmsso.wizard.accounts.People;
import io.github.dsmsso.wizard.accounts.PeopleQuestion;
import io.github.dsmsso.wizard.accounts.PeopleReader;
import io.github.dsmsso.wizard.accounts.Person;
import io.github.dsmsso.wizard.accounts.Person.Note;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.judgement.Judgement;
import io.github.dsmsso.wizard.oidc.ClientCredentialsSource;
import io.github.dsmsso.wizard.oidc.OpenIdProvider;
import io.github.dsmsso.wizard.shared.Problem;

import org.springframework.stereotype.Component;

/**
 * Makes plans from both systems as they are, and judges what became of them: all that a
 * page or a command needs between a proposal and a run.
 */
@Component
public class Plans {

	private static final int MOST_NAMES = 12;

	private final StateReader reader;

	private final PeopleReader people;

	private final ClientCredentialsSource credentials;

	private final OpenIdProvider provider;

	Plans(StateReader reader, PeopleReader people, ClientCredentialsSource credentials, OpenIdProvider provider) {
		this.reader = reader;
		this.people = people;
		this.credentials = credentials;
		this.provider = provider;
	}

	/**
	 * Looks how both systems are now. Where somebody else has taken the names that were
	 * proposed for a new provider and its application, they get the next free ones.
	 * @param proposal what the desired state was chosen from
	 */
	public Prospect look(Connection connection, Proposal proposal, DesiredState desired) {
		CurrentState current = this.reader.currentState(connection, desired);
		if (!proposal.hasNewNames(desired) || !new Obstacles(desired, current, proposal.inventory()).areNamesTaken()) {
			return new Prospect(desired, current);
		}
		DesiredState renamed = desired
			.withNewNames(FreeNames.now(connection.authentik()).next(proposal.desired().applicationSlug(), true, true));
		return new Prospect(renamed, this.reader.currentState(connection, renamed));
	}

	/**
	 * Makes the plan. Where somebody chose who may sign in, or by which names, those who
	 * gain or lose access are named.
	 * @param proposal what the desired state was chosen from
	 * @param prospect how both systems shall be, and are
	 * @param extent what of a connection that is there may be changed
	 */
	public Plan plan(Connection connection, Proposal proposal, Prospect prospect, Extent extent) {
		DesiredState desired = prospect.desired();
		Plan plan = Planner.plan(desired, prospect.current(), proposal.inventory(), this.credentials.next(), extent);
		List<Problem> risks = new ArrayList<>(gate(connection, proposal, desired));
		risks.addAll(peopleRisks(connection, proposal, desired));
		return plan.with(nobodyMay(proposal, desired), risks);
	}

	/**
	 * Whoever runs the wizard may not be able to tell whether the NAS is let through: it
	 * may come from an address of its own. What stood there is looked for again.
	 */
	private List<Problem> gate(Connection connection, Proposal proposal, DesiredState desired) {
		return Optional.ofNullable(proposal.gate())
			.flatMap((seen) -> this.provider.gate(connection.authentik().peer(), desired.addresses().wellKnown()))
			.map((gate) -> gate.problem(OpenIdProvider.OPEN_PATH))
			.stream()
			.toList();
	}

	/** Applications that nobody is bound to may be closed to everyone. */
	private static List<Problem> nobodyMay(Proposal proposal, DesiredState desired) {
		boolean closed = proposal.defaultAccess() == DefaultAccess.CLOSED
				&& proposal.question(desired).access().areUnbound();
		return closed ? List.of(Problem.of("plan.nobody-may-use")) : List.of();
	}

	private List<Problem> peopleRisks(Connection connection, Proposal proposal, DesiredState desired) {
		PeopleQuestion after = proposal.question(desired);
		AccessRules access = after.access();
		NameBridge bridge = desired.bridge();
		boolean bridged = bridge != null && !bridge.equals(proposal.desired().bridge());
		boolean changed = proposal.application() != null && (bridged || !access.present().equals(access.wished()));
		if (!bridged && !changed) {
			return List.of();
		}
		Everyone everyone = this.people.everyone(connection);
		People afterwards = ask(connection, everyone, after);
		List<Problem> risks = new ArrayList<>();
		if (changed) {
			PeopleQuestion before = bridged ? proposal.question(proposal.desired()) : after;
			risks.addAll(risks(ask(connection, everyone, before.withWished(access.present())), afterwards));
		}
		if (bridge != null && bridged) {
			risks.addAll(administrators(bridge, everyone, afterwards));
		}
		return risks;
	}

	/** Those who are given the name of an account that administers the NAS. */
	private static List<Problem> administrators(NameBridge bridge, Everyone everyone, People afterwards) {
		Set<String> named = everyone.people()
			.stream()
			.filter((user) -> bridge.names().containsKey(user.pk()))
			.map(AuthentikUser::username)
			.collect(Collectors.toSet());
		List<Person> administrators = afterwards.persons()
			.stream()
			.filter((person) -> named.contains(person.username()) && person.has(Note.BECOMES_ADMINISTRATOR))
			.toList();
		return administrators.isEmpty() ? List.of()
				: List.of(Problem.of("plan.bridges-to-administrator", names(administrators)));
	}

	private People ask(Connection connection, Everyone everyone, PeopleQuestion question) {
		return this.people.read(connection.authentik(), everyone, question, Inquiry.Listener.NONE);
	}

	private static List<Problem> risks(People before, People after) {
		List<Problem> risks = new ArrayList<>();
		List<Person> gained = People.gained(before, after);
		List<Person> lost = People.lost(before, after);
		if (!gained.isEmpty()) {
			risks.add(Problem.of("plan.gives-access", names(gained)));
		}
		if (!lost.isEmpty()) {
			risks.add(Problem.of("plan.takes-access", names(lost)));
		}
		return risks;
	}

	private static String names(List<Person> persons) {
		String first = persons.stream().limit(MOST_NAMES).map(Person::username).collect(Collectors.joining(", "));
		return (persons.size() > MOST_NAMES) ? first + " … (" + persons.size() + ")" : first;
	}

	/**
	 * Judges what is there after a plan was applied.
	 * @param proposal what the desired state was chosen from
	 * @return what is wrong, and was not announced by the plan
	 */
	public List<Judgement> stillWrong(Connection connection, Proposal proposal, Plan applied) {
		return this.reader
			.settings(connection, applied.desired(), proposal.inventory().authorizationFlows(),
					proposal.claims(applied.desired()), proposal.inventory().directory())
			.wrongs()
			.stream()
			.filter((wrong) -> applied.byHand().stream().noneMatch((known) -> known.aspect() == wrong.aspect()))
			.toList();
	}

}
