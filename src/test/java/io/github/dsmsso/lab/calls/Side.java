package io.github.dsmsso.lab.calls;

/** One of the two systems of the laboratory. */
public enum Side {

	DSM, AUTHENTIK

}
