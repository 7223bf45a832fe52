package io.github.dsmsso.lab.dsm.system;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.dsmsso.lab.dsm.protocol.Json;
import io.github.dsmsso.lab.dsm.webapi.ApiAnswer;
import io.github.dsmsso.lab.dsm.webapi.ApiCall;
import io.github.dsmsso.lab.dsm.webapi.ApiCatalogue;
import io.github.dsmsso.lab.dsm.webapi.ApiFamily;
import io.github.dsmsso.lab.dsm.webapi.Page;
import io.github.dsmsso.lab.dsm.world.ConnectionLog;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import io.github.dsmsso.lab.dsm.world.NasSession;
import org.jspecify.annotations.Nullable;

/** Who is connected now, and who came and went. */
public final class Logs implements ApiFamily {

	private final DsmWorld world;

	public Logs(DsmWorld world) {
		this.world = world;
	}

	@Override
	public void describe(ApiCatalogue catalogue) {
		catalogue.api("SYNO.Core.CurrentConnection").users("get", this::connections).users("list", this::connections);
		catalogue.api("SYNO.Core.SyslogClient.Log").administrators("list", this::log);
		catalogue.api("SYNO.Core.SyslogClient.Status").administrators("latestlog_get", this::latest);
	}

	private ApiAnswer connections(ApiCall call) {
		List<NasSession> sessions = this.world.sessions().newestFirst();
		List<?> items = Page.of(call.parameters())
			.of(sessions)
			.stream()
			.map((session) -> connection(session, call.request().cookie("id")))
			.toList();
		return ApiAnswer.of(Json.object("items", items, "systime",
				format(this.world.now(), "EEE MMM d HH:mm:ss yyyy") + "\n", "total", sessions.size()));
	}

	private Map<String, ?> connection(NasSession session, @Nullable String ownSid) {
		String opened = format(session.openedAt(), "yyyy/MM/dd HH:mm:ss");
		Map<String, @Nullable Object> connection = Json.object("can_be_kicked", true, "descr", "DiskStation Manager",
				"from", session.source(), "pid", 1, "protocol", "HTTP/HTTPS", "time", opened, "type", "HTTP/HTTPS",
				"user_can_be_disabled", true, "who", session.account().name());
		if (this.world.version().tellsOfDevices()) {
			connection.putAll(Json.object("did", "", "first_login_time", opened, "is_amfa", false,
					"is_current_connected", session.sid().equals(ownSid), "is_otp_trusted", false, "location", "",
					"user_agent", session.userAgent()));
		}
		return connection;
	}

	private ApiAnswer log(ApiCall call) {
		List<ConnectionLog.Line> lines = new ArrayList<>(this.world.connectionLog().lines());
		if (call.parameters().text("dir").equalsIgnoreCase("asc")) {
			Collections.reverse(lines);
		}
		List<?> items = Page.of(call.parameters()).of(lines).stream().map(this::item).toList();
		long warnings = lines.stream().filter((line) -> line.level().equals("warning")).count();
		return ApiAnswer.of(Json.object("errorCount", 0, "infoCount", lines.size() - warnings, "items", items, "total",
				lines.size(), "warnCount", warnings));
	}

	/** The key is spelled like that. */
	private Map<String, ?> item(ConnectionLog.Line line) {
		return Json.object("descr", line.text(), "level", line.level(), "logtype", "Connection", "orginalLogType",
				"connection", "time", format(line.time(), "yyyy/MM/dd HH:mm:ss"), "who", line.who());
	}

	private ApiAnswer latest(ApiCall call) {
		List<?> logs = Page.of(call.parameters())
			.of(this.world.connectionLog().lines())
			.stream()
			.map((line) -> Json.object("fac", line.who(), "host", this.world.hostname(), "ldate",
					format(line.time(), "yyyy-MM-dd"), "ltime", format(line.time(), "HH:mm:ss"), "msg", line.text(),
					"prio", line.level(), "prog", "Connection"))
			.toList();
		return ApiAnswer.of(Json.object("logs", logs));
	}

	private String format(Instant time, String pattern) {
		return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(time.atZone(this.world.clock().getZone()));
	}

}
