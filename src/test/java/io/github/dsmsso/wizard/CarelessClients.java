package io.github.dsmsso.wizard;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;

import io.github.dsmsso.wizard.authentik.AuthentikApi;
import io.github.dsmsso.wizard.dsm.DsmApi;
import io.github.dsmsso.wizard.dsm.DsmSession;
import io.github.dsmsso.wizard.dsm.SignIn;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * The clients of both systems, each call of which may be done carelessly.
 */
final class CarelessClients implements BeanPostProcessor {

	private static final List<String> PACKAGES = List.of(DsmApi.class.getPackageName(),
			AuthentikApi.class.getPackageName());

	private volatile Way way = Call::make;

	/** How a call is done. */
	@FunctionalInterface
	interface Way {

		@Nullable Object make(Call call) throws Throwable;

	}

	/** A call of a client. */
	record Call(Object client, Method method, Object @Nullable [] arguments) {

		@Nullable Object make() throws Throwable {
			try {
				return this.method.invoke(this.client, this.arguments);
			}
			catch (InvocationTargetException ex) {
				throw ex.getCause();
			}
		}

	}

	/** From now on calls are done this way. */
	void calls(Way way) {
		this.way = way;
	}

	/** From now on calls are done as they should be. */
	void isCareful() {
		this.way = Call::make;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof DsmApi || bean instanceof AuthentikApi) ? open(bean) : bean;
	}

	private Object open(Object part) {
		if (part instanceof SignIn signIn && signIn.session() != null) {
			return new SignIn(signIn.outcome(), (DsmSession) open(signIn.session()), signIn.overview(), signIn.code());
		}
		for (Class<?> client : part.getClass().getInterfaces()) {
			if (PACKAGES.contains(client.getPackageName())) {
				return Proxy.newProxyInstance(client.getClassLoader(), new Class<?>[] { client },
						(proxy, method, arguments) -> {
							Object made = this.way.make(new Call(part, method, arguments));
							return (made != null) ? open(made) : null;
						});
			}
		}
		return part;
	}

}
