package io.github.dsmsso.lab.authentik.world;

import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.Table;

/** What goes along when an object goes. */
public final class Cascades {

	private Cascades() {
	}

	/** Bindings die with their application; the provider stays. */
	public static void applicationDeleted(AuthentikWorld world, Row application) {
		world.bindings().removeAll("target", application.pk());
		world.consents().removeAll("application", application.pk());
		world.applicationCache().empty();
	}

	/** The application stays and has no provider. */
	public static void providerDeleted(AuthentikWorld world, Row provider) {
		world.applications()
			.find("provider", provider.pk())
			.ifPresent((application) -> application.set("provider", null));
		world.grants().forEach((table) -> table.removeAll("provider", provider.pk()));
		world.applicationCache().empty();
	}

	/**
	 * Providers die with their authorization flow; other references to a flow are
	 * emptied.
	 */
	public static void flowDeleted(AuthentikWorld world, Row flow) {
		world.providers()
			.stream()
			.filter((provider) -> provider.is("authorization_flow", flow.pk()))
			.forEach((provider) -> {
				world.providers().remove(provider);
				providerDeleted(world, provider);
			});
		forget(world, "invalidation_flow", flow);
		forget(world, "authentication_flow", flow);
	}

	public static void keyDeleted(AuthentikWorld world, Row key) {
		forget(world, "signing_key", key);
		forget(world, "encryption_key", key);
	}

	public static void mappingDeleted(AuthentikWorld world, Row mapping) {
		world.providers()
			.stream()
			.forEach((provider) -> provider.set("property_mappings",
					provider.list("property_mappings").stream().filter((pk) -> !pk.equals(mapping.pk())).toList()));
	}

	/** Bindings die with their policy. */
	public static void policyDeleted(AuthentikWorld world, Row policy) {
		world.bindings().removeAll("policy", policy.pk());
		world.applicationCache().empty();
	}

	/** Bindings die with the group or the user they name. */
	public static void groupDeleted(AuthentikWorld world, Row group) {
		world.bindings().removeAll("group", group.pk());
	}

	/** What a role gave is gone with it. */
	public static void roleDeleted(AuthentikWorld world, Row role) {
		world.rbac().assignments().removeAll("holder", role.pk());
		Stream.of(world.people().users(), world.people().groups())
			.flatMap(Table::stream)
			.forEach((member) -> Rbac.leaves(member, role));
	}

	public static void userDeleted(AuthentikWorld world, Row user) {
		world.bindings().removeAll("user", user.pk());
		world.people().tokens().removeAll("user", user.pk());
		world.grants().forEach((table) -> table.removeAll("user", user.pk()));
		world.consents().removeAll("user", user.pk());
		world.rbac().assignments().removeAll("holder", user.pk());
	}

	private static void forget(AuthentikWorld world, String field, Row referenced) {
		world.providers()
			.stream()
			.filter((provider) -> provider.is(field, referenced.pk()))
			.forEach((provider) -> provider.set(field, null));
	}

}
