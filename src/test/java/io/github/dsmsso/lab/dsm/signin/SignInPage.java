package io.github.dsmsso.lab.dsm.signin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import io.github.dsmsso.lab.dsm.protocol.DsmError;
import io.github.dsmsso.lab.dsm.protocol.Json;
import io.github.dsmsso.lab.dsm.protocol.SignInMessage;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import io.github.dsmsso.lab.dsm.world.NasSession;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/**
 * DSM's page: the password form and the SSO button, the desktop's greeting once signed
 * in, and the landing place of the pop-up that comes back from the identity provider.
 */
public final class SignInPage {

	private final String page = read("sign-in-page.html");

	private final DsmWorld world;

	private final Desktop desktop;

	public SignInPage(DsmWorld world, Desktop desktop) {
		this.world = world;
		this.desktop = desktop;
	}

	public LabResponse answer(LabRequest request) {
		NasSession session = session(request.cookie("id"));
		String facts = Json.write(Json.object("messages", SignInMessage.texts(), "noUrl", SignInMessage.NO_URL,
				"session", this.desktop.sessionData(session), "user",
				(session != null) ? session.account().name() : null, "version", this.world.version().versionString()));
		return LabResponse.html(200, this.page.replace("{{facts}}", facts.replace("<", "\\u003c")));
	}

	private @Nullable NasSession session(@Nullable String sid) {
		try {
			return this.world.sessions().of(sid);
		}
		catch (DsmError ex) {
			return null;
		}
	}

	private static String read(String name) {
		try (InputStream stream = SignInPage.class.getResourceAsStream(name)) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
