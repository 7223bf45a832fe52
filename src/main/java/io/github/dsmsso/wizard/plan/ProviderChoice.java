package io.github.dsmsso.wizard.plan;

import org.jspecify.annotations.Nullable;

/**
 * Which provider a connection shall use.
 *
 * @param likeliest whether the likeliest of those that are recognised
 * @param pk key of the chosen one; null for a new one, or the likeliest
 */
public record ProviderChoice(boolean likeliest, @Nullable Integer pk) {

	/** The one that is most likely this NAS's, or a new one. */
	public static ProviderChoice ofLikeliest() {
		return new ProviderChoice(true, null);
	}

	/** A provider of its own for this NAS. */
	public static ProviderChoice ofNew() {
		return new ProviderChoice(false, null);
	}

	/** One that is there. */
	public static ProviderChoice of(int pk) {
		return new ProviderChoice(false, pk);
	}

}
