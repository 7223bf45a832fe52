package io.github.dsmsso.wizard.plan;

import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.authentik.ScopeMapping;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.dsm.SsoProfile;
import io.github.dsmsso.wizard.dsm.SsoSetting;
import org.jspecify.annotations.Nullable;

/**
 * One object brought from what it is to what it shall be.
 */
public sealed interface Change {

	/** The change in words. */
	ChangeDescription describe();

	/** Has a visitor deal with this kind of change. */
	<T> T accept(Visitor<T> visitor);

	default Operation operation() {
		return describe().operation();
	}

	/** Whether anything has to be written for it. */
	default boolean writes() {
		return operation() != Operation.NONE;
	}

	/**
	 * A signing key that authentik generates.
	 *
	 * @param name the key's name
	 */
	record SigningKeyChange(String name, ChangeDescription describe) implements Change {

		@Override
		public <T> T accept(Visitor<T> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * An attribute of a user.
	 *
	 * @param user the key of the user
	 * @param attribute the name of the attribute
	 * @param before what it holds, or null where it is not there
	 * @param wanted what it shall hold
	 */
	record UserAttributeChange(int user, String attribute, @Nullable String before, String wanted,
			ChangeDescription describe) implements Change {

		@Override
		public <T> T accept(Visitor<T> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * A scope mapping for one provider alone.
	 *
	 * @param wanted the mapping; without a key where it is still to be created
	 */
	record ScopeMappingChange(ScopeMapping wanted, ChangeDescription describe) implements Change {

		@Override
		public <T> T accept(Visitor<T> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * The OAuth2 provider. A signing key still to be created is null in the desired one,
	 * and the key of such a scope mapping empty.
	 *
	 * @param before the provider as it is, or null
	 * @param wanted the provider as it shall be
	 */
	record ProviderChange(@Nullable OAuth2Provider before, OAuth2Provider wanted,
			ChangeDescription describe) implements Change {

		@Override
		public <T> T accept(Visitor<T> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * The application. The key of a provider still to be created is null in the wanted
	 * one.
	 *
	 * @param before the application as it is, or null
	 * @param wanted the application as it shall be
	 */
	record ApplicationChange(@Nullable Application before, Application wanted,
			ChangeDescription describe) implements Change {

		@Override
		public <T> T accept(Visitor<T> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * A binding that is created or deleted.
	 *
	 * @param binding the binding; its target is empty where the application is still to
	 * be created
	 */
	record BindingChange(PolicyBinding binding, ChangeDescription describe) implements Change {

		@Override
		public <T> T accept(Visitor<T> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * How DSM's sign-in page starts.
	 *
	 * @param before as it is
	 * @param wanted as it shall be
	 */
	record SsoSettingChange(SsoSetting before, SsoSetting wanted, ChangeDescription describe) implements Change {

		@Override
		public <T> T accept(Visitor<T> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * DSM's OpenID Connect settings.
	 *
	 * @param before as they are
	 * @param wanted as they shall be
	 */
	record OidcSsoChange(OidcSso before, OidcSso wanted, ChangeDescription describe) implements Change {

		@Override
		public <T> T accept(Visitor<T> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * DSM's switch.
	 *
	 * @param before as it is
	 * @param wanted as it shall be
	 */
	record SsoProfileChange(SsoProfile before, SsoProfile wanted, ChangeDescription describe) implements Change {

		@Override
		public <T> T accept(Visitor<T> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * Deals with each kind of change.
	 *
	 * @param <T> what it makes of them
	 */
	interface Visitor<T> {

		T visit(SigningKeyChange change);

		T visit(UserAttributeChange change);

		T visit(ScopeMappingChange change);

		T visit(ProviderChange change);

		T visit(ApplicationChange change);

		T visit(BindingChange change);

		T visit(SsoSettingChange change);

		T visit(OidcSsoChange change);

		T visit(SsoProfileChange change);

	}

}
