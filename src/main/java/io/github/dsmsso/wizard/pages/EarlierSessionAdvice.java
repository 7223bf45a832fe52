package io.github.dsmsso.wizard.pages;

import java.time.Duration;
import java.util.Optional;

import io.github.dsmsso.wizard.shared.BaseUrl;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Has the browser remember which two systems a session is about, on the page that follows
 * each answer.
 */
@ControllerAdvice
class EarlierSessionAdvice {

	private static final Duration A_DAY = Duration.ofDays(1);

	private final WizardSession session;

	private final Cookies cookies;

	EarlierSessionAdvice(WizardSession session, Cookies cookies) {
		this.session = session;
		this.cookies = cookies;
	}

	@ModelAttribute
	void remember(HttpServletRequest request, HttpServletResponse response) {
		if (request.getSession(false) != null) {
			Optional<EarlierSession> remembered = EarlierSession.of(request);
			this.session.nasAddress()
				.map((nas) -> new EarlierSession(nas, authentik(nas, remembered)))
				.filter((now) -> !remembered.equals(Optional.of(now)))
				.ifPresent((now) -> response.addHeader(HttpHeaders.SET_COOKIE,
						this.cookies.keep(EarlierSession.cookie(request), now.value(), A_DAY)));
		}
	}

	private @Nullable BaseUrl authentik(BaseUrl nas, Optional<EarlierSession> remembered) {
		return this.session.authentikAddress()
			.or(() -> remembered.flatMap((earlier) -> earlier.authentikOf(nas)))
			.orElse(null);
	}

}
