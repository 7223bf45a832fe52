package io.github.dsmsso.wizard.access;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The page that asks for the setup code. What is typed there goes to Spring Security.
 */
@Controller
class AccessController {

	private final AccessProperties properties;

	private final SetupCodes codes;

	AccessController(AccessProperties properties, SetupCodes codes) {
		this.properties = properties;
		this.codes = codes;
	}

	@GetMapping("/access")
	String ask(@RequestParam(required = false) String wrong, Model model) {
		if (!this.properties.setupCode()) {
			return "redirect:/";
		}
		this.codes.offer();
		model.addAttribute("wrong", wrong != null);
		return "access/code";
	}

	/**
	 * Where Spring Security leads when a form's token is missing or of an old session.
	 */
	@PostMapping("/access/stale")
	@ResponseStatus(HttpStatus.FORBIDDEN)
	String stale() {
		return "access/stale";
	}

}
