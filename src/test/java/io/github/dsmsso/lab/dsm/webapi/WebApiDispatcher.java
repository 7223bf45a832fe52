package io.github.dsmsso.lab.dsm.webapi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.github.dsmsso.lab.dsm.protocol.ApiSpec;
import io.github.dsmsso.lab.dsm.protocol.CallParameters;
import io.github.dsmsso.lab.dsm.protocol.DsmError;
import io.github.dsmsso.lab.dsm.protocol.SealedForm;
import io.github.dsmsso.lab.dsm.webapi.ApiCatalogue.ApiMethod;
import io.github.dsmsso.lab.dsm.world.DsmAssumption;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import io.github.dsmsso.lab.dsm.world.NasSession;
import io.github.dsmsso.lab.http.LabRequest;
import org.jspecify.annotations.Nullable;

/**
 * The front of the WebAPI. It refuses in DSM's order: something missing (101), no such
 * API (102), no such version (104), no such method (103), no session (119), no permission
 * (105), and only then lets the method look at its parameters.
 */
public final class WebApiDispatcher {

	private static final Map<String, Set<String>> ONLY = Map.of("query.cgi",
			Set.of("SYNO.API.Info", "SYNO.Core.Desktop.SessionData"), "auth.cgi", Set.of("SYNO.API.Auth"),
			"encryption.cgi", Set.of("SYNO.API.Encryption"));

	private final DsmWorld world;

	private final ApiCatalogue catalogue = new ApiCatalogue();

	private final SessionCheck sessions;

	public WebApiDispatcher(DsmWorld world) {
		this.world = world;
		this.sessions = new SessionCheck(world);
	}

	public void add(List<ApiFamily> families) {
		families.forEach((family) -> family.describe(this.catalogue));
	}

	/** Answers a request to one of the scripts below {@code /webapi/}. */
	public ApiAnswer answer(String script, LabRequest request) {
		try {
			boolean always = this.world.assumes(DsmAssumption.ENVELOPE_COMES_FIRST);
			return answerOpened(script, SealedForm.open(request, (value) -> always || !value.isEmpty()));
		}
		catch (DsmError ex) {
			return ApiAnswer.refused(ex);
		}
	}

	private ApiAnswer answerOpened(String script, LabRequest request) {
		Map<String, String> raw = parameters(request);
		String api = raw.get("api");
		if (ONLY.containsKey(script) && api != null && !ONLY.get(script).contains(api)) {
			return ApiAnswer.refused(new DsmError(102));
		}
		return answer(api, raw.get("version"), raw.get("method"), () -> read(api, raw), request);
	}

	/** Answers one call, be it alone or a member of a compound. */
	public ApiAnswer answer(@Nullable String api, @Nullable String version, @Nullable String method,
			Supplier<CallParameters> parameters, LabRequest request) {
		try {
			int number = parse(api, version, method);
			ApiMethod found = find(api, number, method);
			NasSession session = this.sessions.admitted(found.access(), request);
			return found.action().apply(new ApiCall(api, number, method, parameters.get(), request, session));
		}
		catch (DsmError ex) {
			return ApiAnswer.refused(ex);
		}
	}

	private int parse(@Nullable String api, @Nullable String version, @Nullable String method) {
		if (api == null || method == null || version == null || !version.matches("\\d{1,4}")) {
			throw new DsmError(101);
		}
		return Integer.parseInt(version);
	}

	private ApiMethod find(String api, int version, String method) {
		ApiSpec spec = this.world.version().apis().get(api);
		if (spec == null) {
			throw new DsmError(102);
		}
		if (!spec.supports(version)) {
			throw new DsmError(104);
		}
		return this.catalogue.find(api, method, version).orElseThrow(() -> new DsmError(103));
	}

	/** The API may be named in the path instead of in a parameter. */
	static Map<String, String> parameters(LabRequest request) {
		Map<String, String> raw = new HashMap<>(request.parameters());
		String[] path = request.path().split("/", 4);
		if (path.length == 4 && !path[3].isEmpty()) {
			raw.putIfAbsent("api", path[3]);
		}
		return raw;
	}

	private CallParameters read(@Nullable String api, Map<String, String> raw) {
		ApiSpec spec = this.world.version().apis().get(String.valueOf(api));
		if (spec == null || !spec.json()) {
			return CallParameters.bare(raw);
		}
		return (this.world.assumes(DsmAssumption.BARE_STRINGS_ARE_TAKEN) || api.equals("SYNO.API.Info"))
				? CallParameters.tolerant(raw) : CallParameters.strict(raw);
	}

}
