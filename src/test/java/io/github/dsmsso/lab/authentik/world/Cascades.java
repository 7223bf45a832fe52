package io.github.dsmsso.lab.authentik.world;

import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.Table;
import io.github.dsmsso.lab.authentik.store.Tables;

/** What goes along when an object goes. */
public final class Cascades {

	private final Tables tables;

	private final ApplicationCache applicationCache;

	Cascades(Tables tables, ApplicationCache applicationCache) {
		this.tables = tables;
		this.applicationCache = applicationCache;
	}

	/** Bindings die with their application; the provider stays. */
	public void applicationDeleted(Row application) {
		this.tables.bindings().removeAll("target", application.pk());
		this.tables.consents().removeAll("application", application.pk());
		this.applicationCache.empty();
	}

	/** The application stays and has no provider. */
	public void providerDeleted(Row provider) {
		this.tables.applications()
			.find("provider", provider.pk())
			.ifPresent((application) -> application.set("provider", null));
		this.tables.grants().forEach((table) -> table.removeAll("provider", provider.pk()));
		this.applicationCache.empty();
	}

	/**
	 * Providers die with their authorization flow; other references to a flow are
	 * emptied.
	 */
	public void flowDeleted(Row flow) {
		this.tables.providers()
			.stream()
			.filter((provider) -> provider.is("authorization_flow", flow.pk()))
			.forEach((provider) -> {
				this.tables.providers().remove(provider);
				providerDeleted(provider);
			});
		forget("invalidation_flow", flow);
		forget("authentication_flow", flow);
	}

	public void keyDeleted(Row key) {
		forget("signing_key", key);
		forget("encryption_key", key);
	}

	public void mappingDeleted(Row mapping) {
		this.tables.providers()
			.stream()
			.forEach((provider) -> provider.set("property_mappings",
					provider.list("property_mappings").stream().filter((pk) -> !pk.equals(mapping.pk())).toList()));
	}

	/** Bindings die with their policy. */
	public void policyDeleted(Row policy) {
		this.tables.bindings().removeAll("policy", policy.pk());
		this.applicationCache.empty();
	}

	/** Bindings die with the group or the user they name. */
	public void groupDeleted(Row group) {
		this.tables.bindings().removeAll("group", group.pk());
	}

	/** What a role gave is gone with it. */
	public void roleDeleted(Row role) {
		this.tables.assignments().removeAll("holder", role.pk());
		Stream.of(this.tables.users(), this.tables.groups())
			.flatMap(Table::stream)
			.forEach((member) -> Rbac.leaves(member, role));
	}

	public void userDeleted(Row user) {
		this.tables.bindings().removeAll("user", user.pk());
		this.tables.tokens().removeAll("user", user.pk());
		this.tables.grants().forEach((table) -> table.removeAll("user", user.pk()));
		this.tables.consents().removeAll("user", user.pk());
		this.tables.assignments().removeAll("holder", user.pk());
	}

	private void forget(String field, Row referenced) {
		this.tables.providers()
			.stream()
			.filter((provider) -> provider.is(field, referenced.pk()))
			.forEach((provider) -> provider.set(field, null));
	}

}
