package io.github.dsmsso.wizard.verify;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.github.dsmsso.lab.authentik.AuthentikSimulator;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.browser.Visitor;
import io.github.dsmsso.lab.contract.Contract;
import io.github.dsmsso.lab.dsm.RunningDsm;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.sso.JdkOutboundHttp;
import io.github.dsmsso.lab.dsm.sso.NasNetwork;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.lab.http.LabServer;
import io.github.dsmsso.wizard.authentik.AllowedRedirect;
import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.AuthentikApi;
import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.authentik.Flow;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.authentik.ScopeMapping;
import io.github.dsmsso.wizard.authentik.SubjectMode;
import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.dsm.DsmApi;
import io.github.dsmsso.wizard.dsm.DsmCredentials;
import io.github.dsmsso.wizard.dsm.DsmSession;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.dsm.SsoProfile;
import io.github.dsmsso.wizard.http.Fingerprint;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.http.PresentedCertificate;
import io.github.dsmsso.wizard.http.TlsTrust;
import io.github.dsmsso.wizard.oidc.ClientCredentials;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Secret;

import org.springframework.beans.factory.BeanFactory;

/**
 * The laboratory's NAS and authentik, connected well, with the wizard's clients.
 */
final class LabPair implements AutoCloseable {

	static final String SLUG = "synology";

	private static final String PASSWORD = "Lab-2026";

	private static final String TOKEN = "token-of-akadmin-for-the-laboratory";

	private static final LabCertificate CERTIFICATE = LabCertificate.selfSigned("localhost");

	private final AuthentikSimulator authentik;

	private final Contract contract;

	private final LabServer authentikServer;

	private final NasNetwork network;

	private final RunningDsm dsm;

	private AuthentikClient client;

	private final DsmSession session;

	private LabPair(BeanFactory beans, String release, Duration skew) {
		this.authentik = new AuthentikSimulator(authentikWorld(release));
		this.contract = Contract.of(this.authentik.world().version().number());
		this.authentikServer = LabServer.https(this.contract.on(this.authentik), CERTIFICATE, 0);
		this.network = new NasNetwork(new JdkOutboundHttp(List.of(CERTIFICATE.certificate())));
		this.dsm = RunningDsm.start(nas(skew), this.network, CERTIFICATE, 0);
		this.client = client(beans);
		DsmApi api = beans.getBean(DsmApi.class);
		this.session = api
			.signIn(api.discover(peer(this.dsm.address())),
					new DsmCredentials("setup-admin", Secret.of(PASSWORD), null))
			.requireSession();
		connect();
		this.client = client(beans);
	}

	/** Whoever checks comes later than whoever connected. */
	private AuthentikClient client(BeanFactory beans) {
		return beans.getBean(AuthentikApi.class).connect(peer(authentikAddress()), Secret.of(TOKEN));
	}

	static LabPair connected(BeanFactory beans) {
		return new LabPair(beans, "2026.8", Duration.ZERO);
	}

	static LabPair connected(BeanFactory beans, String release) {
		return new LabPair(beans, release, Duration.ZERO);
	}

	/** The NAS's clock is ahead by so much. */
	static LabPair withClockAhead(BeanFactory beans, Duration skew) {
		return new LabPair(beans, "2026.8", skew);
	}

	private static AuthentikWorld authentikWorld(String release) {
		AuthentikWorld world = new AuthentikWorld(AuthentikVersion.of(release), Clock.systemUTC(), new Random(7));
		world.people().groupComes("NAS users", false);
		world.people().userComes("akadmin", "Admin", "admin@example.org", PASSWORD, "authentik Admins");
		world.people().userComes("anna", "Anna", "anna@example.org", PASSWORD, "NAS users");
		world.people().userComes("carla", "Carla", "carla@example.org", PASSWORD, "NAS users");
		world.people().apiTokenComes("wizard", TOKEN, "akadmin");
		world.keyRing().hasAnEcKey("EC key");
		return world;
	}

	private static DsmWorld nas(Duration skew) {
		DsmWorld world = new DsmWorld(DsmVersion.DSM_7_2_2, Clock.offset(Clock.systemUTC(), skew));
		world.account("setup-admin").password(PASSWORD).administrator();
		world.account("anna").password(PASSWORD);
		world.account("carla").password(PASSWORD);
		return world;
	}

	private static Peer peer(String address) {
		return new Peer(BaseUrl.parse(address), TlsTrust.in(new Fingerprint(CERTIFICATE.fingerprint())));
	}

	private void connect() {
		OAuth2Provider provider = this.client.providers().create(draft());
		Application application = this.client.applications()
			.create(new Application("", "Synology DSM", SLUG, provider.pk(), true, "", "", ""));
		this.client.bindings().create(PolicyBinding.ofGroup(application.pk(), group("NAS users"), 0));
		String open = authentikAddress() + "/application/o/";
		this.session.saveOidcSso(new OidcSso("authentik", open + SLUG + "/.well-known/openid-configuration",
				"dsm-client", Secret.of("S3cret"), this.dsm.address(), "openid profile email", "preferred_username",
				open + "authorize/", open + "token/", true));
		this.session.saveSsoProfile(SsoProfile.oidcEnabled());
	}

