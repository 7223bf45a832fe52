package io.github.dsmsso.lab.dsm;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.debug.Simulator;
import io.github.dsmsso.lab.debug.Switch;
import io.github.dsmsso.lab.dsm.accounts.AppPriv;
import io.github.dsmsso.lab.dsm.accounts.DirectoryReads;
import io.github.dsmsso.lab.dsm.accounts.Groups;
import io.github.dsmsso.lab.dsm.accounts.Users;
import io.github.dsmsso.lab.dsm.signin.Auth;
import io.github.dsmsso.lab.dsm.signin.Desktop;
import io.github.dsmsso.lab.dsm.signin.SignInPage;
import io.github.dsmsso.lab.dsm.sso.AuthorizeUrl;
import io.github.dsmsso.lab.dsm.sso.DirectorySso;
import io.github.dsmsso.lab.dsm.sso.OidcProvider;
import io.github.dsmsso.lab.dsm.sso.OidcSignIn;
import io.github.dsmsso.lab.dsm.sso.OtherSso;
import io.github.dsmsso.lab.dsm.sso.OutboundHttp;
import io.github.dsmsso.lab.dsm.system.Logs;
import io.github.dsmsso.lab.dsm.system.SystemReads;
import io.github.dsmsso.lab.dsm.system.WebReads;
import io.github.dsmsso.lab.dsm.webapi.ApiAnswer;
import io.github.dsmsso.lab.dsm.webapi.ApiInfo;
import io.github.dsmsso.lab.dsm.webapi.Arrival;
import io.github.dsmsso.lab.dsm.webapi.Arrivals;
import io.github.dsmsso.lab.dsm.webapi.BareRefusals;
import io.github.dsmsso.lab.dsm.webapi.Compound;
import io.github.dsmsso.lab.dsm.webapi.Encryption;
import io.github.dsmsso.lab.dsm.webapi.WebApiDispatcher;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;

/**
 * DSM as a handler: the WebAPI below {@code /webapi/}, the sign-in page at {@code /}, the
 * address of the identity provider at {@code /index.cgi}.
 */
public final class DsmSimulator implements Simulator {

	private static final String NOT_FOUND = "<!doctype html><title>404</title><h1>Sorry, the page you are looking for is not found.</h1>";

	private final DsmWorld world;

	private final Arrivals arrivals;

	private final WebApiDispatcher webApi;

	private final AuthorizeUrl authorizeUrl;

	private final SignInPage signInPage;

	/**
	 * A simulator.
	 * @param world the NAS it stands for
	 * @param outbound how the NAS reaches the identity provider
	 */
	public DsmSimulator(DsmWorld world, OutboundHttp outbound) {
		OidcProvider provider = new OidcProvider(outbound);
		Desktop desktop = new Desktop(world);
		this.world = world;
		this.arrivals = new Arrivals(world.clock());
		this.authorizeUrl = new AuthorizeUrl(world, provider);
		this.signInPage = new SignInPage(world, desktop);
		this.webApi = new WebApiDispatcher(world);
		this.webApi.add(List.of(new ApiInfo(world.version()), new Auth(world, new OidcSignIn(world, provider)),
				new Encryption(world), new DirectorySso(world), new OtherSso(), new Users(world), new Groups(world),
				new DirectoryReads(world), new SystemReads(world), new WebReads(world), new Logs(world),
				new BareRefusals(), new AppPriv(world), desktop, new Compound(world, this.webApi, this.arrivals)));
	}

	/** The same NAS without encryption, for a socket of its own. */
	public LabHandler inPlain() {
		return new PlainHttpPort(this.world, this);
	}

	public DsmWorld world() {
		return this.world;
	}

	@Override
	public String name() {
		return this.world.version().versionString();
	}

	@Override
	public List<Map<String, Object>> requests() {
		List<Map<String, Object>> requests = new ArrayList<>();
		List<String> members = new ArrayList<>();
		for (Arrival arrival : arrived()) {
			if (arrival.isMember()) {
				members.add(arrival.call());
			}
			else {
				requests.add(arrival.told(arrival.isCompound() ? List.copyOf(members) : List.of()));
				members.removeIf((member) -> arrival.isCompound());
			}
		}
		return requests;
	}

	@Override
	public List<Switch> switches() {
		return DsmSwitches.of(this.world);
	}

	/** What arrived so far, oldest first. */
	public List<Arrival> arrived() {
		return this.arrivals.oldestFirst();
	}

	/** Forgets what arrived. */
	public void forgetArrivals() {
		this.arrivals.clear();
	}

	@Override
	public LabResponse handle(LabRequest request) {
		if (!List.of("GET", "POST").contains(request.method())) {
			return dressed(LabResponse.html(405, "<h1>405 Not Allowed</h1>"));
		}
		if (this.world.boots()) {
			return dressed(LabResponse.html(502, "<h1>502 Bad Gateway</h1>"));
		}
		return dressed(request.path().startsWith("/webapi/") ? webApi(request) : page(request));
	}

	private LabResponse webApi(LabRequest request) {
		String script = request.path().split("/")[2];
		if (!List.of("entry.cgi", "query.cgi", "auth.cgi", "encryption.cgi").contains(script)) {
			return notFound(request);
		}
		ApiAnswer answer = this.webApi.answer(script, request);
		this.arrivals.call(request, answer.code());
		return answer.response();
	}

	private LabResponse page(LabRequest request) {
		return this.world.gateway().answer(request).orElseGet(() -> ownPage(request));
	}

	private LabResponse ownPage(LabRequest request) {
		return switch (request.path()) {
			case "/", "/index.cgi", "/webman/index.cgi" -> index(request);
			default -> notFound(request);
		};
	}

	private LabResponse index(LabRequest request) {
		this.arrivals.page(request);
		Map<String, String> parameters = request.parameters();
		if ("oidcauthurl".equals(parameters.get("action"))) {
			return this.authorizeUrl.answer(parameters.getOrDefault("method", "")).response();
		}
		return this.signInPage.answer(request);
	}

	private LabResponse notFound(LabRequest request) {
		this.arrivals.page(request);
		return LabResponse.html(404, NOT_FOUND);
	}

	/** The headers DSM's web server puts on everything. */
	private LabResponse dressed(LabResponse response) {
		return response.with("Server", "nginx")
			.with("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(this.world.now().atOffset(ZoneOffset.UTC)))
			.with("Cache-Control", "no-store")
			.with("X-Content-Type-Options", "nosniff")
			.with("P3P", "CP=\"IDC DSP COR ADM DEVi TAIi PSA PSD IVAi IVDi CONi HIS OUR IND CNT\"");
	}

}
