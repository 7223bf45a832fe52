package io.github.dsmsso.wizard.shared;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.fail;

class AddressTests {

	private static final String LABEL_63 = "a".repeat(63);

	private static final String NAME_253 = (LABEL_63 + ".").repeat(3) + "b".repeat(61);

	@ParameterizedTest
	@CsvSource({ "nas, https://nas", "NAS, https://nas", "'  nas  ', https://nas", "'nas\n', https://nas",
			"nas., https://nas", "nas/, https://nas", "nas:443, https://nas", "nas:5001, https://nas:5001",
			"nas:1, https://nas:1", "nas:65535, https://nas:65535", "nas:80, https://nas:80",
			"nas.:5001/, https://nas:5001", "https://nas, https://nas", "HTTPS://NAS/, https://nas",
			"https://nas:5001/, https://nas:5001", "https://nas:443/, https://nas",
			"nas.example.org, https://nas.example.org", "1nas, https://1nas", "n-a-s, https://n-a-s",
			"a.b.c.d.e, https://a.b.c.d.e", "nas.1a, https://nas.1a", "xn--fa-hia.de, https://xn--fa-hia.de",
			"my-nas.synology.me:5001, https://my-nas.synology.me:5001",
			"notquickconnect.to, https://notquickconnect.to", "metadata.example.org, https://metadata.example.org",
			"0xnas, https://0xnas", "169.254.example.org, https://169.254.example.org",
			"127.example.org, https://127.example.org" })
	void aNameIsReadAsItIsPasted(String typed, String printed) {
		assertThat(BaseUrl.parse(typed)).hasToString(printed);
	}

	@ParameterizedTest
	@CsvSource({ "192.168.1.5, https://192.168.1.5", "10.0.0.1:5001, https://10.0.0.1:5001",
			"https://172.16.0.9/, https://172.16.0.9", "127.0.0.1, https://127.0.0.1", "1.2.3.4., https://1.2.3.4",
			"255.255.255.255x.de, https://255.255.255.255x.de", "100.64.0.1, https://100.64.0.1",
			"223.255.255.255, https://223.255.255.255", "http://127.0.0.1:9000, http://127.0.0.1:9000",
			"http://127.0.0.1, http://127.0.0.1", "HTTP://127.1.2.3:80/, http://127.1.2.3", "[::1], https://[::1]",
			"http://[::1]:9000, http://[::1]:9000", "[0:0:0:0:0:0:0:1], https://[::1]",
			"[2001:db8::5]:5001, https://[2001:db8::5]:5001", "[2001:DB8::5], https://[2001:db8::5]",
			"[2001:0db8:0000:0000:0000:0000:0000:0005], https://[2001:db8::5]",
			"[2001:db8:0:1:0:0:0:1], https://[2001:db8:0:1::1]", "[2001:0:0:1:0:0:0:1], https://[2001:0:0:1::1]",
			"[2001:db8:0:0:1:0:0:1], https://[2001:db8::1:0:0:1]", "[2001:db8::], https://[2001:db8::]",
			"[0:0:1:2:3:4:5:6], https://[::1:2:3:4:5:6]", "[1:2:3:4:5:6:7:8], https://[1:2:3:4:5:6:7:8]",
			"[1:0:3:4:5:6:7:8], https://[1:0:3:4:5:6:7:8]", "[fd12:3456::1], https://[fd12:3456::1]" })
	void anAddressIsWrittenInOneWayOnly(String typed, String printed) {
		assertThat(BaseUrl.parse(typed)).hasToString(printed);
	}

	@ParameterizedTest
	@MethodSource("longest")
	void theLongestNamesAreNames(String typed) {
		assertThat(BaseUrl.parse(typed).host()).isEqualTo(typed);
	}

	static List<String> longest() {
		return List.of(LABEL_63, LABEL_63 + ".de", NAME_253);
	}

	@ParameterizedTest
	@ValueSource(strings = { "user@nas", "user:pw@nas", "https://user:pw@nas", "https://user@nas:5001", "@nas", "nas@",
			"https://@nas", "a@b@c", "nas@evil.example:443", "https://nas:5001@evil.example", "user@[::1]",
			"https://nas@127.0.0.1/", "mailto:admin@nas", "nas:5001@evil", "admin:@nas" })
	void aUserNameHasNoPlaceInAnAddress(String typed) {
		assertRefused(typed, "user-name");
	}

