package io.github.dsmsso.wizard.apply;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

import io.github.dsmsso.wizard.authentik.Applications;
import io.github.dsmsso.wizard.authentik.AuthentikApi;
import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.authentik.CertificateKeyPairs;
import io.github.dsmsso.wizard.authentik.OAuth2Providers;
import io.github.dsmsso.wizard.authentik.PolicyBindings;
import io.github.dsmsso.wizard.dsm.DsmApi;
import io.github.dsmsso.wizard.dsm.DsmSession;
import io.github.dsmsso.wizard.dsm.SignIn;

/** The doors to both systems with calls that are done in another way. */
final class OtherDoor {

	private static final Class<?>[] DOORS = { DsmApi.class, DsmSession.class, AuthentikApi.class, AuthentikClient.class,
			OAuth2Providers.class, Applications.class, PolicyBindings.class, CertificateKeyPairs.class };

	private OtherDoor() {
	}

	/** How a call is done. */
	@FunctionalInterface
	interface Way {

		/**
		 * Does it.
		 * @param door the door as it is
		 * @param call the call, to be done once, again, or not at all
		 */
		Object go(Object door, Call call) throws Throwable;

	}

	/** A call through a door. */
	record Call(Object door, Method method, Object[] arguments) {

		Object go() throws Throwable {
			try {
				return this.method.invoke(this.door, this.arguments);
			}
			catch (InvocationTargetException ex) {
				throw ex.getCause();
			}
		}

		boolean isWrite() {
			return this.method.getName().matches("(save|create|update|delete).*");
		}

		boolean is(String name) {
			return this.method.getName().equals(name);
		}

	}

	/** A door, and whatever comes out of it; other parts stay as they are. */
	static Object of(Object part, Way way) {
		if (part instanceof SignIn signIn && signIn.session() != null) {
			return new SignIn(signIn.outcome(), (DsmSession) of(signIn.session(), way), signIn.overview(),
					signIn.code());
		}
		for (Class<?> door : DOORS) {
			if (door.isInstance(part)) {
				return Proxy.newProxyInstance(door.getClassLoader(), new Class<?>[] { door },
						(proxy, method, arguments) -> of(way.go(part, new Call(part, method, arguments)), way));
			}
		}
		return part;
	}

}
