package io.github.dsmsso.lab.dsm.world;

import java.time.Clock;

import io.github.dsmsso.lab.dsm.protocol.DsmVersion;

/**
 * A NAS as a family or a small office has it, to try things out. Its accounts meet those
 * of the laboratory's authentik in every way that matters: same name, other case, mail
 * address for a name, disabled, missing on one side.
 */
public final class DemoNas {

	/** The administrator who sets things up. */
	public static final String ADMINISTRATOR = "setup-admin";

	/** An administrator with a second factor. */
	public static final String OTP_ADMINISTRATOR = "otp-admin";

	/** The password of every account of the demo. */
	public static final String PASSWORD = "Lab-NAS-2026";

	/** The shared secret of {@link #OTP_ADMINISTRATOR}'s authenticator app, in base32. */
	public static final String OTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

	private DemoNas() {
	}

	/** The NAS, with SSO untouched. */
	public static DsmWorld world(DsmVersion version, Clock clock) {
		DsmWorld world = new DsmWorld(version, clock).hostname("demo-nas").group("family", "The family");
		world.account(ADMINISTRATOR).password(PASSWORD).administrator().email("setup@nas.example");
		world.account(OTP_ADMINISTRATOR).password(PASSWORD).administrator().secondFactor(OTP_SECRET);
		world.account("anna").password(PASSWORD).email("anna@example.org").administrator().memberOf("family");
		world.account("bob").password(PASSWORD).email("bob@example.org").memberOf("family").disabled();
		world.account("carla").password(PASSWORD).email("carla@example.org").memberOf("family");
		world.account("dave").password(PASSWORD).email("dave@example.org").memberOf("family");
		world.account("frank").password(PASSWORD).email("frank@example.org");
		world.account("grace").password(PASSWORD).email("grace@example.org");
		return world;
	}

}
