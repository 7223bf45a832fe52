package io.github.dsmsso.wizard.access;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may use the wizard.
 *
 * @param setupCode whether the code from the console is asked for
 * @param allowedHosts the host names by which the wizard may be opened besides those of
 * this machine, each with a port or for any port; the first one is printed at the start
 * @param https whether browsers reach the wizard over HTTPS, be it the wizard's own or
 * that of a proxy in front
 * @param sessionLimit how long a session lasts at most, however busy it is kept
 */
@ConfigurationProperties("wizard.access")
record AccessProperties(@DefaultValue("true") boolean setupCode, @DefaultValue List<String> allowedHosts,
		@DefaultValue("false") boolean https, @DefaultValue("60m") Duration sessionLimit) {

	AccessProperties {
		allowedHosts = List.copyOf(allowedHosts);
	}

}
