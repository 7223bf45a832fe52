package io.github.dsmsso.wizard.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumSet;
import java.util.concurrent.locks.LockSupport;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessProperties.class)
class AccessConfiguration {

	private static final String[] OPEN = { "/access", "/theme", "/finished", "/assets/**", "/actuator/health",
			"/actuator/health/**" };

	@Bean
	SetupCodes setupCodes(Clock clock, SecureRandom random) {
		return new SetupCodes(clock, random);
	}

	@Bean
	SetupCodeAuthenticationProvider setupCodeAuthenticationProvider(SetupCodes codes, Clock clock) {
		WrongTries wrongTries = new WrongTries(clock, (wait) -> LockSupport.parkNanos(wait.toNanos()));
		return new SetupCodeAuthenticationProvider(codes, wrongTries);
	}

	@Bean
	FilterRegistrationBean<ResponseHeaders> responseHeaders(SecureRandom random) {
		FilterRegistrationBean<ResponseHeaders> headers = new FilterRegistrationBean<>(new ResponseHeaders(random));
		headers.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
		headers.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return headers;
	}

	@Bean
	FilterRegistrationBean<RequestGuard> requestGuard(AccessProperties properties) {
		AllowedHosts allowedHosts = new AllowedHosts(properties.allowedHosts());
		FilterRegistrationBean<RequestGuard> guard = new FilterRegistrationBean<>(new RequestGuard(allowedHosts));
		guard.setDispatcherTypes(DispatcherType.REQUEST);
		guard.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
		return guard;
	}

	@Bean
	FilterRegistrationBean<SessionLimit> sessionLimit(AccessProperties properties, Clock clock) {
		return afterTheGuard(new SessionLimit(properties.sessionLimit(), clock), 1);
	}

	@Bean
	FilterRegistrationBean<FormBodies> formBodies(AccessProperties properties, Clock clock) {
		return afterTheGuard(new FormBodies(properties.setupCode(), clock), 2);
	}

	/** Before the CSRF filter, which looks into a form. */
	private static <T extends Filter> FilterRegistrationBean<T> afterTheGuard(T filter, int place) {
		FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
		registration.setDispatcherTypes(DispatcherType.REQUEST);
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1 + place);
		return registration;
	}

	@Bean
	WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> connector() {
		return (factory) -> factory.addConnectorCustomizers((connector) -> {
			connector.addLifecycleListener(new RefusalHeaders());
			// What the kernel takes for somebody who does not read: else megabytes each.
			connector.setProperty("socket.txBufSize", "65536");
		});
	}

	@Bean
	SecurityFilterChain wizardSecurity(HttpSecurity http, AccessProperties properties) {
		http.headers(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.exceptionHandling((failures) -> failures.accessDeniedPage("/access/stale"));
		if (properties.setupCode()) {
			requireSetupCode(http);
		}
		else {
			http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll());
		}
		return http.build();
	}

	private static void requireSetupCode(HttpSecurity http) {
		http.authorizeHttpRequests(
				(requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
					.permitAll()
					.requestMatchers(OPEN)
					.permitAll()
					.anyRequest()
					.hasAuthority(SetupCodeAuthenticationProvider.AUTHORITY))
			.formLogin((form) -> form.loginPage("/access")
				.passwordParameter("code")
				.failureUrl("/access?wrong")
				.defaultSuccessUrl("/", true));
	}

	/** Browsers keep a cookie of this prefix to its host and to HTTPS. */
	@Bean
	WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> hostOnlySessionCookie(AccessProperties properties) {
		return (factory) -> {
			if (properties.https()) {
				Cookie cookie = factory.getSettings().getSession().getCookie();
				cookie.setName("__Host-" + cookie.getName());
				cookie.setSecure(true);
				cookie.setPath("/");
			}
		};
	}

}
