package io.github.dsmsso.lab.dsm;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.dsmsso.lab.http.LabResponse;
import org.springframework.web.util.HtmlUtils;

/** What arrived, newest first, for people and for scripts. */
final class DebugPage {

	private static final String PAGE = """
			<!doctype html>
			<html lang="en"><head><meta charset="utf-8"><title>What arrived at the NAS</title>
			<style>body{font:14px sans-serif;margin:2em}td,th{padding:.2em .8em;text-align:left;vertical-align:top}
			td:nth-child(n+6){overflow-wrap:anywhere;min-width:12em}</style></head>
			<body><h1>What arrived at the NAS</h1>
			<table><thead><tr><th>Time<th>HTTP<th>Path<th>Call<th>Code<th>Query<th>Form</tr></thead><tbody>
			%s</tbody></table></body></html>
			""";

	private static final String ROW = "<tr><td>%s<td>%s<td>%s<td>%s<td>%s<td>%s<td>%s</tr>\n";

	private final Arrivals arrivals;

	DebugPage(Arrivals arrivals) {
		this.arrivals = arrivals;
	}

	LabResponse html() {
		StringBuilder rows = new StringBuilder();
		for (Arrival arrival : newestFirst()) {
			rows.append(ROW.formatted(arrival.time().truncatedTo(ChronoUnit.SECONDS), escaped(arrival.httpMethod()),
					escaped(arrival.path()), escaped((arrival.api() != null) ? arrival.call() : ""),
					(arrival.code() != 0) ? arrival.code() : "", parameters(arrival.query()),
					parameters(arrival.form())));
		}
		return LabResponse.html(200, PAGE.formatted(rows));
	}

	LabResponse json() {
		List<Map<String, ?>> requests = new ArrayList<>();
		for (Arrival arrival : newestFirst()) {
			requests.add(Json.object("api", arrival.api(), "code", arrival.code(), "form", arrival.form(),
					"http_method", arrival.httpMethod(), "method", arrival.method(), "path", arrival.path(), "query",
					arrival.query(), "time", arrival.time().toString(), "version", arrival.version()));
		}
		return LabResponse.of(200, "application/json", Json.write(requests));
	}

	private List<Arrival> newestFirst() {
		List<Arrival> arrivals = new ArrayList<>(this.arrivals.oldestFirst());
		Collections.reverse(arrivals);
		return arrivals;
	}

	private static String parameters(Map<String, String> parameters) {
		return parameters.entrySet()
			.stream()
			.filter((parameter) -> !List.of("api", "method", "version").contains(parameter.getKey()))
			.map((parameter) -> escaped(parameter.getKey() + "=" + parameter.getValue()))
			.collect(Collectors.joining("<br>"));
	}

	private static String escaped(Object text) {
		return HtmlUtils.htmlEscape(text.toString());
	}

}
