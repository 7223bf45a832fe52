package io.github.dsmsso.lab.dsm.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

import org.jspecify.annotations.Nullable;

/** An account that can sign in to the NAS, told as a scenario. */
public final class Account {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");

	private final String name;

	private final int uid;

	private final Home home;

	private final Set<String> groups = new ConcurrentSkipListSet<>(Set.of("users"));

	private final Set<String> trustedDevices = ConcurrentHashMap.newKeySet();

	private volatile String password = "";

	private volatile String email = "";

	private volatile String description = "";

	private volatile String expired = "normal";

	private volatile @Nullable SecondFactor secondFactor;

	private volatile @Nullable String pendingToken;

	private volatile @Nullable String mailedCode;

	private volatile boolean secondFactorEnforced;

	private volatile boolean locked;

	private volatile int passwordProblem;

	private volatile boolean dsmPrivilege = true;

	Account(String name, int uid, Home home) {
		this.name = name;
		this.uid = uid;
		this.home = home;
	}

	public Account password(String password) {
		this.password = password;
		return this;
	}

	public Account email(String email) {
		this.email = email;
		return this;
	}

	public Account description(String description) {
		this.description = description;
		return this;
	}

	public Account memberOf(String group) {
		this.groups.add(group);
		return this;
	}

	public Account administrator() {
		return memberOf("administrators");
	}

	public Account notMemberOf(String group) {
		this.groups.remove(group);
		return this;
	}

	/** "expired": "now". */
	public Account disabled() {
		this.expired = "now";
		return this;
	}

	/** "expired": "normal". */
	public Account enabled() {
		this.expired = "normal";
		return this;
	}

	/**
	 * Good until that day has ended.
	 * @param day such as 2026/12/31
	 */
	public Account expiresOn(String day) {
		this.expired = day;
		return this;
	}

	/**
	 * Asks for the code of an authenticator app.
	 * @param secret the shared secret in base32
	 */
	public Account secondFactor(String secret) {
		this.secondFactor = new SecondFactor(secret);
		return this;
	}

	/** Must set a second factor up before the next sign-in (406). */
	public Account mustSetUpSecondFactor() {
		this.secondFactorEnforced = true;
		return this;
	}

	/** Adaptive MFA: DSM mails this code and asks for it (414). */
	public Account asksForMailedCode(String code) {
		this.mailedCode = code;
		return this;
	}

	/** Account Protection has closed the account (411). */
	public Account locked() {
		this.locked = true;
		return this;
	}

	/** The password has expired and cannot be changed by its owner (408). */
	public Account passwordExpiredForGood() {
		return passwordProblem(408);
	}

	/** The password has expired (409). */
	public Account passwordExpired() {
		return passwordProblem(409);
	}

	/** The password must be changed at the next sign-in (410). */
	public Account mustChangePassword() {
		return passwordProblem(410);
	}

	private Account passwordProblem(int code) {
		this.passwordProblem = code;
		return this;
	}

	/**
	 * May not use DSM itself, only other applications (402): a rule of its own denies it,
	 * see {@link AppPrivileges}.
	 */
	public Account withoutDsmPrivilege() {
		this.dsmPrivilege = false;
		return this;
	}

	/** No rule of its own denies it DSM itself, as from the start. */
	public Account withDsmPrivilege() {
		this.dsmPrivilege = true;
		return this;
	}

	/** The name as it was entered, without a directory's part. */
	public String name() {
		return this.name;
	}

	/**
	 * The code the authenticator app shows now.
	 * @throws IllegalStateException if the account has no second factor
	 */
	public String currentCode(Instant now) {
		SecondFactor factor = this.secondFactor;
		if (factor == null) {
			throw new IllegalStateException(this.name + " has no second factor");
		}
		return factor.code(now);
	}

	public boolean isAdministrator() {
		return this.groups.contains("administrators");
	}

	int uid() {
		return this.uid;
	}

	Home home() {
		return this.home;
	}

	public boolean isLocal() {
		return this.home == Home.LOCAL;
	}

	public Set<String> groups() {
		return new TreeSet<>(this.groups);
	}

	public String email() {
		return this.email;
	}

	public String description() {
		return this.description;
	}

	public String expired() {
		return this.expired;
	}

	public boolean isDisabled() {
		return this.expired.equals("now");
	}

	public boolean isClosed(Instant now) {
		return switch (this.expired) {
			case "normal" -> false;
			case "now" -> true;
			default -> LocalDate.ofInstant(now, ZoneOffset.UTC).isAfter(LocalDate.parse(this.expired, DAY));
		};
	}

	public boolean isLocked() {
		return this.locked;
	}

	/** Whether no rule of its own denies it the application DSM. */
	public boolean hasDsmPrivilege() {
		return this.dsmPrivilege;
	}

	/** The code of what is wrong with the password, or 0. */
	public int passwordProblem() {
		return this.passwordProblem;
	}

	public boolean secondFactorEnforced() {
		return this.secondFactorEnforced;
	}

	public @Nullable SecondFactor secondFactor() {
		return this.secondFactor;
	}

	public @Nullable String mailedCode() {
		return this.mailedCode;
	}

	/**
	 * Whether this is the password, or the token DSM gave out when it asked for the
	 * second factor.
	 */
	public boolean proves(String password) {
		return !password.isEmpty() && (password.equals(this.password) || password.equals(this.pendingToken));
	}

	public void pendingToken(String token) {
		this.pendingToken = token;
	}

	public void trustDevice(String token) {
		this.trustedDevices.add(token);
	}

	public boolean trustsDevice(@Nullable String token) {
		return token != null && this.trustedDevices.contains(token);
	}

	/** Where an account lives. */
	public enum Home {

		/** On the NAS. */
		LOCAL,
		/** In a Windows domain. */
		DOMAIN,
		/** In an LDAP directory. */
		LDAP

	}

}
