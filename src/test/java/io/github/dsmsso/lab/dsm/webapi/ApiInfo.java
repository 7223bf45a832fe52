package io.github.dsmsso.lab.dsm.webapi;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.dsmsso.lab.dsm.protocol.ApiSpec;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;

/** SYNO.API.Info: which APIs there are, for anyone who asks. */
public final class ApiInfo implements ApiFamily {

	private final Map<String, ApiSpec> apis;

	public ApiInfo(DsmVersion version) {
		this.apis = version.apis();
	}

	@Override
	public void describe(ApiCatalogue catalogue) {
		catalogue.api("SYNO.API.Info").anyone("query", this::query).anyone("Query", this::query);
	}

	/** {@code query} is "all", a list with commas, or a beginning that ends in a dot. */
	private ApiAnswer query(ApiCall call) {
		String query = call.parameters().text("query");
		List<String> wanted = Arrays.asList(query.split(","));
		Map<String, Object> found = new TreeMap<>();
		this.apis.forEach((name, spec) -> {
			if (query.isEmpty() || wanted.stream().anyMatch((wish) -> matches(wish, name))) {
				found.put(name, spec.advertised());
			}
		});
		return ApiAnswer.of(found);
	}

	private static boolean matches(String wish, String name) {
		return wish.equals("all") || wish.equals(name) || (wish.endsWith(".") && name.startsWith(wish));
	}

}
