package io.github.dsmsso.lab.dsm.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.world.Account.Home;
import io.github.dsmsso.lab.http.Gateway;
import io.github.dsmsso.lab.time.ShiftedClock;

/** One NAS: everything it knows, and the scenario it stands in. */
public final class DsmWorld implements NasFacts {

	private final DsmVersion version;

	private final ShiftedClock clock;

	private final Map<String, Account> accounts = new ConcurrentSkipListMap<>();

	private final Map<String, String> groups = new ConcurrentSkipListMap<>();

	private final AtomicInteger uids = new AtomicInteger(1024);

	private final Sessions sessions = new Sessions(this);

	private final SsoSettings sso;

	private final WebSettings web = new WebSettings();

	private final DirectoryState directory = new DirectoryState();

	private final AppPrivileges privileges = new AppPrivileges(this);

	private final AutoBlock autoBlock = new AutoBlock();

	private final ConnectionLog connectionLog = new ConnectionLog();

	private final Set<DsmAssumption> dropped = EnumSet.noneOf(DsmAssumption.class);

	private volatile String hostname = "nas";

	private volatile String welcome = "";

	private volatile String clientAddress = "127.0.0.1";

	private volatile boolean fromOutside;

	private volatile boolean boots;

	private volatile Gateway gateway = Gateway.NONE;

	private volatile boolean dropsWrites;

	/** A NAS fresh from the factory, with its two closed system accounts. */
	public DsmWorld(DsmVersion version, Clock clock) {
		this.version = version;
		this.clock = new ShiftedClock(clock);
		this.sso = new SsoSettings(version);
		this.groups.put("administrators", "System default admin group");
		this.groups.put("http", "System default group for Web services");
		this.groups.put("users", "System default group");
		account("admin").administrator().description("System default user").disabled();
		account("guest").description("Guest").disabled();
	}

	/** The local account of that name, made if there is none. */
	public Account account(String name) {
		return account(name, Home.LOCAL);
	}

	/** The account of that name in the Windows domain, made if there is none. */
	public Account domainAccount(String name) {
		return account(name, Home.DOMAIN);
	}

	/** The account of that name in the LDAP directory, made if there is none. */
	public Account ldapAccount(String name) {
		return account(name, Home.LDAP);
	}

	private Account account(String name, Home home) {
		return this.accounts.computeIfAbsent(home.ordinal() + " " + name.toLowerCase(Locale.ROOT),
				(ignored) -> new Account(name, this.uids.getAndIncrement(), home));
	}

	/** Removes a local account. */
	public DsmWorld without(String name) {
		this.accounts.remove(Home.LOCAL.ordinal() + " " + name.toLowerCase(Locale.ROOT));
		return this;
	}

	/** Adds a group. */
	public DsmWorld group(String name, String description) {
		this.groups.put(name, description);
		return this;
	}

	public DsmWorld hostname(String hostname) {
		this.hostname = hostname;
		return this;
	}

	/** The title an administrator gave the sign-in page. */
	public DsmWorld welcome(String welcome) {
		this.welcome = welcome;
		return this;
	}

	/** The address requests seem to come from. */
	public DsmWorld clientAddress(String address) {
		this.clientAddress = address;
		return this;
	}

	/**
	 * Takes its clients for strangers from outside the network: without a handshake they
	 * get limited sessions.
	 */
	public DsmWorld seesClientsFromOutside(boolean fromOutside) {
		this.fromOutside = fromOutside;
		return this;
	}

	/** Is about to start: its web server answers and DSM behind it does not yet. */
	public DsmWorld boots(boolean boots) {
		this.boots = boots;
		return this;
	}

	/** Something stands in front of its pages, and not of its WebAPI. */
	public DsmWorld hasInFront(Gateway gateway) {
		this.gateway = gateway;
		return this;
	}

	/** Its clock is ahead by so much; negative for behind. */
	public DsmWorld clockIsAheadBy(Duration ahead) {
		this.clock.isAheadBy(ahead);
		return this;
	}

