package io.github.dsmsso.wizard.plan;

/**
 * One field as it may be shown; a secret appears as dots.
 *
 * @param field the vendor's name of the field
 * @param before what it was
 * @param now what it is
 * @param wanted what it was to become
 * @param isAsBefore whether it is what it was
 * @param isAsWanted whether it is what it was to become
 */
public record ComparedField(String field, String before, String now, String wanted, boolean isAsBefore,
		boolean isAsWanted) {

}
