package io.github.dsmsso.lab.dsm.system;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.protocol.Json;
import io.github.dsmsso.lab.dsm.webapi.ApiAnswer;
import io.github.dsmsso.lab.dsm.webapi.ApiCall;
import io.github.dsmsso.lab.dsm.webapi.ApiCatalogue;
import io.github.dsmsso.lab.dsm.webapi.ApiCatalogue.Access;
import io.github.dsmsso.lab.dsm.webapi.ApiFamily;
import io.github.dsmsso.lab.dsm.world.DsmWorld;

/** What the box is, what time it has, and what it calls itself on the network. */
public final class SystemReads implements ApiFamily {

	private static final String MODEL = "DS920+";

	private static final String SERIAL = "20C0LABLABLAB";

	private final DsmWorld world;

	public SystemReads(DsmWorld world) {
		this.world = world;
	}

	@Override
	public void describe(ApiCatalogue catalogue) {
		catalogue.api("SYNO.DSM.Info").users("getinfo", (call) -> ApiAnswer.of(info()));
		catalogue.api("SYNO.Core.System")
			.in(1, 1, "info", Access.ADMINISTRATORS, this::system)
			.in(3, 3, "info", Access.ADMINISTRATORS, this::system);
		catalogue.api("SYNO.Core.Network").administrators("get", (call) -> ApiAnswer.of(network()));
		catalogue.api("SYNO.Core.Region.NTP")
			.administrators("get", (call) -> ApiAnswer.of(ntp()))
			.administrators("status", (call) -> ApiAnswer.of(Json.object("ntp_status", true)));
	}

	private ZonedDateTime now() {
		return this.world.now().atZone(this.world.clock().getZone());
	}

	private String now(String pattern) {
		return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(now());
	}

	private Map<String, ?> info() {
		DsmVersion version = this.world.version();
		return Json.object("codepage", "enu", "model", MODEL, "ram", 4096, "serial", SERIAL, "temperature", 40,
				"temperature_warn", false, "time", now("EEE MMM d HH:mm:ss yyyy"), "uptime", 344322, "version",
				String.valueOf(version.build()), "version_string", version.versionString());
	}

	private ApiAnswer system(ApiCall call) {
		return ApiAnswer.of(call.parameters().text("type").equals("network") ? interfaces() : machine());
	}

	private Map<String, ?> machine() {
		return Json.object("cpu_clock_speed", 2000, "cpu_cores", "4", "cpu_family", "Celeron", "cpu_series", "J4125",
				"cpu_vendor", "INTEL", "enabled_ntp", true, "external_pci_slot_info", List.of(), "firmware_date",
				this.world.version().date(), "firmware_ver", this.world.version().versionString(), "model", MODEL,
				"ntp_server", "time.google.com", "ram_size", 4096, "sata_dev", List.of(), "serial", SERIAL,
				"support_esata", "no", "sys_temp", 40, "sys_tempwarn", false, "systempwarn", false,
				"temperature_warning", false, "time", now("yyyy-MM-dd HH:mm:ss"), "time_zone", "Amsterdam",
				"time_zone_desc", "(GMT+01:00) Amsterdam, Berlin, Rome, Stockholm, Vienna", "up_time", "95:38:42",
				"usb_dev", List.of());
	}

	private Map<String, ?> interfaces() {
		return Json.object("dns", "10.0.0.1", "gateway", "10.0.0.1", "hostname", this.world.hostname(), "nif",
				List.of(Json.object("addr", "10.0.0.2", "id", "eth0", "mac", "00-11-32-00-00-01", "mask",
						"255.255.255.0", "status", "connected", "type", "LAN", "use_dhcp", true)));
	}

	private Map<String, ?> network() {
		return Json.object("arp_ignore", true, "dns_manual", false, "dns_primary", "10.0.0.1", "dns_secondary", "",
				"enable_windomain", this.world.directory().domain() != null, "gateway", "10.0.0.1", "gateway_info",
				Json.object("ifname", "eth0", "ip", "10.0.0.2", "mask", "255.255.255.0", "status", "connected", "type",
						"ethernet", "use_dhcp", true),
				"ipv4_first", false, "multi_gateway", false, "server_name", this.world.hostname(), "v6gateway", "");
	}

	private Map<String, ?> ntp() {
		return Json.object("date", now("yyyy/M/d"), "date_format", "Y-m-d", "enable_ntp", "ntp", "hour",
				now().getHour(), "minute", now().getMinute(), "now", now("EEE MMM d HH:mm:ss yyyy"), "second",
				now().getSecond(), "server", "time.google.com", "time_format", "H:i", "timestamp",
				this.world.now().getEpochSecond(), "timezone", "Amsterdam");
	}

}
