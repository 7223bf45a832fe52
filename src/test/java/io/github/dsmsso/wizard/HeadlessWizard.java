package io.github.dsmsso.wizard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.wizard.accounts.Inquiry;
import io.github.dsmsso.wizard.apply.Applier;
import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.apply.Pause;
import io.github.dsmsso.wizard.apply.SteadyTime;
import io.github.dsmsso.wizard.authentik.AuthentikApi;
import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.connection.SignedInNas;
import io.github.dsmsso.wizard.dsm.DsmApi;
import io.github.dsmsso.wizard.dsm.DsmCredentials;
import io.github.dsmsso.wizard.dsm.DsmException;
import io.github.dsmsso.wizard.dsm.DsmSession;
import io.github.dsmsso.wizard.dsm.NasDescription;
import io.github.dsmsso.wizard.dsm.SignIn;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.oidc.ClientCredentialsSource;
import io.github.dsmsso.wizard.plan.AuthentikInventory;
import io.github.dsmsso.wizard.plan.CurrentState;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.plan.Planner;
import io.github.dsmsso.wizard.plan.Proposal;
import io.github.dsmsso.wizard.plan.Proposals;
import io.github.dsmsso.wizard.plan.ProviderChoice;
import io.github.dsmsso.wizard.plan.StateReader;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.Secret;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ClassUtils;
import org.springframework.util.FileSystemUtils;

/**
 * Everything below the pages with real clients, signed in to the demo's NAS and
 * authentik; no time is lost in waiting.
 */
public final class HeadlessWizard implements AutoCloseable {

	/** Where a disk in memory is, on a machine that has one. */
	private static final Path MEMORY = Path.of("/dev/shm");

	/** Thousands of runs force each line of their journals to the disk. */
	private final Path journal = (Files.isWritable(MEMORY) ? MEMORY : Path.of("target", "journals"))
		.resolve("dsm-sso-wizard-" + UUID.randomUUID());

	private final Peer nas;

	private final Peer authentik;

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private DsmSession dsmSession;

	private AuthentikClient authentikClient;

	/** What the NAS said of itself when the wizard first met it. */
	private final NasDescription description;

	private @Nullable Proposal proposal;

	/**
	 * Starts a wizard that loses no time in waiting, and signs in.
	 * @param replacement puts other beans in the place of these
	 */
	public HeadlessWizard(Peer nas, Peer authentik, Consumer<GenericApplicationContext> replacement) {
		this(nas, authentik, Clock.systemUTC(), (duration) -> {
		}, replacement);
	}

	/**
	 * Starts a wizard with a clock and a patience of its own, and signs in.
	 * @param replacement puts other beans in the place of these
	 */
	public HeadlessWizard(Peer nas, Peer authentik, Clock clock, Pause pause,
			Consumer<GenericApplicationContext> replacement) {
		this.nas = nas;
		this.authentik = authentik;
		this.context.registerBean(Clock.class, () -> clock);
		this.context.registerBean("ownPause", Pause.class, () -> pause, (bean) -> bean.setPrimary(true));
		this.context.registerBean("ownTime", SteadyTime.class, () -> steady(clock), (bean) -> bean.setPrimary(true));
		this.context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("bench", Map.of("wizard.apply.journal", this.journal.toString())));
		this.context.register(Beans.class);
		replacement.accept(this.context);
		this.context.refresh();
		beginAnew();
		this.description = this.dsmSession.snapshot().description().get();
	}

	/** As much time goes by as a clock says that nobody sets. */
	public static SteadyTime steady(Clock clock) {
		return () -> Duration.between(Instant.EPOCH, clock.instant());
	}

	/** Forgets every run and signs in to both, as for another pair at the same places. */
	public void beginAnew() {
		bean(Applier.class).forget();
		signInAnew();
	}

	/** New sessions with both. */
	public void signInAnew() {
		this.dsmSession = signIn();
		this.authentikClient = connect();
	}

	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	public Connection connection() {
		return new Connection(this.dsmSession, this.authentikClient);
	}

	public DsmSession dsmSession() {
		return this.dsmSession;
	}

	public AuthentikClient authentikClient() {
		return this.authentikClient;
	}

	/**
	 * A new session at the NAS.
	 * @throws DsmException where it does not want to
	 */
	public DsmSession signIn() {
		DsmApi dsm = bean(DsmApi.class);
		DsmCredentials administrator = new DsmCredentials(DemoNas.ADMINISTRATOR, Secret.of(DemoNas.PASSWORD), null);
		SignIn signIn = dsm.signIn(dsm.discover(this.nas), administrator);
		if (signIn.outcome() != SignIn.Outcome.SIGNED_IN) {
			throw new DsmException(signIn.requireCode());
		}
		return signIn.requireSession();
	}

	/** A new connection to authentik. */
	public AuthentikClient connect() {
		return bean(AuthentikApi.class).connect(this.authentik, Secret.of(DemoAuthentik.API_TOKEN));
	}

	/** What the wizard would propose. */
	public Proposal proposal() {
		AuthentikInventory inventory = bean(StateReader.class).inventory(this.authentikClient);
		this.proposal = bean(Proposals.class).propose(connection(),
				new SignedInNas(this.dsmSession, this.description, this.dsmSession.ssoClient()), inventory,
				ProviderChoice.ofLikeliest(), Inquiry.Listener.NONE);
		return this.proposal;
	}

	/** The desired state that the wizard would suggest. */
	public DesiredState suggested() {
		return proposal().desired();
	}

	public Plan plan(DesiredState desired) {
		StateReader reader = bean(StateReader.class);
		CurrentState current = reader.currentState(connection(), desired);
		AuthentikInventory inventory = reader.inventory(this.authentikClient);
		return Planner.plan(desired, current, (this.proposal != null)
				? inventory.with(this.proposal.inventory().claims(), this.proposal.inventory().directory()) : inventory,
				bean(ClientCredentialsSource.class).next());
	}

	public Plan plan() {
		return plan(suggested());
	}

	/** Begins to apply a plan of which every risk is acknowledged. */
	public ApplyRun start(Plan plan) {
		return start(bean(Applier.class), plan, connection());
	}

	/** The same by another applier, or for other systems. */
	public static ApplyRun start(Applier applier, Plan plan, Connection connection) {
		return applier.start(plan, plan.risks().stream().map(Problem::code).toList(), connection);
	}

	@Override
	public void close() {
		this.context.close();
		FileSystemUtils.deleteRecursively(this.journal.toFile());
	}

	@Import(Parts.class)
	static class Beans {

		@Bean
		SecureRandom secureRandom() {
			return new SecureRandom();
		}

		@Bean
		Executor applicationTaskExecutor() {
			return Runnable::run;
		}

	}

	/**
	 * Everything in the beans, looked for once: to read every class again is most of what
	 * such a wizard costs.
	 */
	static class Parts implements ImportBeanDefinitionRegistrar {

		private static final Class<?>[] FOUND = Stream
			.of("http", "oidc", "dsm", "authentik", "accounts", "plan", "apply", "verify", "texts")
			.flatMap(Parts::in)
			.toArray(Class<?>[]::new);

		@Override
		public void registerBeanDefinitions(AnnotationMetadata beans, BeanDefinitionRegistry registry) {
			new AnnotatedBeanDefinitionReader(registry).register(FOUND);
		}

		private static Stream<Class<?>> in(String name) {
			return new ClassPathScanningCandidateComponentProvider(true)
				.findCandidateComponents("io.github.dsmsso.wizard." + name)
				.stream()
				.map((part) -> ClassUtils.resolveClassName(part.getBeanClassName(), null));
		}

	}

}
