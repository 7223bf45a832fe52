package io.github.dsmsso.wizard.export;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.wizard.HeadlessWizard;
import io.github.dsmsso.wizard.http.Fingerprint;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.http.TlsTrust;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.shared.BaseUrl;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The playbooks of several DSM releases, played by Ansible itself against the laboratory;
 * all in one run of Ansible, which takes longer to start than to play.
 */
final class Playbooks implements AutoCloseable {

	private final Path folder;

	private final Map<DsmVersion, Lab> labs = new LinkedHashMap<>();

	private final List<String> playbooks = new ArrayList<>();

	private final Map<String, Object> variables = new LinkedHashMap<>(
			Map.of("dsm_password", DemoNas.PASSWORD, "dsm_validate_certs", false));

	Playbooks(Path folder) {
		this.folder = folder;
	}

	@Override
	public void close() {
		this.labs.values().forEach(Lab::close);
	}

	/** Each has a client secret of its own, so each playbook asks for one by its name. */
	void setUp(DsmVersion release) throws IOException {
		Lab lab = Lab.start(release, AuthentikVersion.of("2026.5"));
		lab.nas().directory().joinedDomain("corp.example");
		this.labs.put(release, lab);
		Peer nas = peer(lab.dsmAddress(), lab.dsm().server().certificate().fingerprint());
		Peer authentik = peer(lab.authentikAddress(), lab.authentikServer().certificate().fingerprint());
		try (HeadlessWizard wizard = new HeadlessWizard(nas, authentik, (beans) -> {
		})) {
			Plan plan = wizard.plan();
			wizard.start(plan);
			String secret = "dsm_client_secret_" + this.labs.size();
			this.variables.put(secret, lab.nas().sso().oidc().get("oidc_client_secret"));
			this.playbooks.add(file("playbook-" + this.labs.size() + ".yaml",
					new AnsiblePlaybook().write(ExportedSetup.of(wizard, plan)).replace("dsm_client_secret", secret)));
		}
	}

	/** Somebody changes every DSM by hand. */
	void spoil() {
		this.labs.values()
			.forEach((lab) -> lab.nas().sso().configure(Map.of("oidc_scope", "openid")).profile("oidc", false));
	}

	private static Peer peer(String address, String fingerprint) {
		return new Peer(BaseUrl.parse(address), TlsTrust.in(new Fingerprint(fingerprint)));
	}

	/** What every DSM holds. */
	Map<DsmVersion, Map<String, Object>> dsm() {
		Map<DsmVersion, Map<String, Object>> dsm = new LinkedHashMap<>();
		this.labs.forEach((release, lab) -> dsm.put(release,
				Map.of("oidc", Map.copyOf(lab.nas().sso().oidc()), "enabled", lab.nas().sso().enabled())));
		return dsm;
	}

	/** Plays all of them, and returns what Ansible says. */
	String play(String... more) throws Exception {
		String variables = "@"
				+ file("variables.json", JsonMapper.builder().build().writeValueAsString(this.variables));
		List<String> command = Stream
			.of(Stream.of("ansible-playbook", "-e", variables), Stream.of(more), this.playbooks.stream())
			.flatMap((part) -> part)
			.toList();
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment()
			.putAll(Map.of("ANSIBLE_LOCALHOST_WARNING", "false", "ANSIBLE_INVENTORY_UNPARSED_WARNING", "false",
					"ANSIBLE_LOCAL_TEMP", this.folder.toString()));
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes());
		assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
		return output;
	}

	private String file(String name, String content) throws IOException {
		return Files.writeString(this.folder.resolve(name), content).toString();
	}

	static boolean areWithoutAnsible() {
		return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
			.noneMatch((path) -> Files.isExecutable(Path.of(path, "ansible-playbook")));
	}

}
