/**
 * The face: the wizard's steps, its forms and what a person reads.
 */
@NullMarked
package io.github.dsmsso.wizard.pages;

import org.jspecify.annotations.NullMarked;
