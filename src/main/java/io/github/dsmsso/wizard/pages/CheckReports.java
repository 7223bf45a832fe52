package io.github.dsmsso.wizard.pages;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.accounts.People;
import io.github.dsmsso.wizard.authentik.AuthentikGroup;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.authentik.CertificateKeyPair;
import io.github.dsmsso.wizard.authentik.OAuth2Providers.ProviderName;
import io.github.dsmsso.wizard.authentik.ScopeMapping;
import io.github.dsmsso.wizard.dsm.DsmAccount;
import io.github.dsmsso.wizard.export.CheckFile;
import io.github.dsmsso.wizard.export.CheckFile.Result;
import io.github.dsmsso.wizard.export.CheckFile.Seen;
import io.github.dsmsso.wizard.export.Pseudonyms;
import io.github.dsmsso.wizard.pages.CheckViews.CheckView;
import io.github.dsmsso.wizard.plan.AuthentikInventory;
import io.github.dsmsso.wizard.plan.NasNames;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.verify.CheckResult;
import io.github.dsmsso.wizard.verify.Evidence;
import io.github.dsmsso.wizard.verify.Finding;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/**
 * Gathers what the checks of a session found into its file, with the names of the people
 * and systems or with pseudonyms.
 */
@Component
class CheckReports {

	/** Evidence that is nothing but the name of an object. */
	private static final Set<String> NAMES = Set.of("application", "provider", "signing-key");

	private final Proofs proofs;

	private final CheckViews views;

	private final MessageSourceAccessor messages;

	CheckReports(Proofs proofs, CheckViews views, MessageSource messages) {
		this.proofs = proofs;
		this.views = views;
		this.messages = new MessageSourceAccessor(messages);
	}

	/**
	 * What was found last.
	 * @param namesHidden whether it is to be shown to strangers
	 */
	CheckFile of(WizardSession session, boolean namesHidden) {
		WizardState state = session.state();
		Proof proof = this.proofs.latest(session);
		Names names = namesHidden ? new Names(pseudonyms(state, proof)) : new Names(null);
		Stream<Result> wrong = proof.report()
			.findings()
			.stream()
			.flatMap((finding) -> Stream.concat(Stream.of(result(finding, names)),
					finding.following().stream().map((result) -> result(result, List.of(), names))));
		Stream<Result> passed = proof.report()
			.with(CheckResult.Verdict.PASS)
			.stream()
			.map((result) -> result(result, List.of(), names));
		return new CheckFile(proof.report().at().truncatedTo(ChronoUnit.SECONDS),
				state.requireSignedInNas().requireSignedIn().description().versionText(),
				state.requireConnectedAuthentik().client().capabilities().version().toString(), namesHidden,
				Stream.concat(wrong, passed).toList());
	}

	private Result result(Finding finding, Names names) {
		return result(finding.result(), finding.following().stream().map(CheckResult::check).toList(), names);
	}

	private Result result(CheckResult found, List<String> following, Names names) {
		CheckResult result = names.hiddenIn(found);
		CheckView view = this.views.view(result);
		return new Result(view.id(), view.name(), view.verdict(), result.finding(), result.arguments(), view.text(),
				view.action(), result.evidence().stream().map(this::seen).toList(), following);
	}

	private Seen seen(Evidence evidence) {
		return new Seen(evidence.label(), this.messages.getMessage(evidence.labelCode()), evidence.value());
	}

	private static Pseudonyms pseudonyms(WizardState state, Proof proof) {
		NasAnswer nas = state.requireSignedInNas();
		AuthentikAnswer authentik = state.requireConnectedAuthentik();
		AuthentikInventory inventory = authentik.requireConnected().inventory();
		NasNames names = NasNames.of(nas.address(), nas.requireSignedIn().description());
		Stream<String> ofTheNas = names.all().stream().map((address) -> address.address().host());
		List<String> hosts = Stream.concat(ofTheNas, Stream.of(nas.address().host(), authentik.address().host()))
			.toList();
		return new Pseudonyms().know("host", hosts)
			.know("person", List.of(nas.session().account(), authentik.client().owner().username()))
			.know("person", people(proof.report().people()))
			.know("person", inventory.users().stream().map(AuthentikUser::username).toList())
			.know("name", names(proof, inventory));
	}

	private static List<String> people(@Nullable People people) {
		if (people == null) {
			return List.of();
		}
		Stream<String> persons = people.persons()
			.stream()
			.flatMap((person) -> Stream.of(person.username(), person.email(), person.name(),
					(person.sent() != null) ? person.sent() : "",
					(person.account() != null) ? person.account().name() : ""));
		return Stream.of(persons, people.unreached().stream().map(DsmAccount::name), people.serviceAccounts().stream())
			.flatMap((some) -> some)
			.toList();
	}

	private static List<String> names(Proof proof, AuthentikInventory inventory) {
		Stream<String> own = inventory.scopeMappings()
			.stream()
			.filter((mapping) -> mapping.managed() == null)
			.map(ScopeMapping::name);
		Stream<String> seen = proof.report()
			.results()
			.stream()
			.flatMap((result) -> result.evidence().stream())
			.filter((evidence) -> NAMES.contains(evidence.label()))
			.map((evidence) -> evidence.value().replaceFirst(" \\([^)]*\\)$", ""));
		return Stream
			.of(seen, Stream.of(proof.subject().applicationSlug()),
					inventory.providerNames().stream().map(ProviderName::name),
					inventory.groups().stream().map(AuthentikGroup::name),
					inventory.keys().stream().map(CertificateKeyPair::name), own)
			.flatMap((some) -> some)
			.toList();
	}

	/**
	 * Hides names in what was found, before it is put into words.
	 *
	 * @param pseudonyms what stands for the names, or null to show them
	 */
	private record Names(@Nullable Pseudonyms pseudonyms) {

		CheckResult hiddenIn(CheckResult found) {
			if (this.pseudonyms == null) {
				return found;
			}
			UnaryOperator<String> hidden = this.pseudonyms::in;
			Problem cause = found.cause();
			return new CheckResult(found.check(), found.verdict(), found.finding(),
					found.arguments().stream().map(hidden).toList(),
					found.evidence().stream().map((seen) -> hiddenIn(seen, this.pseudonyms)).toList(), (cause != null)
							? new Problem(cause.code(), cause.arguments().stream().map(hidden).toList(), null) : null);
		}

		private static Evidence hiddenIn(Evidence seen, Pseudonyms pseudonyms) {
			return new Evidence(seen.label(),
					NAMES.contains(seen.label()) ? pseudonyms.of("name", seen.value()) : pseudonyms.in(seen.value()));
		}

	}

}
