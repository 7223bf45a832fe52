package io.github.dsmsso.wizard.dsm;

import java.net.URI;

import io.github.dsmsso.wizard.http.Gate;
import org.jspecify.annotations.Nullable;

/**
 * What DSM answered when its SSO button was pressed.
 *
 * @param outcome whether it built an address
 * @param authorizeUrl the address it would open, where it built one
 * @param gate what answered in DSM's place, or null
 */
public record SsoButton(Outcome outcome, @Nullable URI authorizeUrl, @Nullable Gate gate) {

	/** DSM itself has answered. */
	public SsoButton(Outcome outcome, @Nullable URI authorizeUrl) {
		this(outcome, authorizeUrl, null);
	}

	static SsoButton unknown() {
		return new SsoButton(Outcome.UNKNOWN, null);
	}

	static SsoButton behind(Gate gate) {
		return new SsoButton(Outcome.UNKNOWN, null, gate);
	}

	/** Whether DSM built an address. */
	public enum Outcome {

		/** It built one. */
		BUILT,
		/**
		 * It says it cannot: its settings are incomplete or it cannot reach authentik.
		 */
		REFUSED,
		/** It answers in a way we do not know. */
		UNKNOWN

	}

}
