package io.github.dsmsso.wizard.authentik;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

final class HttpApplications implements Applications {

	private final Resource applications;

	private final TokenOwner owner;

	HttpApplications(Resource applications, TokenOwner owner) {
		this.applications = applications;
		this.owner = owner;
	}

	@Override
	public Optional<Application> get(String slug) {
		return this.applications.find(slug).map(HttpApplications::read);
	}

	@Override
	public Application create(Application draft) {
		return read(this.applications.create(write(draft)));
	}

	@Override
	public Application update(Application from, Application to) {
		Map<String, @Nullable Object> body = write(to);
		body.entrySet().removeAll(write(from).entrySet());
		return read(this.applications.update(from.slug(), body));
	}

	@Override
	public void delete(String slug) {
		this.applications.delete(slug);
	}

	/**
	 * authentik answers for the token's owner, without a word about it, where somebody
	 * who is no superuser asks for another.
	 */
	@Override
	public Optional<Boolean> checkAccess(String slug, int userPk) {
		if (!this.owner.superuser() && userPk != this.owner.pk()) {
			return Optional.empty();
		}
		String question = Resource.at(slug) + "check_access/?" + Resource.parameter("for_user", userPk);
		return this.applications.answerIfAllowed(question).map((answer) -> answer.flag("passing"));
	}

	private static Application read(Fields application) {
		return new Application(application.text("pk"), application.text("name"), application.text("slug"),
				application.numberOrNull("provider"), application.text("policy_engine_mode").equals("any"),
				application.textOrEmpty("meta_launch_url"), application.textOrEmpty("meta_description"),
				application.textOrEmpty("meta_publisher"));
	}

	private static Map<String, @Nullable Object> write(Application application) {
		Map<String, @Nullable Object> body = new LinkedHashMap<>();
		body.put("name", application.name());
		body.put("slug", application.slug());
		body.put("provider", application.provider());
		body.put("policy_engine_mode", application.matchAny() ? "any" : "all");
		body.put("meta_launch_url", application.launchUrl());
		body.put("meta_description", application.description());
		body.put("meta_publisher", application.publisher());
		return body;
	}

}
