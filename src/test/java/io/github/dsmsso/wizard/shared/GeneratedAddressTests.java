package io.github.dsmsso.wizard.shared;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.dsmsso.lab.run.MavenConsole;
import io.github.dsmsso.wizard.authentik.AuthentikAddress;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is typed is an address in its one form, or is refused with sentences.
 */
class GeneratedAddressTests {

	private static final int TYPED = 20_000;

	private static final Pattern STRICT_HOST = Pattern
		.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?|\\[[0-9a-f:]+]");

	private static final List<String> PIECES = List.of("https://", "http://", "HTTPS://", "ftp://", "//", "/", "\\",
			"#/", "?", "#", ":", "::", "@", "%", "%2e", "[", "]", "[::1]", "[2001:db8::1]", "[64:ff9b::a9fe:a9fe]",
			"fe80::1", "%eth0", "fd00", ":5001", ":0", ":65536", "nas", "NAS", "nas.example.org", ".", "..", "-", "_",
			" ", "\t", "\n", "\u0000", "xn--", "xn--bcher-kva", "bücher", "Ü", "ß", "ı", "İ", "日本", "。", "．", "｡", "а",
			"пример", "ー", "ｎ", "①", "\u200d", "\u00ad", "\u202e", "\u0301", "\ud800", "🔑", "127.0.0.1",
			"169.254.169.254", "0x7f", "1", "256", "metadata", "quickconnect.to", "kubernetes.default.svc", "index.cgi",
			"webman/", "webapi/", "photo", "dsm", "if/admin/", "api/v3/", "launchApp=x", "signin", "{0}", "'", "\"");

	private final long seed = Long.getLong("seed", new Random().nextLong());

	private final Properties sentences = sentences();

	@Test
	void anAddressOfDsmIsCanonicalOrRefusedInWords() {
		assertThatEveryInputIsReadOrRefused(BaseUrl::parse);
	}

	@Test
	void anAddressOfAuthentikIsCanonicalOrRefusedInWords() {
		assertThatEveryInputIsReadOrRefused(AuthentikAddress::parse);
	}

	private void assertThatEveryInputIsReadOrRefused(Function<String, BaseUrl> grammar) {
		Random random = new Random(this.seed);
		TreeMap<String, Integer> counts = new TreeMap<>();
		for (int i = 0; i < TYPED; i++) {
			counts.merge(outcomeOf(typed(random), grammar), 1, Integer::sum);
		}
		MavenConsole.say("GeneratedAddressTests: -Dseed=%d, %d typed: %s", this.seed, TYPED, counts);
		assertThat(counts).containsKeys("read", "address.name", "address.port", "address.not-ascii");
	}

	private String outcomeOf(String typed, Function<String, BaseUrl> grammar) {
		try {
			assertCanonical(typed, grammar.apply(typed), grammar);
			return "read";
		}
		catch (ProblemException ex) {
			String code = ex.problem().code();
			assertThat(this.sentences).containsKeys("problem." + code + ".what", "problem." + code + ".action");
			return code;
		}
	}

	private void assertCanonical(String typed, BaseUrl address, Function<String, BaseUrl> grammar) {
		String what = "seed " + this.seed + ", typed " + typed;
		assertThat(address.host()).as(what).matches(STRICT_HOST).hasSizeLessThan(254);
		assertThat(URI.create(address.toString()).getHost()).as(what).isEqualTo(address.host());
		assertThat(grammar.apply(address.toString())).as(what).isEqualTo(address);
		assertThat(address.inBothForms()).as(what).contains(address.toString());
	}

	private static String typed(Random random) {
		return IntStream.rangeClosed(0, random.nextInt(7))
			.mapToObj((i) -> (random.nextInt(8) > 0) ? PIECES.get(random.nextInt(PIECES.size())) : letter(random))
			.collect(Collectors.joining());
	}

	private static String letter(Random random) {
		return Character.toString(random.nextBoolean() ? random.nextInt(0x250) : random.nextInt(0x11000));
	}

	private static Properties sentences() {
		Properties sentences = new Properties();
		for (String bundle : List.of("address", "authentik")) {
			try (Reader reader = new InputStreamReader(
					GeneratedAddressTests.class.getResourceAsStream("/messages/" + bundle + ".properties"),
					StandardCharsets.UTF_8)) {
				sentences.load(reader);
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}
		return sentences;
	}

}