	private OAuth2Provider draft() {
		List<String> scopes = List.of("openid", "profile", "email");
		List<String> mappings = this.client.scopeMappings()
			.list()
			.stream()
			.filter((mapping) -> scopes.stream().anyMatch(mapping::isShippedFor))
			.map(ScopeMapping::pk)
			.toList();
		boolean leaves = this.client.capabilities().hasInvalidationFlow();
		return new OAuth2Provider(0, "synology", flow(Flow.Designation.AUTHORIZATION, Flow.IMPLICIT_CONSENT),
				leaves ? flow(Flow.Designation.INVALIDATION, Flow.PROVIDER_INVALIDATION) : null, true,
				this.client.capabilities().hasGrantTypes() ? List.of("authorization_code") : null,
				new ClientCredentials("dsm-client", Secret.of("S3cret")),
				List.of(AllowedRedirect.exactly(this.dsm.address())), key("authentik Self-signed Certificate"), null,
				SubjectMode.HASHED_USER_ID, mappings, true, true, null);
	}

	private String flow(Flow.Designation designation, String slug) {
		return this.client.flows()
			.list(designation)
			.stream()
			.filter((flow) -> flow.slug().equals(slug))
			.findFirst()
			.orElseThrow()
			.pk();
	}

	private String group(String name) {
		return this.client.directory()
			.groups()
			.stream()
			.filter((group) -> group.name().equals(name))
			.findFirst()
			.orElseThrow()
			.pk();
	}

	String key(String name) {
		return this.client.keys()
			.list()
			.stream()
			.filter((key) -> key.name().equals(name))
			.findFirst()
			.orElseThrow()
			.pk();
	}

	/** Both present the laboratory's certificate, which this one stands for. */
	private static Presented presented() {
		PresentedCertificate shown = new PresentedCertificate(new Fingerprint(CERTIFICATE.fingerprint()), "localhost",
				"localhost", List.of("localhost"), CERTIFICATE.certificate().getNotBefore().toInstant(),
				CERTIFICATE.certificate().getNotAfter().toInstant(), false, true, true);
		return new Presented(shown, shown);
	}

	/** The connection, as if a person had signed in by it already. */
	VerificationSubject subject() {
		return untriedSubject().withSignInProven();
	}

	/** The connection, by which nobody has signed in. */
	VerificationSubject untriedSubject() {
		return new VerificationSubject(new Connection(this.session, this.client), SLUG,
				BaseUrl.parse(this.dsm.address()))
			.withPresented(presented());
	}

	String dsmAddress() {
		return this.dsm.address();
	}

	String authentikAddress() {
		return "https://localhost:" + this.authentikServer.port();
	}

	AuthentikSimulator authentik() {
		return this.authentik;
	}

	LabPair provider(String field, Object value) {
		this.authentik.world().somebodyChangesTheProvider("synology", field, value);
		return this;
	}

	DsmWorld nas() {
		return this.dsm.world();
	}

	LabPair inDsm(String field, Object value) {
		nas().sso().configure(Map.of(field, value));
		return this;
	}

	/** One more group is bound. */
	LabPair binds(String group, boolean negate) {
		this.client.bindings().create(new PolicyBinding("", application(), group(group), null, null, 1, true, negate));
		return this;
	}

	LabPair unbinds() {
		this.client.bindings().list(application()).forEach((binding) -> this.client.bindings().delete(binding.pk()));
		return this;
	}

	LabPair wantsAllBindings() {
		this.authentik.world().somebodyChangesTheApplication(SLUG, "policy_engine_mode", "all");
		return this;
	}

	/** Somebody edits the shipped mapping of the profile scope. */
	LabPair editsProfile(String expression) {
		Map<String, List<Map<String, Object>>> inventory = this.authentik.world().inventory();
		inventory.get("scopemapping")
			.stream()
			.filter((mapping) -> "profile".equals(mapping.get("scope_name")))
			.forEach((mapping) -> mapping.put("expression", expression));
		this.authentik.world().holds(inventory);
		return this;
	}

	private String application() {
		return this.client.applications().get(SLUG).orElseThrow().pk();
	}

	/** From now on the NAS itself does not reach authentik. */
	LabPair nasIsCutOff() {
		this.network.cutOff("localhost");
		return this;
	}

	/** A person signs in by the button of DSM's page. */
	void signsIn(String username) {
		Visitor.Welcome welcome = visitor().signIn(username, PASSWORD);
		if (!username.equals(welcome.account())) {
			throw new IllegalStateException(welcome.words());
		}
	}

	/**
	 * A person signs in at authentik, and the window is closed before DSM gets the code.
	 */
	String codeFor(String username) {
		return visitor().codeFor(username, PASSWORD);
	}

	private Visitor visitor() {
		return new Visitor(dsmAddress(), this.dsm.simulator(), authentikAddress(), this.authentik);
	}

	@Override
	public void close() {
		this.session.close();
		this.dsm.close();
		this.authentikServer.close();
		this.contract.requireKept();
	}

}
