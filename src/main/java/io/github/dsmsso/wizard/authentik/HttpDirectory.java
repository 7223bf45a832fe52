package io.github.dsmsso.wizard.authentik;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

final class HttpDirectory implements Directory {

	private static final String RENAMING = "default_user_change_username";

	private static final String CHANGE_OF_EMAIL = "default_user_change_email";

	private static final String CHANGE_OF_NAME = "default_user_change_name";

	private static final String OPEN = "core_default_app_access";

	/**
	 * So long a list may stand for the next reader: a person reads a plan in that time.
	 */
	private static final Duration KEPT = Duration.ofMinutes(10);

	private final AtomicReference<@Nullable Listed> listed = new AtomicReference<>();

	private final Resource users;

	private final Resource groups;

	private final Resource settings;

	private final Resource prompts;

	private final AuthentikCapabilities capabilities;

	HttpDirectory(Resources resources, AuthentikCapabilities capabilities) {
		this.users = resources.users();
		this.groups = resources.groups();
		this.settings = resources.settings();
		this.prompts = resources.prompts();
		this.capabilities = capabilities;
	}

	@Override
	public List<AuthentikUser> users() {
		List<AuthentikUser> users = readUsers();
		this.listed.set((users.size() > Resource.PAGE_SIZE) ? new Listed(users, System.nanoTime()) : null);
		return users;
	}

	private List<AuthentikUser> readUsers() {
		return Api.await(this.users.list(
				"ordering=username" + (this.capabilities.listsCanBeSlim() ? "&include_groups=false" : ""),
				HttpDirectory::user));
	}

	@Override
	public UserListing usersListedBefore() {
		Listed before = this.listed.getAndSet(null);
		boolean stands = before != null && !before.isOld();
		return stands ? new UserListing(before.users(), true) : new UserListing(readUsers(), false);
	}

	@Override
	public List<AuthentikGroup> groups() {
		return Api.await(this.groups
			.list("ordering=name" + (this.capabilities.listsCanBeSlim() ? "&include_users=false" : ""), this::group));
	}

	@Override
	public Optional<UserAttributes> attributes(int user) {
		return this.users.find(user).map(HttpDirectory::attributes);
	}

	@Override
	public UserAttributes updateAttributes(UserAttributes attributes) {
		this.listed.set(null);
		return attributes(this.users.update(attributes.user(), Map.of("attributes", attributes.values())));
	}

	@Override
	public SystemSettings settings() {
		Optional<Fields> read = this.capabilities.hasSystemSettings() ? this.settings.answerIfAllowed("")
				: Optional.empty();
		return new SystemSettings(flag(read, RENAMING), flag(read, CHANGE_OF_EMAIL), flag(read, CHANGE_OF_NAME),
				openByDefault(read));
	}

	@Override
	public List<String> promptsFor(String attribute) {
		return this.prompts.answerIfAllowed("?" + Resource.parameter("field_key", "attributes." + attribute))
			.map((read) -> read.objects("results"))
			.orElse(List.of())
			.stream()
			.filter((prompt) -> !prompt.objects("promptstage_set").isEmpty())
			.map((prompt) -> prompt.text("name"))
			.toList();
	}

	private static @Nullable Boolean flag(Optional<Fields> settings, String name) {
		return settings.filter((read) -> read.has(name)).map((read) -> read.flag(name)).orElse(null);
	}

	private @Nullable Boolean openByDefault(Optional<Fields> read) {
		if (!this.capabilities.mayCloseApplications()) {
			return true;
		}
		Optional<Boolean> told = read.filter((settings) -> settings.has("flags"))
			.map((settings) -> settings.object("flags"))
			.filter((flags) -> flags.has(OPEN))
			.map((flags) -> flags.flag(OPEN));
		boolean untold = read.isPresent() && this.capabilities.opensApplicationsByDefault();
		return told.orElse(untold ? Boolean.TRUE : null);
	}

	private static AuthentikUser user(Fields user) {
		return new AuthentikUser(user.number("pk"), user.text("username"), user.text("name"), user.textOrEmpty("email"),
				user.flag("is_active"), user.textOrEmpty("type"), user.texts("groups"),
				user.has("attributes") ? user.object("attributes").allTexts() : Map.of());
	}

	private static UserAttributes attributes(Fields user) {
		return new UserAttributes(user.number("pk"), user.object("attributes").values());
	}

	private AuthentikGroup group(Fields group) {
		return new AuthentikGroup(group.text("pk"), group.text("name"), parents(group));
	}

	private List<String> parents(Fields group) {
		if (this.capabilities.groupsHaveManyParents()) {
			return group.texts("parents");
		}
		String parent = group.textOrNull("parent");
		return (parent != null) ? List.of(parent) : List.of();
	}

	/**
	 * Users as they were listed.
	 *
	 * @param users the users
	 * @param at when, by {@link System#nanoTime()}
	 */
	private record Listed(List<AuthentikUser> users, long at) {

		boolean isOld() {
			return System.nanoTime() - this.at > KEPT.toNanos();
		}

	}

}
