package io.github.dsmsso.wizard.authentik;

import java.util.List;

import org.jspecify.annotations.Nullable;

final class HttpDirectory implements Directory {

	private final Resource users;

	private final Resource groups;

	private final Resource settings;

	private final AuthentikCapabilities capabilities;

	HttpDirectory(Resources resources, AuthentikCapabilities capabilities) {
		this.users = resources.users();
		this.groups = resources.groups();
		this.settings = resources.settings();
		this.capabilities = capabilities;
	}

	@Override
	public List<AuthentikUser> users() {
		String people = "type=internal&type=external&ordering=username";
		return Api.await(this.users.list(people + (this.capabilities.listsCanBeSlim() ? "&include_groups=false" : ""),
				HttpDirectory::user));
	}

	@Override
	public List<AuthentikGroup> groups() {
		return Api.await(this.groups
			.list("ordering=name" + (this.capabilities.listsCanBeSlim() ? "&include_users=false" : ""), this::group));
	}

	@Override
	public @Nullable Boolean usersMayRenameThemselves() {
		if (!this.capabilities.hasSystemSettings()) {
			return null;
		}
		return this.settings.answerIfAllowed("")
			.filter((settings) -> settings.has("default_user_change_username"))
			.map((settings) -> settings.flag("default_user_change_username"))
			.orElse(null);
	}

	private static AuthentikUser user(Fields user) {
		return new AuthentikUser(user.number("pk"), user.text("username"), user.text("name"), user.textOrEmpty("email"),
				user.flag("is_active"), user.texts("groups"));
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

}
