package io.github.dsmsso.wizard.verify;

/**
 * Something that was seen and supports a finding; never a secret.
 *
 * @param label what it is; its words stand in the bundle under {@code evidence.<label>}
 * @param value what was seen, an address, name or number; it may be a peer's text, to be
 * shown as text alone
 */
public record Evidence(String label, String value) {

	/** The key of the label's words. */
	public String labelCode() {
		return "evidence." + this.label;
	}

}
