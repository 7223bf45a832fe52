package io.github.dsmsso.wizard.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.CertificateKeyPair;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.authentik.ScopeMapping;
import io.github.dsmsso.wizard.dsm.SsoSetting;
import io.github.dsmsso.wizard.plan.Change.ApplicationChange;
import io.github.dsmsso.wizard.plan.Change.BindingChange;
import io.github.dsmsso.wizard.plan.Change.OidcSsoChange;
import io.github.dsmsso.wizard.plan.Change.ProviderChange;
import io.github.dsmsso.wizard.plan.Change.ScopeMappingChange;
import io.github.dsmsso.wizard.plan.Change.SigningKeyChange;
import io.github.dsmsso.wizard.plan.Change.SsoProfileChange;
import io.github.dsmsso.wizard.plan.Change.SsoSettingChange;
import io.github.dsmsso.wizard.plan.Change.UserAttributeChange;
import org.jspecify.annotations.Nullable;

/**
 * Holds one object after the other against what it was and what it was to become, in the
 * words of {@link ChangeDescriber}.
 */
final class ObjectComparer implements Change.Visitor<ComparedObject> {

	private final DesiredState desired;

	private final CurrentState now;

	private final AuthentikInventory inventory;

	private final ChangeDescriber describer;

	ObjectComparer(DesiredState desired, CurrentState now, AuthentikInventory inventory) {
		this.desired = desired;
		this.now = now;
		this.inventory = inventory;
		this.describer = new ChangeDescriber(inventory);
	}

	ComparedObject compare(Change change) {
		return change.accept(this);
	}

	@Override
	public ComparedObject visit(SigningKeyChange change) {
		return present(change, newKey().isPresent());
	}

	@Override
	public ComparedObject visit(ScopeMappingChange change) {
		return present(change, this.now.scopeMapping() != null);
	}

	@Override
	public ComparedObject visit(BindingChange change) {
		PolicyBinding binding = change.binding();
		return present(change,
				this.now.bindings()
					.stream()
					.anyMatch((found) -> Objects.equals(found.group(), binding.group())
							&& Objects.equals(found.user(), binding.user())));
	}

	@Override
	public ComparedObject visit(OidcSsoChange change) {
		return compared(change, this.describer.oidcSso(change.before(), this.now.dsm().oidc()),
				this.describer.oidcSso(this.now.dsm().oidc(), change.wanted()));
	}

	@Override
	public ComparedObject visit(SsoProfileChange change) {
		return compared(change, this.describer.ssoProfile(change.before(), this.now.dsm().profile()),
				this.describer.ssoProfile(this.now.dsm().profile(), change.wanted()));
	}

	@Override
	public ComparedObject visit(ProviderChange change) {
		OAuth2Provider found = this.now.provider();
		return (found == null) ? present(change, false)
				: compared(change, this.describer.provider(change.before(), found, "", false),
						this.describer.provider(found, withNewMapping(withNewKey(change.wanted())), "", false));
	}

	/** A key that the run creates has no pk yet when the plan is made. */
	private OAuth2Provider withNewKey(OAuth2Provider wanted) {
		return (wanted.signingKey() != null) ? wanted
				: newKey().map(CertificateKeyPair::pk).map(wanted::withSigningKey).orElse(wanted);
	}

	/** Neither has a scope mapping. */
	private OAuth2Provider withNewMapping(OAuth2Provider wanted) {
		ScopeMapping made = this.now.scopeMapping();
		return (made != null) ? wanted.withNewMapping(made.pk()) : wanted;
	}

	private Optional<CertificateKeyPair> newKey() {
		String name = this.desired.newSigningKeyName();
		return this.inventory.keys().stream().filter((key) -> key.name().equals(name)).findFirst();
	}

	@Override
	public ComparedObject visit(ApplicationChange change) {
		Application found = this.now.application();
		return (found == null) ? present(change, false)
				: compared(change, this.describer.application(change.before(), found, providerName(found), false),
						this.describer.application(found, withNewProvider(change.wanted()), this.desired.providerName(),
								false));
	}

	private Application withNewProvider(Application wanted) {
		OAuth2Provider provider = this.now.provider();
		return (wanted.provider() == null && provider != null) ? wanted.withProvider(provider.pk()) : wanted;
	}

	private String providerName(Application application) {
		Integer provider = application.provider();
		boolean ours = provider != null
				&& this.now.findProvider().filter((found) -> provider.equals(found.pk())).isPresent();
		return (provider == null) ? "" : ours ? this.desired.providerName() : "#" + provider;
	}

	@Override
	public ComparedObject visit(SsoSettingChange change) {
		SsoSetting found = (this.now.dsm().setting() != null) ? this.now.dsm().setting() : change.before();
		return compared(change, this.describer.ssoSetting(change.before(), found),
				this.describer.ssoSetting(found, change.wanted()));
	}

	/** A user who is gone has no attributes. */
	@Override
	public ComparedObject visit(UserAttributeChange change) {
		return this.now.findAttributes(change.user())
			.map((found) -> compared(change, describe(change, change.before(), found.text(change.attribute())),
					describe(change, found.text(change.attribute()), change.wanted())))
			.orElseGet(() -> present(change, false));
	}

	private ChangeDescription describe(UserAttributeChange change, @Nullable String from, @Nullable String to) {
		return this.describer.attribute(change.user(), change.attribute(), from, to);
	}

	/** An object that is there as a whole or not at all. */
	private static ComparedObject present(Change change, boolean there) {
		boolean wanted = change.operation() != Operation.DELETE;
		boolean before = change.operation() != Operation.CREATE;
		List<ComparedField> fields = change.describe()
			.fields()
			.stream()
			.map((field) -> new ComparedField(field.field(), field.now(),
					there ? (wanted ? field.after() : field.now()) : "", field.after(), there == before,
					there == wanted))
			.toList();
		return ComparedObject.of(change.describe(), fields);
	}

	private static ComparedObject compared(Change change, ChangeDescription sinceBefore, ChangeDescription toWanted) {
		List<ComparedField> fields = change.describe()
			.fields()
			.stream()
			.flatMap((planned) -> Stream
				.ofNullable(compared(planned, field(sinceBefore, planned.field()), field(toWanted, planned.field()))))
			.toList();
		return ComparedObject.of(change.describe(), fields);
	}

	/** A field that authentik knows no longer, or not yet, cannot be compared. */
	private static @Nullable ComparedField compared(FieldChange planned, @Nullable FieldChange sinceBefore,
			@Nullable FieldChange toWanted) {
		return (sinceBefore == null || toWanted == null) ? null : new ComparedField(planned.field(), planned.now(),
				toWanted.now(), planned.after(), !sinceBefore.changed(), !toWanted.changed());
	}

	private static @Nullable FieldChange field(ChangeDescription description, String name) {
		return description.fields().stream().filter((field) -> field.field().equals(name)).findFirst().orElse(null);
	}

}
