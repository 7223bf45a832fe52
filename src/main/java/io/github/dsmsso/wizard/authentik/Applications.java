package io.github.dsmsso.wizard.authentik;

import java.util.Optional;

/**
 * {@code /core/applications/}. Never listed by filter: the list ignores filters unless a
 * superuser asks for the full one (authentik issue 17064).
 */
public interface Applications {

	/**
	 * One application by its slug; empty where the slug is free. To a token that may view
	 * single applications only, others look free.
	 */
	Optional<Application> get(String slug);

	/** Creates an application: {@code POST}. The pk of the draft is not read. */
	Application create(Application draft);

	/**
	 * Brings an application from one to the other: {@code PATCH} of the fields that
	 * differ.
	 */
	Application update(Application from, Application to);

	/**
	 * Deletes an application and with it its bindings. One that is gone already is no
	 * failure.
	 */
	void delete(String slug);

	/**
	 * Whether a user may use the application: {@code GET …/check_access/?for_user=};
	 * empty where the token may not ask for others, which superusers alone may.
	 */
	Optional<Boolean> checkAccess(String slug, int userPk);

}
