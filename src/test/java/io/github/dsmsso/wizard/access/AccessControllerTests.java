package io.github.dsmsso.wizard.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

import io.github.dsmsso.lab.time.VirtualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.ui.ConcurrentModel;
import org.springframework.ui.Model;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class AccessControllerTests {

	private final Model model = new ConcurrentModel();

	@Test
	void whoeverIsAskedFindsACodeOnTheConsole(CapturedOutput console) {
		assertThat(controller(true).ask(null, this.model)).isEqualTo("access/code");
		assertThat(this.model.getAttribute("wrong")).isEqualTo(false);
		assertThat(console).contains("Setup code: ");
	}

	@Test
	void whoTypedAWrongCodeIsTold() {
		assertThat(controller(true).ask("", this.model)).isEqualTo("access/code");
		assertThat(this.model.getAttribute("wrong")).isEqualTo(true);
	}

	@Test
	void whereNoCodeIsAskedForThereIsNoQuestion(CapturedOutput console) {
		assertThat(controller(false).ask(null, this.model)).isEqualTo("redirect:/");
		assertThat(console).doesNotContain("Setup code: ");
	}

	@Test
	void aFormOfAnOldSessionHasAPageOfItsOwn() {
		assertThat(controller(true).stale()).isEqualTo("access/stale");
	}

	private static AccessController controller(boolean setupCode) {
		return new AccessController(new AccessProperties(setupCode, List.of(), false, Duration.ofHours(1)),
				new SetupCodes(new VirtualTime(), new SecureRandom()));
	}

}
