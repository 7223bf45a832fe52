package io.github.dsmsso.wizard;

import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** A whole wizard on a port of its own, some of whose parts are other ones. */
public final class OtherWizard implements AutoCloseable {

	private final ServletWebServerApplicationContext context;

	private OtherWizard(ServletWebServerApplicationContext context) {
		this.context = context;
	}

	/**
	 * Starts one.
	 * @param otherwise gets every part and returns the one to be used in its place
	 * @param settings more settings, such as {@code --wizard.access.setup-code=false}
	 */
	public static OtherWizard with(UnaryOperator<Object> otherwise, String... settings) {
		BeanPostProcessor exchange = new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return otherwise.apply(bean);
			}

		};
		SpringApplicationBuilder builder = new SpringApplicationBuilder(DsmSsoWizardApplication.class)
			.initializers((context) -> context.getBeanFactory().addBeanPostProcessor(exchange));
		String[] all = Stream
			.concat(Stream.of("--server.port=0", "--wizard.apply.journal=target/journals/" + UUID.randomUUID()),
					Stream.of(settings))
			.toArray(String[]::new);
		return new OtherWizard((ServletWebServerApplicationContext) builder.run(all));
	}

	public int port() {
		return this.context.getWebServer().getPort();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
