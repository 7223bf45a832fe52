package io.github.dsmsso.lab.dsm.world;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Whether the NAS is a client of a Windows domain or of an LDAP directory. */
public final class DirectoryState {

	private volatile @Nullable String domain;

	private volatile @Nullable String ldapHost;

	private volatile String baseDn = "";

	/**
	 * Joins a Windows domain.
	 * @param domain its DNS name, such as corp.example
	 */
	public DirectoryState joinedDomain(String domain) {
		this.domain = domain;
		return this;
	}

	/** Leaves the Windows domain. */
	public DirectoryState leftDomain() {
		this.domain = null;
		return this;
	}

	/** Binds to an LDAP directory. */
	public DirectoryState boundToLdap(String host, String baseDn) {
		this.ldapHost = host;
		this.baseDn = baseDn;
		return this;
	}

	public @Nullable String domain() {
		return this.domain;
	}

	public @Nullable String ldapHost() {
		return this.ldapHost;
	}

	public String baseDn() {
		return this.baseDn;
	}

	/** The name as DSM lists it: user, DOMAIN\\user or user@directory. */
	public String qualified(Account account) {
		return switch (account.home()) {
			case LOCAL -> account.name();
			case DOMAIN -> shortDomain() + "\\" + account.name();
			case LDAP -> account.name() + "@" + this.ldapHost;
		};
	}

	private String shortDomain() {
		return String.valueOf(this.domain).split("\\.")[0].toUpperCase(Locale.ROOT);
	}

}
