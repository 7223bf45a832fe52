package io.github.dsmsso.wizard.pages;

import java.util.List;

/**
 * A second question before something that cannot be had back with another click: what
 * will happen, and to whom.
 *
 * @param title the question
 * @param lead what happens, in a sentence
 * @param points what happens to each object and to whom
 * @param action where the answer is sent
 * @param reference the run that it is about
 * @param submit what the button says that does it
 * @param cancel the page to which the other answer leads
 */
record Question(String title, String lead, List<String> points, String action, String reference, String submit,
		String cancel) {

	Question {
		points = List.copyOf(points);
	}

}
