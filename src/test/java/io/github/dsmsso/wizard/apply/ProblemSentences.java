package io.github.dsmsso.wizard.apply;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

import io.github.dsmsso.wizard.shared.Problem;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The sentences that the pages have for a problem. */
final class ProblemSentences {

	private static final Properties ALL = read();

	private ProblemSentences() {
	}

	/** Whether somebody wrote what happened and what to do. */
	static boolean areWrittenFor(Problem problem) {
		return ALL.containsKey("problem." + problem.code() + ".what")
				&& ALL.containsKey("problem." + problem.code() + ".action");
	}

	private static Properties read() {
		Properties all = new Properties();
		try {
			for (Resource bundle : new PathMatchingResourcePatternResolver()
				.getResources("classpath*:messages/*.properties")) {
				try (Reader reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
					all.load(reader);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return all;
	}

}
