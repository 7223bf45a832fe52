package io.github.dsmsso.lab.debug;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.dsmsso.lab.faults.Fault;
import io.github.dsmsso.lab.http.LabResponse;

import org.springframework.web.util.HtmlUtils;

/** What is switched, and what arrived, newest first. */
final class DebugPage {

	private static final String PAGE = """
			<!doctype html>
			<html lang="en"><head><meta charset="utf-8"><title>What arrived at %1$s</title>
			<style>body{font:14px sans-serif;margin:2em}td,th{padding:.2em .8em;text-align:left;vertical-align:top}
			td{overflow-wrap:anywhere}</style></head>
			<body><h1>%1$s</h1>
			<h2>What is broken</h2>
			<ul>%2$s</ul>
			<form method="post" action="/debug/faults">
			<label>Fault <select name="fault">%3$s</select></label>
			<label>Call <input name="call" placeholder="any"></label>
			<label>From no. <input name="nth" value="1" size="4"></label>
			<label>Times <input name="times" value="1" size="6"></label> (a number, or always)
			<button>Break it</button></form>
			<h2>What is switched</h2>
			<table><thead><tr><th>Switch<th>State<th>What it does</tr></thead><tbody>%4$s</tbody></table>
			<form method="post" action="/debug/faults"><button name="reset" value="true">Reset all</button></form>
			<h2>What arrived</h2>
			<table><thead><tr>%5$s</tr></thead><tbody>%6$s</tbody></table></body></html>
			""";

	private static final String SWITCH = """
			<tr><td>%1$s<td><form method="post" action="/debug/faults">
			<input name="%1$s" value="%2$s" aria-label="%1$s" size="10"> <button>Set</button></form><td>%3$s</tr>
			""";

	private DebugPage() {
	}

	static LabResponse of(Simulator simulator, List<FaultOrder> orders, List<Switch> switches) {
		List<Map<String, Object>> requests = new ArrayList<>(simulator.requests());
		Collections.reverse(requests);
		return LabResponse.html(200,
				PAGE.formatted(escaped(simulator.name()), each(orders, (order) -> "<li>" + escaped(order)),
						each(Fault.ofAServer(), DebugPage::option), each(switches, DebugPage::row),
						each(names(requests), (name) -> "<th>" + escaped(name)), each(requests, DebugPage::row)));
	}

	private static List<String> names(List<Map<String, Object>> requests) {
		return requests.isEmpty() ? List.of() : List.copyOf(requests.get(0).keySet());
	}

	private static String option(Fault fault) {
		return "<option value=\"%s\">%s %s</option>".formatted(fault.name(), fault.number(), fault.name());
	}

	private static String row(Switch each) {
		return SWITCH.formatted(escaped(each.name()), escaped(each.state().get()), escaped(each.sentence()));
	}

	private static String row(Map<String, Object> request) {
		return "<tr>" + each(request.values(), (value) -> "<td>" + escaped(value)) + "</tr>\n";
	}

	private static <T> String each(Iterable<T> all, Function<T, String> markup) {
		StringBuilder text = new StringBuilder();
		all.forEach((one) -> text.append(markup.apply(one)));
		return text.toString();
	}

	private static String escaped(Object value) {
		return HtmlUtils.htmlEscape(value.toString());
	}

}
