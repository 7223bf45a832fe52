package io.github.dsmsso.wizard.apply;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Another wizard that is at work in a folder, in a process of its own, until it is ended.
 */
final class LockHolder {

	static final String HELD = "held";

	private LockHolder() {
	}

	/**
	 * Takes the lock and tells so.
	 * @param arguments the folder
	 */
	public static void main(String... arguments) throws IOException {
		new JournalLock(Path.of(arguments[0])).take();
		System.out.println(HELD);
		int ended = System.in.read();
	}

}
