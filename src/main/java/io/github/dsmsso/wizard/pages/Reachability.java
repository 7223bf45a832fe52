package io.github.dsmsso.wizard.pages;

import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.CertificateLook;
import io.github.dsmsso.wizard.shared.BaseUrl;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Makes first contact with a server, and where none answers looks at the port where one
 * of its kind usually does.
 */
@Component
class Reachability {

	private final CertificateLook look;

	Reachability(CertificateLook look) {
		this.look = look;
	}

	/**
	 * Looks at what a server presents.
	 * @param address where it should be
	 * @param usualPort where else it may be
	 * @param redirect gets a {@code suggestion} where a server answers there instead
	 * @throws ApiException where none answers at the address
	 */
	Contact contact(BaseUrl address, int usualPort, RedirectAttributes redirect) {
		if (!"https".equals(address.scheme())) {
			return new Contact(address, null);
		}
		try {
			return new Contact(address, this.look.at(address));
		}
		catch (ApiException ex) {
			BaseUrl usual = address.withPort(usualPort);
			if (!usual.equals(address) && answers(usual)) {
				redirect.addFlashAttribute("suggestion", usual.toString());
			}
			throw ex;
		}
	}

	private boolean answers(BaseUrl address) {
		try {
			this.look.at(address);
			return true;
		}
		catch (ApiException ex) {
			return false;
		}
	}

}