	@ParameterizedTest
	@ValueSource(strings = { "na s", "nas 5001", "nas :5001", "nas: 5001", "https:// nas", "https ://nas", "nas\tx",
			"na\u0000s", "na\rs", "nas\r\nHost: evil", "nas\nx", "na\u0001s", "nas\u001bx", "nas\\evil",
			"https:\\\\nas", "https://nas\\@evil", "\\\\nas\\share", "nas%2eexample", "nas%00", "%6eas", "nas%",
			"[fe80::1%eth0]", "[fe80::1%25eth0]", "nas\u000bx", "nas\u000cx", "nas\u0007x", "https://nas\\",
			"nas;x y" })
	void someCharactersAreInNoAddress(String typed) {
		assertRefused(typed, "characters");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ftp://nas", "file:///etc/passwd", "file://nas/share", "smb://nas", "ws://nas",
			"wss://nas", "ssh://nas", "gopher://nas", "ldap://nas", "afp://nas", "jar://nas", "httpss://nas", "h://nas",
			"//nas", "///nas", "/nas", "/", "https:///nas", "http:////nas", "https:///", "javascript://nas", "data://x",
			"nas://nas", "view-source://nas", "about://nas", "blob://nas", "git+ssh://nas", "x.y-z://nas" })
	void onlyWebAddressesAreRead(String typed) {
		assertRefused(typed, "scheme");
	}

	@ParameterizedTest
	@CsvSource({ "nas/webman, https://nas", "https://nas:5001/#/signin, https://nas:5001", "nas#, https://nas",
			"nas?, https://nas", "nas?launchApp=x, https://nas", "https://nas/?a=b, https://nas", "nas//, https://nas",
			"https://nas:5001/webman/index.cgi, https://nas:5001", "nas/.., https://nas", "nas/@x, https://nas",
			"nas/:5001, https://nas", "https://NAS./x, https://nas", "nas#@evil, https://nas", "nas?@evil, https://nas",
			"nas/https://x, https://nas", "[::1]/x, https://[::1]", "10.0.0.1/24, https://10.0.0.1",
			"http://127.0.0.1:9000/if/admin, http://127.0.0.1:9000" })
	void aPathIsRefusedWithTheAddressWithoutIt(String typed, String instead) {
		assertRefused(typed, "path", instead);
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.1", "127.0.1", "1.2.3", "1.2.3.4.5", "2130706433", "0", "1", "0x7f000001",
			"0x7f.0.0.1", "0177.0.0.1", "127.0.0.01", "127.000.000.001", "00.0.0.0", "256.1.1.1", "1.256.1.1",
			"1.1.256.1", "1.1.1.256", "999.999.999.999", "1.2.3.4567", "127.0.0.0x1", "0x", "nas.0x1f", "nas.123",
			"a.b.c.4", "1..2.3", ".1.2.3.4", "192.168.1", "192.168.1.05", "192.168.01.5", "4294967295", "4294967296",
			"017700000001", "0.0.0.0", "0.1.2.3", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
			"https://127.1", "http://0", "0x0", "127.0x0.0.1", "-1.2.3.4", "1.2.3.-4.5" })
	void anAddressInNumbersHasFourOfThem(String typed) {
		assertRefused(typed, "ipv4");
	}

	@ParameterizedTest
	@ValueSource(strings = { "::1", "fe80::1", "2001:db8::1", "1:2:3:4:5:6:7:8", "https://::1", "nas:5001:5001", "[",
			"[]", "[::1", "[:]", "[:::]", "[::1::]", "[1::2::3]", "[1:2:3:4:5:6:7]", "[1:2:3:4:5:6:7:8:9]",
			"[12345::1]", "[g::1]", "[::ffff:127.0.0.1]", "[::127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:7f00:1]",
			"[127.0.0.1]", "[nas]", "[v1.fe80::a]", "[vF.x]", "[::]", "[0:0:0:0:0:0:0:0]", "[fe80::1]", "[febf::1]",
			"[ff02::1]", "[ff00::]", "[[::1]]", "[1:2:3:4:5:6:7:8:]", "[:1:2:3:4:5:6:7]", "[1]", "[::g]",
			"https://[::1", "[+1::2]" })
	void anIpv6AddressStandsInBracketsAndLeadsSomewhere(String typed) {
		assertRefused(typed, "ipv6");
	}

	@ParameterizedTest
	@ValueSource(strings = { "nas..local", "1.2.3.4..", ".nas", ".", "..", "nas..", "-nas", "nas-", "na_s", "_nas",
			"nas_", "a.-b", "a-.b", "nas!", "na$s", "na*s", "*.example.org", "na'as", "\"nas\"", "(nas)", "nas,other",
			"nas;x", "na~s", "na+s", "na=s", "na&s", "<nas>", "{nas}", "na|s", "na^s", "na`s", "a]", "nas]", "-", "--",
			"a.b-.c", "https://", "https://.", "https://-", "https://?x", ":5001", "https://:5001", "#", "?x" })
	void aNameHasLettersDigitsAndHyphens(String typed) {
		assertRefused(typed, "name");
	}

	@ParameterizedTest
	@MethodSource("tooLong")
	void aNameThatIsTooLongIsNone(String typed) {
		assertRefused(typed, "name");
	}

	static List<String> tooLong() {
		return List.of(LABEL_63 + "a", "a." + LABEL_63 + "a.de", NAME_253 + "b", "a.".repeat(127) + "aa",
				"a".repeat(2000));
	}

	@ParameterizedTest
	@ValueSource(strings = { "nas:", "nas:0", "nas:00", "nas:65536", "nas:99999", "nas:100000", "nas:4294967739",
			"nas:99999999999999999999", "nas:-1", "nas:+5001", "nas:05001", "nas:5001a", "nas:a", "nas:0x1389",
			"nas:5,001", "nas:5001.", "nas:50.01", "https://nas:/", "https://nas:0/", "[::1]:", "[::1]:0", "[::1]x",
			"[::1]5001", "[::1].", "[::1]]", "1.2.3.4:", "1.2.3.4:70000", "javascript:alert(1)", "https:nas",
			"localhost:http", "nas:1e3", "https:/nas", "https://https://nas", "tel:+49", "data:text/html",
			"[::1]:5001:5001" })
	void aPortIsANumberUpTo65535(String typed) {
		assertRefused(typed, "port");
	}

	@ParameterizedTest
	@ValueSource(strings = { "nаs", "ｎａｓ", "nas。local", "nas．local", "nas｡local", "na\u200ds", "na\u200cs", "na\u00ads",
			"na\u200bs", "na\u2060s", "na\ufeffs", "\u202enas", "nas\u202c", "na\u0301s", "n\u00e4s", "faß.de",
			"münchen.de", "日本.jp", "пример.рф", "①②⑦.0.0.1", "１２７.0.0.1", "127．0．0．1", "١٢٧.0.0.1", "nas:５００１",
			"nas：5001", "https：//nas", "nas／x", "nas⁄x", "nas∕x", "nas＠evil", "nas＃x", "nas？x", "nas＼x", "nas\u00a0x",
			"\u00a0nas", "nas\u2028x", "nas\u2029x", "ℕas", "𝐧as", "nas🔑", "n\u0430\u0455", "ɴas", "nas\u0085x",
			"na\u007fs", "ıas", "İas", "ſas", "Kelvin\u212a", "㏄.de", "nas\ud800", "nas\ufffd", "[：：1]", "[::１]", "ⓝⓐⓢ",
			"nas\u0338", "\u2066nas\u2069", "nas\u180e" })
	void onlyPlainLettersAreRead(String typed) {
		assertRefused(typed, "not-ascii");
	}

	@ParameterizedTest
	@ValueSource(strings = { "quickconnect.to", "https://quickconnect.to/mynas", "http://quickconnect.to/mynas",
			"mynas.quickconnect.to", "https://mynas.de3.quickconnect.to/",
			"192-168-1-5.mynas.direct.quickconnect.to:5001", "QuickConnect.to", "quickconnect.cn", "find.synology.com",
			"http://find.synology.com", "finds.synology.com", "find.synology.cn", "quickconnect.to." })
	void quickConnectIsExplained(String typed) {
		assertRefused(typed, "quickconnect");
	}

	@ParameterizedTest
	@ValueSource(strings = { "169.254.169.254", "169.254.0.1", "https://169.254.169.254/", "metadata.google.internal",
			"METADATA.google.internal.", "metadata", "instance-data", "168.63.129.16", "100.100.100.200",
			"[fd00:ec2::254]", "[fd00:0ec2:0:0::254]", "169.254.169.254:80", "metadata/computeMetadata" })
	void metadataServicesAreLeftAlone(String typed) {
		assertRefused(typed, "metadata");
	}

	@ParameterizedTest
	@CsvSource({ "http://nas, https://nas", "http://nas:5000, https://nas:5001", "http://nas:80/, https://nas",
			"http://nas:8080, https://nas:8080", "http://nas:50000, https://nas:50000",
			"http://nas:5001, https://nas:5001", "http://localhost, https://localhost",
			"http://192.168.1.5:5000/, https://192.168.1.5:5001", "http://127.example.org, https://127.example.org",
			"http://127.0.0.1.nip.io:5000, https://127.0.0.1.nip.io:5001",
			"http://[2001:db8::1]:5000, https://[2001:db8::1]:5001", "http://nas/path, https://nas",
			"HTTP://NAS:5000, https://nas:5001" })
	void plainHttpIsRefusedWithTheLikelyAddress(String typed, String instead) {
		assertRefused(typed, "http", instead);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\t\r\n", "   " })
	void anEmptyFieldIsEmpty(String typed) {
		assertRefused(typed, "empty");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "a.", "[", "[:", "0.", "https://", "1.", " ", "%", "-", "a:", "::", "@", "ä" })
	void anOversizeInputIsRefusedAtOnce(String unit) {
		String huge = unit.repeat(1_000_000);
		assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertRefused(huge, "too-long"));
		String large = unit.repeat(2048).substring(0, 2048);
		assertTimeoutPreemptively(Duration.ofSeconds(10),
				() -> assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> BaseUrl.parse(large)));
	}

	@ParameterizedTest
	@MethodSource("accepted")
	void whatIsPrintedIsReadAsTheSame(String typed) {
		BaseUrl address = BaseUrl.parse(typed);
		assertThat(BaseUrl.parse(address.toString())).isEqualTo(address);
	}

	@ParameterizedTest
	@MethodSource("accepted")
	void javaReadsThePrintedFormAsTheSameHost(String typed) {
		BaseUrl address = BaseUrl.parse(typed);
		URI uri = URI.create(address.toString());
		assertThat(uri.getHost()).isEqualTo(address.host());
		assertThat(uri.getRawUserInfo()).isNull();
		assertThat(address.covers(uri)).isTrue();
		assertThat(address.resolve("a?b=c")).hasToString(address.origin() + "/a?b=c");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.2.3.4", "192.168.1.5", "127.0.0.1", "[::1]", "[2001:db8:0:0:1:0:0:1]" })
	void theAddressConnectedToIsTheOneThatIsShown(String typed) throws Exception {
		String host = BaseUrl.parse(typed).host();
		assertThat(InetAddress.getByName(host)).isEqualTo(InetAddress.getByName(typed));
	}

	static Stream<String> accepted() {
		return Stream.of("nas", "NAS.:5001/", "https://nas.example.org", "192.168.1.5:5001", "http://127.0.0.1:9000",
				"http://127.0.0.1", "[2001:DB8:0:0:1::5]:5001", "[::1]", "xn--fa-hia.de", LABEL_63 + ".de", NAME_253,
				"http://[::1]", "a.b.c", "nas:80");
	}

	@Test
	void aProblemRepeatsNothingThatCouldBeASecret() {
		assertThat(problemOf("https://admin:hunter2@nas").arguments()).isEmpty();
		assertThat(problemOf("https://nas/?password=hunter2").arguments()).containsExactly("https://nas");
	}

	private static void assertRefused(String typed, String code, String... arguments) {
		Problem problem = problemOf(typed);
		assertThat(problem.code()).isEqualTo("address." + code);
		assertThat(problem.arguments()).containsExactly(arguments);
	}

	private static Problem problemOf(String typed) {
		try {
			return fail("Read as " + BaseUrl.parse(typed));
		}
		catch (ProblemException ex) {
			return ex.problem();
		}
	}

}
