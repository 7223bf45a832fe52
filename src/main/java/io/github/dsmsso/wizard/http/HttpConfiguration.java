package io.github.dsmsso.wizard.http;

import java.net.InetAddress;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpProperties.class)
class HttpConfiguration {

	@Bean
	Destinations destinations() {
		return new Destinations(InetAddress::getAllByName);
	}

}
