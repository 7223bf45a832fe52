package io.github.dsmsso.wizard.authentik;

import java.util.List;
import java.util.Optional;

import io.github.dsmsso.wizard.authentik.AuthentikException.Reason;

final class HttpOAuth2Providers implements OAuth2Providers {

	private static final String BY_NAME = "ordering=name";

	private final Resource providers;

	private final Resource providersOfEveryType;

	private final ProviderJson json;

	private final boolean answersForOthers;

	private final TokenOwner owner;

	HttpOAuth2Providers(Resources resources, AuthentikCapabilities capabilities, TokenOwner owner) {
		this.providers = resources.oauth2Providers();
		this.providersOfEveryType = resources.providers();
		this.json = new ProviderJson(capabilities);
		this.answersForOthers = capabilities.previewsOtherUsers();
		this.owner = owner;
	}

	@Override
	public List<OAuth2Provider> list() {
		return Api.await(this.providers.list(BY_NAME, this.json::read));
	}

	@Override
	public List<ProviderName> names() {
		return Api.await(this.providersOfEveryType.list(BY_NAME, HttpOAuth2Providers::name)
			.onErrorResume(HttpOAuth2Providers::isForbidden,
					(forbidden) -> this.providers.list(BY_NAME, HttpOAuth2Providers::name)));
	}

	@Override
	public Optional<OAuth2Provider> get(int pk) {
		return this.providers.find(pk).map(this.json::readWhole);
	}

	@Override
	public OAuth2Provider create(OAuth2Provider draft) {
		return this.json.read(this.providers.create(this.json.write(draft)));
	}

	@Override
	public OAuth2Provider update(OAuth2Provider from, OAuth2Provider to) {
		return this.json.read(this.providers.update(from.pk(), this.json.changes(from, to)));
	}

	@Override
	public void delete(int pk) {
		this.providers.delete(pk);
	}

	@Override
	public SetupUrls setupUrls(int pk) {
		Fields urls = Api.await(this.providers.get(Resource.at(pk) + "setup_urls/"));
		return new SetupUrls(urls.textOrNull("issuer"), urls.text("authorize"), urls.text("token"),
				urls.textOrNull("provider_info"));
	}

	@Override
	public Optional<ClaimPreview> previewUser(int pk, int userPk) {
		if (!this.answersForOthers && userPk != this.owner.pk()) {
			return Optional.empty();
		}
		String user = this.answersForOthers ? "?" + Resource.parameter("for_user", userPk) : "";
		return this.providers.answerIfAllowed(Resource.at(pk) + "preview_user/" + user)
			.map((answer) -> new ClaimPreview(answer.object("preview").allTexts()));
	}

	private static ProviderName name(Fields provider) {
		return new ProviderName(provider.number("pk"), provider.text("name"), provider.textOrEmpty("component"));
	}

	private static boolean isForbidden(Throwable error) {
		return error instanceof AuthentikException refusal && refusal.reason() == Reason.PERMISSION_MISSING;
	}

}
