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
			"a.b.c.d.e, https://a.b.c.d.e", "xn--fa-hia.de, https://xn--fa-hia.de",
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
			"[2001:db8::7f00:1], https://[2001:db8::7f00:1]", "[0:0:1:2:3:4:5:6], https://[::1:2:3:4:5:6]",
			"[1:2:3:4:5:6:7:8], https://[1:2:3:4:5:6:7:8]", "[1:0:3:4:5:6:7:8], https://[1:0:3:4:5:6:7:8]",
			"[fd12:3456::1], https://[fd12:3456::1]", "[64:ff9b::c0a8:105], https://[64:ff9b::c0a8:105]",
			"[2002:c0a8:105::1], https://[2002:c0a8:105::1]", "fe80:5001, https://fe80:5001" })
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
			"nas:5001%", "na\u007fs", "nas\u0085x", "nas\u000bx", "nas\u000cx", "nas\u0007x", "https://nas\\",
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
	@CsvSource({ "nas/.., https://nas", "nas/@x, https://nas", "nas/:5001, https://nas", "nas/https://x, https://nas",
			"https://NAS./ä, https://nas", "nas/a%2Fb, https://nas", "nas/a;b, https://nas", "nas/<x>, https://nas",
			"https://nas:5001/.hidden/x, https://nas:5001", "[::1]/{0}, https://[::1]" })
	void aPathThatIsNotPlainIsRefusedWithTheAddressWithoutIt(String typed, String instead) {
		assertRefused(typed, "path", instead);
	}

	@ParameterizedTest
	@CsvSource({ "nas/dsm, https://nas, /dsm/", "nas/dsm/, https://nas, /dsm/",
			"https://host.example/dsm/#/signin, https://host.example, /dsm/",
			"https://host.example/dsm/webman/index.cgi, https://host.example, /dsm/",
			"https://host.example/home/nas/index.cgi?launchApp=x, https://host.example, /home/nas/",
			"10.0.0.1/24, https://10.0.0.1, /24/", "[::1]/x, https://[::1], /x/",
			"http://127.0.0.1:9000/if/admin, http://127.0.0.1:9000, /if/admin/",
			"https://nas:5001/sharing/x1, https://nas:5001, /sharing/" })
	void aDsmBelowAPathIsToldWithThePath(String typed, String without, String path) {
		Problem problem = problemOf(typed);
		assertThat(problem.code()).isEqualTo("address.below-path");
		assertThat(problem.arguments().get(0)).isEqualTo(without);
		assertThat(problem.arguments().get(1)).startsWith(path);
	}

	@ParameterizedTest
	@CsvSource({ "https://nas:5001/photo, /photo/", "https://nas:5001/photo/#/personal, /photo/",
			"https://nas:5001/drive/, /drive/", "https://nas:5001/file/?launchApp=x, /file/",
			"https://nas:5001/audio, /audio/", "https://nas:5001/video, /video/", "https://nas:5001/note, /note/",
			"https://nas:5001/calendar, /calendar/", "https://nas:5001/contacts, /contacts/",
			"https://nas:5001/chat, /chat/", "https://nas:5001/mail, /mail/", "https://nas:5001/download, /download/",
			"https://nas:5001/cam/, /cam/" })
	void theAliasOfAnApplicationIsNotDsm(String typed, String path) {
		assertRefused(typed, "portal", "https://nas:5001", path);
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
	@ValueSource(strings = { "::1", "2001:db8::1", "1:2:3:4:5:6:7:8", "https://::1", "nas:5001:5001", "[", "[]", "[::1",
			"[:]", "[:::]", "[::1::]", "[1::2::3]", "[1:2:3:4:5:6:7]", "[1:2:3:4:5:6:7:8:9]", "[12345::1]", "[g::1]",
			"[::ffff:127.0.0.1]", "[::127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:7f00:1]", "[127.0.0.1]", "[nas]",
			"[v1.fe80::a]", "[vF.x]", "[::]", "[0:0:0:0:0:0:0:0]", "[ff02::1]", "[::7f00:1]", "[::c0a8:105]", "[::2]",
			"[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[2001:0:7f00:1::]",
			"[2001:0:c0a8:1:0:0:80ff:fffe]", "[::ffff:0:7f00:1]", "[fd00::5efe:7f00:1]", "[::１]", "[：：1]", "[ff00::]",
			"[[::1]]", "[1:2:3:4:5:6:7:8:]", "[:1:2:3:4:5:6:7]", "[1]", "[::g]", "https://[::1", "[+1::2]" })
	void anIpv6AddressStandsInBracketsAndLeadsSomewhere(String typed) {
		assertRefused(typed, "ipv6");
	}

	@ParameterizedTest
	@ValueSource(strings = { "nas..local", "1.2.3.4..", ".nas", ".", "..", "nas..", "-nas", "nas-", "na_s", "_nas",
			"nas_", "a.-b", "a-.b", "nas!", "na$s", "na*s", "*.example.org", "na'as", "\"nas\"", "(nas)", "nas,other",
			"nas;x", "na~s", "na+s", "na=s", "na&s", "<nas>", "{nas}", "na|s", "na^s", "na`s", "a]", "nas]", "-", "--",
			"a.b-.c", "nas.1a", "127.0.0.10x7f", "nas.1a.", "https://", "https://.", "https://-", "https://?x", ":5001",
			"https://:5001", "#", "?x" })
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
	@ValueSource(strings = { "fe80::1", "[fe80::1]", "[febf::1]", "[FE80::1]:5001", "https://[fe80::1]:5001/",
			"fe80::1%eth0", "[fe80::1%eth0]", "[fe80::1%25eth0]:5001", "https://fe80::1%3/", "2001:db8::1%eth0",
			"[::1%lo]", "fe80::211:32ff:fe12:3456%en0" })
	void anAddressOfOneLinkOnlyIsToldAsSuch(String typed) {
		assertRefused(typed, "link-local");
	}

	@ParameterizedTest
	@CsvSource({ "bücher.example, xn--bcher-kva.example", "BÜCHER.Example, xn--bcher-kva.example",
			"bu\u0308cher.example, xn--bcher-kva.example", "bücher-2.example, xn--bcher-2-n2a.example",
			"https://münchen.de:5001/#/signin, xn--mnchen-3ya.de", "nas.日本, nas.xn--wgv71a", "日本。jp, xn--wgv71a.jp",
			"nas。local, nas.local", "nas．local, nas.local", "nas｡local, nas.local", "127．0．0．1, 127.0.0.1",
			"пример.рф, xn--e1afmkfd.xn--p1ai", "παράδειγμα.gr, xn--hxajbheg2az3al.gr", "서울.kr, xn--2i4bq6h.kr",
			"ひらカタ漢.jp, xn--y9j3b8e8c9501b.jp", "サーバー.jp, xn--vckucxgb.jp", "nașul.ro, xn--naul-rxb.ro",
			"đorđe.hr, xn--ore-uqac.hr", "nás, xn--ns-mia", "việt.vn, xn--vit-5kz.vn",
			"مثال.إختبار, xn--mgbh0fb.xn--kgbechtv", "उदाहरण.परीक्षा, xn--p1b6ci4b4b3a.xn--11b5bs3a9aj6g",
			"xn--bcher-kva.example, xn--bcher-kva.example" })
	void aNameInLettersOfAnotherLanguageIsConverted(String typed, String host) {
		assertThat(BaseUrl.parse(typed).host()).isEqualTo(host);
	}

	@ParameterizedTest
	@ValueSource(strings = { "nаs", "ｎａｓ", "na\u200ds", "na\u200cs", "na\u00ads", "na\u200bs", "na\u2060s", "na\ufeffs",
			"\u202enas", "nas\u202c", "faß.de", "①②⑦.0.0.1", "１２７.0.0.1", "١٢٧.0.0.1", "https：//nas", "nas：5001",
			"nas／x", "nas⁄x", "nas∕x", "nas＠evil", "nas＃x", "nas？x", "nas＼x", "nas\u00a0x", "\u00a0nas", "nas\u2028x",
			"nas\u2029x", "ℕas", "𝐧as", "nas🔑", "n\u0430\u0455", "ɴas", "ſas", "Kelvin\u212a", "㏄.de", "nas\ud800",
			"nas\ufffd", "ⓝⓐⓢ", "nas\u0338", "\u2066nas\u2069", "nas\u180e", "pаypal.com", "аpple.com", "gοοgle.com",
			"日本nas.jp", "nasー", "İas", "ǃnas", "βόλος.com", "\u0301nas.de", "na\u0308\u0308s", "quickconnect\u00ad.to",
			"ｑuickconnect.to", "①69.254.169.254" })
	void aNameThatOnlyLooksLikeAnotherIsRefused(String typed) {
		assertRefused(typed, "not-ascii");
	}

	@ParameterizedTest
	@CsvSource({ "169。254。169。254, metadata", "metadata．google．internal, metadata", "quickconnect｡to, quickconnect",
			"ä_b.de, not-ascii", "-ä.de, not-ascii", "ä..de, name", "ä.-b, name", "127．1, ipv4", "nas:５００１, port",
			"user@bücher.example, user-name", "bücher.example:0, port", "bücher%2e.example, characters",
			"http://bücher.example:5000, http", "bücher.example/dsm, below-path" })
	void whatIsConvertedIsHeldToTheSameRules(String typed, String code) {
		assertThat(problemOf(typed).code()).isEqualTo("address." + code);
	}

	@Test
	void bothFormsOfANameAreShown() {
		BaseUrl address = BaseUrl.parse("https://Bücher.example:5001/#/signin");
		assertThat(address.inBothForms()).isEqualTo("bücher.example (https://xn--bcher-kva.example:5001)");
		assertThat(address.hostInBothForms()).isEqualTo("bücher.example (xn--bcher-kva.example)");
		assertThat(BaseUrl.parse("xn--bcher-kva.example")).hasToString("https://xn--bcher-kva.example")
			.returns("bücher.example (xn--bcher-kva.example)", BaseUrl::hostInBothForms);
	}

	@ParameterizedTest
	@ValueSource(strings = { "nas", "[::1]", "192.168.1.5", "xn--fa-hia.de", "xn--80ak6aa92e-.com", "xn--ns-7tb.de",
			"xn--" })
	void aNameThatHasNoOtherFormOrNoneThatIsSafeIsShownAsItIsCalled(String typed) {
		try {
			BaseUrl address = BaseUrl.parse(typed);
			assertThat(address.inBothForms()).isEqualTo(address.toString());
		}
		catch (ProblemException ex) {
			assertThat(ex.problem().code()).isEqualTo("address.name");
		}
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
			"[fd00:ec2::254]", "[fd00:0ec2:0:0::254]", "[fd20:ce::254]", "[fd00:c1::a9fe:a9fe]", "[fd00:42::42]",
			"192.0.0.192", "kubernetes.default", "kubernetes.default.svc", "kubernetes.default.svc.cluster.local",
			"https://KUBERNETES.default.svc.cluster.local.:443/", "[64:ff9b::a9fe:a9fe]", "[64:ff9b::a83f:8110]",
			"[64:ff9b::6464:64c8]", "[64:ff9b::c000:c0]", "[64:ff9b:1::a9fe:a9fe]", "[64:ff9b:1:a9fe:a9:fe00::]",
			"[64:ff9b:1:a9:fe:a9fe::]", "[64:ff9b:1:0:a9:fea9:fe00::]", "[2002:a9fe:a9fe::]", "[2002:a9fe:a9fe::1]",
			"[2001:0:a9fe:a9fe::]", "[2001:0:c0a8:1::5601:5601]", "[::ffff:0:a9fe:a9fe]", "[fd00::5efe:a9fe:a9fe]",
			"[fd00::200:5efe:a9fe:a9fe]", "169.254.169.254:80", "metadata/computeMetadata" })
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

	@Test
	void anAddressWithALongFragmentIsReadUpTo2048Characters() {
		String typed = "https://nas:5001/#/" + "a".repeat(2029);
		assertThat(typed).hasSize(2048);
		assertThat(BaseUrl.parse(typed)).hasToString("https://nas:5001");
		assertRefused(typed + "a", "too-long");
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
		assertThat(problemOf("https://nas/dsm?password=hunter2").arguments()).containsExactly("https://nas", "/dsm/");
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
