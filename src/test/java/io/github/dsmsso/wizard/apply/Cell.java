package io.github.dsmsso.wizard.apply;

/**
 * One cell of the matrix.
 *
 * @param before how both systems are at first
 * @param phase the phase in which something goes wrong
 * @param mishap what goes wrong
 */
record Cell(BeforeState before, Phase phase, Mishap mishap) {

	@Override
	public String toString() {
		return this.before + ", " + this.phase + ": " + this.mishap;
	}

}
