package io.github.dsmsso.wizard.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.wizard.Figures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * What is exported, run by the tool it is for. Here playbooks, by Ansible itself; a class
 * of their own, so that they can run beside {@link ExportRunsTests}.
 */
class PlaybookRunsTests {

	@Test
	void aPlaybookBringsDsmBackAndSaysWhatItWouldDo(@TempDir Path folder) throws Exception {
		assumeThat(Playbooks.areWithoutAnsible()).as("no Ansible here").isFalse();
		List<DsmVersion> releases = DsmVersion.ALL.stream()
			.filter((release) -> !release.equals(DsmVersion.DSM_7_0_1))
			.toList();
		try (Playbooks playbooks = new Playbooks(folder)) {
			for (DsmVersion release : releases) {
				playbooks.setUp(release);
			}
			Map<DsmVersion, Map<String, Object>> wanted = playbooks.dsm();
			assertThat(playbooks.play()).contains("changed=0 ", "failed=0 ");
			assertThat(playbooks.dsm()).isEqualTo(wanted);

			playbooks.spoil();
			Map<DsmVersion, Map<String, Object>> spoiled = playbooks.dsm();
			String changes = "changed=" + 2 * releases.size() + " ";
			assertThat(playbooks.play("--check")).contains(changes, "failed=0 ");
			assertThat(playbooks.dsm()).isEqualTo(spoiled);

			assertThat(playbooks.play()).contains(changes, "failed=0 ");
			Figures.keep("playbooks",
					Map.of("runs", releases.size(), "differences", playbooks.dsm().equals(wanted) ? 0 : 1));
			assertThat(playbooks.dsm()).isEqualTo(wanted);
		}
	}

}
