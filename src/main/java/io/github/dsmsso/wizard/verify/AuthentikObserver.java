package io.github.dsmsso.wizard.verify;

import java.util.List;

import io.github.dsmsso.wizard.accounts.AuthentikAnswers;
import io.github.dsmsso.wizard.accounts.DefaultAccess;
import io.github.dsmsso.wizard.accounts.Everyone;
import io.github.dsmsso.wizard.accounts.Inquiry;
import io.github.dsmsso.wizard.accounts.PeopleQuestion;
import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.authentik.AuthentikGroup;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.authentik.CertificateKeyPair;
import io.github.dsmsso.wizard.authentik.Flow;
import io.github.dsmsso.wizard.authentik.FlowStage;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.authentik.ScopeMapping;
import io.github.dsmsso.wizard.authentik.SignInEvents;
import io.github.dsmsso.wizard.authentik.SystemSettings;
import io.github.dsmsso.wizard.connection.WatchedSignIn;
import io.github.dsmsso.wizard.judgement.DsmRules;
import io.github.dsmsso.wizard.shared.Reading;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reads authentik with the administrator's token.
 */
@Component
class AuthentikObserver {

	/** The application and its provider, on which the rest hangs. */
	LinkedProvider linkedProvider(VerificationSubject subject) {
		AuthentikClient authentik = subject.authentik();
		Reading<Seen<List<OAuth2Provider>>> providers = Seen.start(() -> authentik.providers().list());
		Seen<Application> application = Seen
			.look(() -> authentik.applications().get(subject.applicationSlug()).orElse(null));
		return new LinkedProvider(application, application.lookFurther(providers.get(), AuthentikObserver::providerOf),
				providers.get());
	}

	/**
	 * Everything, given the application and its provider; at last, what DSM shows tells
	 * about whom to ask.
	 * @param watched since when a sign-in is watched for, or null
	 */
	AuthentikSide look(AuthentikClient authentik, Reading<LinkedProvider> linked, Reading<DsmSide> dsm,
			@Nullable WatchedSignIn watched) {
		AuthentikSide seen = look(authentik, linked, watched);
		Seen<Everyone> everyone = PeopleReading.everyone(seen, dsm.get());
		Seen<PeopleQuestion> question = PeopleReading.question(seen, dsm.get());
		AuthentikAnswers answers = ask(authentik, everyone, question);
		boolean byUsername = question.find().filter((asked) -> DsmRules.isUsername(asked.name().claim())).isPresent();
		return seen.withAnswers(answers,
				byUsername ? answers : ask(authentik, everyone, PeopleReading.questionByUsername(question)));
	}

	private static AuthentikAnswers ask(AuthentikClient authentik, Seen<Everyone> everyone,
			Seen<PeopleQuestion> question) {
		return everyone
			.lookFurther(question, (people, rules) -> Inquiry.ask(authentik, people, rules, Inquiry.Listener.NONE))
			.find()
			.orElse(AuthentikAnswers.none());
	}

	private AuthentikSide look(AuthentikClient authentik, Reading<LinkedProvider> linked,
			@Nullable WatchedSignIn watched) {
		Reading<Seen<List<CertificateKeyPair>>> keys = Seen.start(() -> authentik.keys().list());
		Reading<Seen<List<ScopeMapping>>> mappings = Seen.start(() -> authentik.scopeMappings().list());
		Reading<Seen<List<AuthentikUser>>> users = Seen.start(() -> authentik.directory().users());
		Reading<Seen<List<AuthentikGroup>>> groups = Seen.start(() -> authentik.directory().groups());
		Reading<Seen<SystemSettings>> settings = Seen.start(() -> authentik.directory().settings());
		Seen<Application> application = linked.get().application();
		Seen<OAuth2Provider> provider = linked.get().provider();
		Reading<Seen<List<PolicyBinding>>> bindings = Reading
			.start(() -> application.lookFurther((found) -> authentik.bindings().list(found.pk())));
		Reading<Seen<List<Flow>>> flows = Seen
			.start(() -> authentik.flows().listedBefore(Flow.Designation.AUTHORIZATION));
		Reading<Seen<List<FlowStage>>> stages = Reading
			.start(() -> provider.lookFurther(flows.get(), (found, known) -> stages(found, known, authentik)));
		Reading<Seen<SignInEvents>> signIns = Reading
			.start(() -> application.lookFurther((found) -> signIns(watched, found, authentik)));
		Seen<ClaimSample> sample = users.get().lookFurther(provider, (people, of) -> sample(people, of, authentik));
		return new AuthentikSide(application, provider, linked.get().providers(), flows.get(), stages.get(), keys.get(),
				mappings.get(), bindings.get(), users.get(), groups.get(),
				settings.get().lookFurther(SystemSettings::usersMayRename), sample,
				settings.get().lookFurther(DefaultAccess::of).find().orElse(DefaultAccess.UNKNOWN), signIns.get(),
				AuthentikAnswers.none(), AuthentikAnswers.none());
	}

	private static @Nullable SignInEvents signIns(@Nullable WatchedSignIn watched, Application application,
			AuthentikClient authentik) {
		return (watched != null) ? authentik.events().signInsSince(application.pk(), watched.since()) : null;
	}

	/** Few flows have stages, so mostly there is nothing to ask. */
	private static @Nullable List<FlowStage> stages(OAuth2Provider provider, List<Flow> flows,
			AuthentikClient authentik) {
		return flows.stream()
			.filter((flow) -> flow.pk().equals(provider.authorizationFlow()) && !flow.stages().isEmpty())
			.findFirst()
			.map((flow) -> authentik.flows().stages(flow.pk()))
			.orElse(null);
	}

	private static @Nullable OAuth2Provider providerOf(Application application, List<OAuth2Provider> providers) {
		return providers.stream()
			.filter((provider) -> Integer.valueOf(provider.pk()).equals(application.provider()))
			.findFirst()
			.orElse(null);
	}

	/**
	 * One of those who can be expected to sign in: an active person, by name the first.
	 */
	private static @Nullable ClaimSample sample(List<AuthentikUser> users, OAuth2Provider provider,
			AuthentikClient authentik) {
		return users.stream()
			.filter(AuthentikUser::active)
			.min((one, other) -> one.username().compareTo(other.username()))
			.flatMap((user) -> authentik.providers()
				.previewUser(provider.pk(), user.pk())
				.map((preview) -> new ClaimSample(user.username(), preview)))
			.orElse(null);
	}

	/**
	 * How DSM is known at authentik.
	 *
	 * @param application the application; nothing where there is none of this slug
	 * @param provider its provider; nothing where it has none
	 * @param providers all providers
	 */
	record LinkedProvider(Seen<Application> application, Seen<OAuth2Provider> provider,
			Seen<List<OAuth2Provider>> providers) {

	}

}
