/**
 * Those who visit pages: a person without a browser's script, and a real browser. It uses
 * {@code http} only.
 */
@NullMarked
package io.github.dsmsso.lab.browser;

import org.jspecify.annotations.NullMarked;
