package io.github.dsmsso.wizard.pages;

import java.util.function.Function;

import io.github.dsmsso.wizard.shared.BaseUrl;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A field in which a server's address is typed, the same on every page.
 */
final class AddressField {

	private AddressField() {
	}

	/**
	 * Reads the address; what is wrong with it is said beside the field, and where the
	 * right one can be told it is offered.
	 * @param redirect gets the {@code suggestion}
	 */
	static BaseUrl parse(String field, String typed, Function<String, BaseUrl> grammar, RedirectAttributes redirect) {
		try {
			return parse(field, typed, grammar);
		}
		catch (FieldException ex) {
			ex.problem()
				.arguments()
				.stream()
				.findFirst()
				.ifPresent((better) -> redirect.addFlashAttribute("suggestion", better));
			throw ex;
		}
	}

	/** Reads the address; what is wrong with it is said beside the field. */
	static BaseUrl parse(String field, String typed, Function<String, BaseUrl> grammar) {
		return FieldException.at(field, () -> grammar.apply(typed));
	}

}
