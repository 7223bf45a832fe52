package io.github.dsmsso.wizard.apply;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where a run is written down while it is under way.
 *
 * @param journal the folder of the journal; made where it does not exist, readable by its
 * owner alone
 */
@ConfigurationProperties("wizard.apply")
record ApplyProperties(Path journal) {

}
