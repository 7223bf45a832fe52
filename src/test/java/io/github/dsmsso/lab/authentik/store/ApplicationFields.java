package io.github.dsmsso.lab.authentik.store;

import java.util.List;

import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.authentik.world.Installation;

/** What {@code POST /core/applications/} takes. */
public final class ApplicationFields {

	private ApplicationFields() {
	}

	public static WritableFields of(AuthentikWorld world) {
		WritableFields fields = new WritableFields(Field.text("name").required(), slug(world),
				Field.numericReference("provider", world.providers()).nullable().uniqueIn(world.applications()),
				Field.of("backchannel_providers", FieldChecks.manyOf(FieldChecks.reference(world.providers(), true)))
					.otherwise(List.of()),
				Field.flag("open_in_new_tab", false), Field.text("meta_launch_url").blank().and(FieldChecks::url),
				Field.text("meta_description").blank(), Field.text("meta_publisher").blank(),
				Field.choice("policy_engine_mode", "any", "all"), Field.text("group").blank());
		if (world.version().has(Behaviour.ICON_URLS)) {
			fields.and(Field.text("meta_icon").blank());
		}
		return world.version().has(Behaviour.META_HIDE) ? fields.and(Field.flag("meta_hide", false)) : fields;
	}

	private static Field slug(AuthentikWorld world) {
		Field slug = Field.text("slug").required().and(FieldChecks::slug).uniqueIn(world.applications());
		if (!world.version().has(Behaviour.LONG_SLUGS)) {
			slug.and(FieldChecks.atMost(50));
		}
		return world.version().has(Behaviour.RESERVED_SLUGS) ? slug.and(ApplicationFields::notReserved) : slug;
	}

	private static Object notReserved(Object slug) {
		if (Installation.reservedSlugs().contains(slug.toString())) {
			throw Invalid.because("The slug '" + slug + "' is reserved and cannot be used for applications.");
		}
		return slug;
	}

}
