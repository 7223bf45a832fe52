package io.github.dsmsso.lab;

/**
 * A place in the course of a run at which a call may go wrong.
 *
 * @param side who is called
 * @param call the name of the call
 * @param occurrence which of the calls of this name it is, counted from 1
 */
public record CallSite(Side side, CallName call, int occurrence) {

	@Override
	public String toString() {
		return this.side + " " + this.call + " #" + this.occurrence;
	}

}
