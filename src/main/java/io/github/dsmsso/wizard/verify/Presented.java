package io.github.dsmsso.wizard.verify;

import io.github.dsmsso.wizard.http.PresentedCertificate;
import org.jspecify.annotations.Nullable;

/**
 * The certificates that the two servers presented when this session first met them.
 *
 * @param byDsm DSM's; null where none was seen
 * @param byAuthentik authentik's; null where none was seen
 */
public record Presented(@Nullable PresentedCertificate byDsm, @Nullable PresentedCertificate byAuthentik) {

	static Presented unseen() {
		return new Presented(null, null);
	}

}
