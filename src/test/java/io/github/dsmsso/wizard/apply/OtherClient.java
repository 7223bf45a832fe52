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

/** The clients to both systems with calls that are done in another way. */
final class OtherClient {

	private static final Class<?>[] CLIENTS = { DsmApi.class, DsmSession.class, AuthentikApi.class,
			AuthentikClient.class, OAuth2Providers.class, Applications.class, PolicyBindings.class,
			CertificateKeyPairs.class };

	private OtherClient() {
	}

	/** How a call is done. */
	@FunctionalInterface
	interface Way {

		/**
		 * Does it.
		 * @param client the client as it is
		 * @param call the call, to be done once, again, or not at all
		 */
		Object go(Object client, Call call) throws Throwable;

	}

	/** A call through a client. */
	record Call(Object client, Method method, Object[] arguments) {

		Object go() throws Throwable {
			try {
				return this.method.invoke(this.client, this.arguments);
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

	/** A client, and whatever comes out of it; other parts stay as they are. */
	static Object of(Object part, Way way) {
		if (part instanceof SignIn signIn && signIn.session() != null) {
			return new SignIn(signIn.outcome(), (DsmSession) of(signIn.session(), way), signIn.overview(),
					signIn.code());
		}
		for (Class<?> client : CLIENTS) {
			if (client.isInstance(part)) {
				return Proxy.newProxyInstance(client.getClassLoader(), new Class<?>[] { client },
						(proxy, method, arguments) -> of(way.go(part, new Call(part, method, arguments)), way));
			}
		}
		return part;
	}

}
