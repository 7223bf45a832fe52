package io.github.dsmsso.wizard.http;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The limits of every call.
 *
 * @param connectTimeout how long a connection may take to be made
 * @param deadline how long a call may take in all, however slowly the answer arrives
 * @param largestAnswer how much of an answer is read before the call is given up
 * @param largestList the same of a list, which may hold all members of a large group
 * @param connections how many connections to a peer are used at a time
 */
@ConfigurationProperties("wizard.http")
public record HttpProperties(@DefaultValue("5s") Duration connectTimeout, @DefaultValue("15s") Duration deadline,
		@DefaultValue("1MB") DataSize largestAnswer, @DefaultValue("8MB") DataSize largestList,
		@DefaultValue("4") int connections) {

}
