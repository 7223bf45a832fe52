package io.github.dsmsso.lab.calls;

/**
 * A place in the course of a run at which a call may go wrong.
 *
 * @param side who is called
 * @param call the name of the call
 * @param occurrence which of the calls of this name it is, counted from 1
 * @param isRequest whether it stands for a request as a whole, whose answer can be lost.
 * Of a compound that writes, the write does
 */
public record CallSite(Side side, CallName call, int occurrence, boolean isRequest) {

	@Override
	public String toString() {
		return this.side + " " + this.call + " #" + this.occurrence;
	}

}