	/** Answers writes of the SSO pages with success and stores nothing. */
	public DsmWorld silentlyDropsWrites(boolean drops) {
		this.dropsWrites = drops;
		return this;
	}

	/** Returns stars instead of client secrets, as a later firmware may. */
	public DsmWorld masksSecrets(boolean masks) {
		return assume(DsmAssumption.SECRET_IS_READABLE, !masks);
	}

	/**
	 * Refuses parameter values that are not JSON, to catch strings sent without quotes.
	 * Only what is asked of SYNO.API.Info goes bare, as in DSM's guide.
	 */
	public DsmWorld takesOnlyJsonValues(boolean only) {
		return assume(DsmAssumption.BARE_STRINGS_ARE_TAKEN, !only);
	}

	/**
	 * Switches one of the assumptions about DSM.
	 * @throws IllegalArgumentException if the simulator knows no other way
	 */
	public DsmWorld assume(DsmAssumption assumption, boolean holds) {
		if (!holds && assumption.otherwise() == null) {
			throw new IllegalArgumentException(assumption + " cannot be switched off");
		}
		synchronized (this.dropped) {
			boolean ignored = holds ? this.dropped.remove(assumption) : this.dropped.add(assumption);
		}
		return this;
	}

	public DsmVersion version() {
		return this.version;
	}

	public Clock clock() {
		return this.clock;
	}

	public Sessions sessions() {
		return this.sessions;
	}

	public SsoSettings sso() {
		return this.sso;
	}

	public WebSettings web() {
		return this.web;
	}

	public DirectoryState directory() {
		return this.directory;
	}

	/** Who may use the application DSM. */
	public AppPrivileges privileges() {
		return this.privileges;
	}

	public AutoBlock autoBlock() {
		return this.autoBlock;
	}

	public ConnectionLog connectionLog() {
		return this.connectionLog;
	}

	@Override
	public Instant now() {
		return this.clock.instant();
	}

	@Override
	public Collection<Account> accounts() {
		return this.accounts.values();
	}

	public List<Account> accounts(Home home) {
		return accounts().stream().filter((account) -> account.home() == home).toList();
	}

	/**
	 * All accounts of the NAS itself and of its directory, in the order a name is looked
	 * up.
	 */
	public List<Account> accountsByPrecedence() {
		Comparator<Account> localFirst = Comparator.comparing(Account::isLocal).reversed();
		return accounts().stream()
			.sorted(assumes(DsmAssumption.LOCAL_ACCOUNT_COMES_FIRST) ? localFirst : localFirst.reversed())
			.toList();
	}

	/** The account a password sign-in means: the case does not matter. */
	public Optional<Account> named(String name) {
		return accounts().stream()
			.filter((account) -> account.name().equalsIgnoreCase(name)
					|| this.directory.qualified(account).equalsIgnoreCase(name))
			.findFirst();
	}

	/** The name under which an account is listed. */
	@Override
	public String listed(Account account) {
		return assumes(DsmAssumption.DIRECTORY_NAMES_ARE_QUALIFIED) ? this.directory.qualified(account)
				: account.name();
	}

	/** An account's id as DSM writes it. */
	public Object uid(Account account) {
		return assumes(DsmAssumption.UIDS_ARE_NUMBERS) ? account.uid() : String.valueOf(account.uid());
	}

	public Map<String, String> groups() {
		return this.groups;
	}

	public String hostname() {
		return this.hostname;
	}

	public String welcome() {
		return this.welcome;
	}

	@Override
	public String clientAddress() {
		return this.clientAddress;
	}

	@Override
	public boolean fromOutside() {
		return this.fromOutside;
	}

	public Gateway gateway() {
		return this.gateway;
	}

	public boolean boots() {
		return this.boots;
	}

	public boolean dropsWrites() {
		return this.dropsWrites;
	}

	@Override
	public boolean assumes(DsmAssumption assumption) {
		synchronized (this.dropped) {
			return !this.dropped.contains(assumption);
		}
	}

}
