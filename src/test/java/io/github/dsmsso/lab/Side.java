package io.github.dsmsso.lab;

/** One of the two systems of the laboratory. */
public enum Side {

	DSM, AUTHENTIK

}
