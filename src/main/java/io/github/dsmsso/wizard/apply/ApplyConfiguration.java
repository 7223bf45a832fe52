package io.github.dsmsso.wizard.apply;

import java.util.concurrent.locks.LockSupport;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApplyProperties.class)
class ApplyConfiguration {

	@Bean
	Pause pause() {
		return (duration) -> LockSupport.parkNanos(duration.toNanos());
	}

}
