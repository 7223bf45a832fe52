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
import io.github.dsmsso.wizard.authentik.UserListing;
import io.github.dsmsso.wizard.connection.WatchedSignIn;
import io.github.dsmsso.wizard.judgement.DsmRules;
import io.github.dsmsso.wizard.judgement.OwnNames;
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
		Reading<Observed<List<OAuth2Provider>>> providers = Observed.start(() -> authentik.providers().list());
		Observed<Application> application = Observed
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
		Observed<Everyone> everyone = PeopleReading.everyone(seen, dsm.get());
		Observed<PeopleQuestion> question = PeopleReading.question(seen, dsm.get());
		AuthentikAnswers answers = ask(authentik, everyone, question);
		boolean byUsername = question.find().filter((asked) -> DsmRules.isUsername(asked.name().claim())).isPresent();
		return seen.withAnswers(answers,
				byUsername ? answers : ask(authentik, everyone, PeopleReading.questionByUsername(question)));
	}

	private static AuthentikAnswers ask(AuthentikClient authentik, Observed<Everyone> everyone,
			Observed<PeopleQuestion> question) {
		return everyone
			.lookFurther(question, (people, rules) -> Inquiry.ask(authentik, people, rules, Inquiry.Listener.NONE))
			.find()
			.orElse(AuthentikAnswers.none());
	}

	private AuthentikSide look(AuthentikClient authentik, Reading<LinkedProvider> linked,
			@Nullable WatchedSignIn watched) {
		Reading<Observed<List<CertificateKeyPair>>> keys = Observed.start(() -> authentik.keys().list());
		Reading<Observed<List<ScopeMapping>>> mappings = Observed.start(() -> authentik.scopeMappings().list());
		Reading<Observed<UserListing>> listing = Observed.start(() -> authentik.directory().usersListedBefore());
		Reading<Observed<List<AuthentikGroup>>> groups = Observed.start(() -> authentik.directory().groups());
		Reading<Observed<SystemSettings>> settings = Observed.start(() -> authentik.directory().settings());
		Observed<Application> application = linked.get().application();
		Observed<OAuth2Provider> provider = linked.get().provider();
		Reading<Observed<List<PolicyBinding>>> bindings = Reading
			.start(() -> application.lookFurther((found) -> authentik.bindings().list(found.pk())));
		Reading<Observed<List<Flow>>> flows = Observed
			.start(() -> authentik.flows().listedBefore(Flow.Designation.AUTHORIZATION));
		Reading<Observed<List<FlowStage>>> stages = Reading
			.start(() -> provider.lookFurther(flows.get(), (found, known) -> stages(found, known, authentik)));
		Reading<Observed<SignInEvents>> signIns = Reading
			.start(() -> application.lookFurther((found) -> signIns(watched, found, authentik)));
		Observed<List<String>> prompts = provider.lookFurther(mappings.get(),
				(found, known) -> prompts(found, known, authentik));
		Observed<List<AuthentikUser>> users = listing.get().lookFurther(UserListing::users);
		Observed<ClaimSample> sample = users.lookFurther(provider, (people, of) -> sample(people, of, authentik));
		return new AuthentikSide(application, provider, linked.get().providers(), flows.get(), stages.get(), keys.get(),
				mappings.get(), bindings.get(), users, listing.get().find().filter(UserListing::earlier).isPresent(),
				groups.get(),
				settings.get().lookFurther((read) -> new OwnNames(read, prompts.find().orElse(List.of()))), sample,
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

	/** Only a name bridge has an attribute that people could be asked for. */
	private static List<String> prompts(OAuth2Provider provider, List<ScopeMapping> mappings,
			AuthentikClient authentik) {
		return provider.bridgeAmong(mappings)
			.flatMap(ScopeMapping::bridgedAttribute)
			.map((attribute) -> authentik.directory().promptsFor(attribute))
			.orElse(List.of());
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
	record LinkedProvider(Observed<Application> application, Observed<OAuth2Provider> provider,
			Observed<List<OAuth2Provider>> providers) {

	}

}
