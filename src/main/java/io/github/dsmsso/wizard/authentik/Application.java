package io.github.dsmsso.wizard.authentik;

import org.jspecify.annotations.Nullable;

/**
 * An application, as far as this wizard reads and sets it.
 *
 * @param pk its UUID, or an empty string for one that does not exist yet
 * @param name {@code name}
 * @param slug {@code slug}
 * @param provider {@code provider}: key of its provider, or null
 * @param matchAny {@code policy_engine_mode} is {@code any}
 * @param launchUrl {@code meta_launch_url}
 * @param description {@code meta_description}
 * @param publisher {@code meta_publisher}
 */
public record Application(String pk, String name, String slug, @Nullable Integer provider, boolean matchAny,
		String launchUrl, String description, String publisher) {

	/** The same application using another provider, or none. */
	public Application withProvider(@Nullable Integer provider) {
		return new Application(this.pk, this.name, this.slug, provider, this.matchAny, this.launchUrl, this.description,
				this.publisher);
	}

	/**
	 * Whether every setting, as read, is the wanted one; the key is authentik's own
	 * choice.
	 */
	public boolean isSameAs(Application wanted) {
		return equals(new Application(this.pk, wanted.name, wanted.slug, wanted.provider, wanted.matchAny,
				wanted.launchUrl, wanted.description, wanted.publisher));
	}

}
