package io.github.dsmsso.lab.authentik;

import java.util.List;

import io.github.dsmsso.lab.http.LabResponse;
import org.springframework.web.util.HtmlUtils;

/**
 * {@code /debug}: what arrived, newest first. Only names of parameters, never their
 * values.
 */
final class DebugPage {

	private DebugPage() {
	}

	static LabResponse of(List<ArrivedRequest> arrived) {
		StringBuilder rows = new StringBuilder();
		for (int i = arrived.size() - 1; i >= 0; i--) {
			rows.append(row(arrived.get(i)));
		}
		return LabResponse.html(200, """
				<!DOCTYPE html>
				<html lang="en">
				<head><meta charset="utf-8"><title>What arrived</title></head>
				<body><h1>What arrived at this authentik</h1>
				<table><tr><th>Time</th><th>Method</th><th>Path</th><th>Query</th><th>Status</th></tr>
				%s</table></body>
				</html>
				""".formatted(rows));
	}

	private static String row(ArrivedRequest request) {
		return "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%d</td></tr>%n".formatted(request.at(),
				HtmlUtils.htmlEscape(request.method()), HtmlUtils.htmlEscape(request.path()),
				HtmlUtils.htmlEscape(String.join(" ", request.queryParameters().stream().sorted().toList())),
				request.status());
	}

}
