package io.github.dsmsso.wizard;

import java.util.List;

import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;

/**
 * A form of which one field does not come as the page would send it.
 *
 * @param heading the page of the form
 * @param field the name of the field
 * @param oddity what is odd about it
 */
record OddForm(String heading, String field, Oddity oddity) {

	/** The names of the fields that a page sends. */
	static List<String> fieldsOf(HtmlPage page) {
		return page.getDocumentElement()
			.getElementsByTagName("input")
			.stream()
			.filter((input) -> input.getEnclosingForm().getActionAttribute().indexOf("theme") < 0)
			.map((input) -> input.getAttribute("name"))
			.filter((name) -> !name.isEmpty() && !name.equals("_csrf"))
			.distinct()
			.toList();
	}

	/** Changes the page, if it is the one. */
	void change(HtmlPage page) {
		if (page.querySelector("h1").getTextContent().strip().equals(this.heading)) {
			page.getDocumentElement()
				.getElementsByAttribute("input", "name", this.field)
				.forEach((input) -> this.oddity.change((HtmlInput) input));
		}
	}

	/** What can be odd about a field. */
	enum Oddity {

		/** It does not come. */
		MISSING {
			@Override
			void change(HtmlInput input) {
				input.remove();
			}
		},
		/** Nothing stands in it. */
		EMPTY {
			@Override
			void change(HtmlInput input) {
				chosen(input).setValue("");
			}
		},
		/** It comes twice. */
		TWICE {
			@Override
			void change(HtmlInput input) {
				HtmlElement again = (HtmlElement) chosen(input).cloneNode(true);
				again.removeAttribute(DomElement.ID_ATTRIBUTE);
				input.getParentNode().appendChild(again);
			}
		},
		/** It holds what no page offers. */
		UNHEARD_OF {
			@Override
			void change(HtmlInput input) {
				chosen(input).setValue("unheard \u0000 of");
			}
		};

		abstract void change(HtmlInput input);

		/** Boxes that are not ticked would not be sent. */
		private static HtmlInput chosen(HtmlInput input) {
			if (input.getType().equals("checkbox")) {
				input.setChecked(true);
			}
			return input;
		}

	}

}
