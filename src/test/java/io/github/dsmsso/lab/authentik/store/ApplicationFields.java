package io.github.dsmsso.lab.authentik.store;

import java.util.List;

import io.github.dsmsso.lab.authentik.releases.Behaviour;

/** What {@code POST /core/applications/} takes. */
public final class ApplicationFields {

	private static final List<String> RESERVED_SLUGS = List.of("authorize", "token", "device", "userinfo", "introspect",
			"revoke");

	private ApplicationFields() {
	}

	public static WritableFields of(Instance instance, Tables tables) {
		WritableFields fields = new WritableFields(Field.text("name").required(), slug(instance, tables),
				Field.numericReference("provider", tables.providers()).nullable().uniqueIn(tables.applications()),
				Field.of("backchannel_providers", FieldChecks.manyOf(FieldChecks.reference(tables.providers(), true)))
					.otherwise(List.of()),
				Field.flag("open_in_new_tab", false), Field.text("meta_launch_url").blank().and(FieldChecks::url),
				Field.text("meta_description").blank(), Field.text("meta_publisher").blank(),
				Field.choice("policy_engine_mode", "any", "all"), Field.text("group").blank());
		if (instance.has(Behaviour.ICON_URLS)) {
			fields.and(Field.text("meta_icon").blank());
		}
		return instance.has(Behaviour.META_HIDE) ? fields.and(Field.flag("meta_hide", false)) : fields;
	}

	private static Field slug(Instance instance, Tables tables) {
		Field slug = Field.text("slug").required().and(FieldChecks::slug).uniqueIn(tables.applications());
		if (!instance.has(Behaviour.LONG_SLUGS)) {
			slug.and(FieldChecks.atMost(50));
		}
		return instance.has(Behaviour.RESERVED_SLUGS) ? slug.and(ApplicationFields::notReserved) : slug;
	}

	private static Object notReserved(Object slug) {
		if (RESERVED_SLUGS.contains(slug.toString())) {
			throw Invalid.because("The slug '" + slug + "' is reserved and cannot be used for applications.");
		}
		return slug;
	}

}
