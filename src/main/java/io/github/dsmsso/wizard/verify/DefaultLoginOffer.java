package io.github.dsmsso.wizard.verify;

import java.util.ArrayList;
import java.util.List;

import io.github.dsmsso.wizard.dsm.DsmAccounts;
import io.github.dsmsso.wizard.shared.Problem;

import org.springframework.stereotype.Component;

/**
 * Whether DSM's sign-in page may start with SSO: only after an administrator has come in
 * by it, and only while another one can come in without it.
 */
@Component
public class DefaultLoginOffer {

	/**
	 * What keeps it from being offered; empty where nothing does.
	 * @param subject the connection
	 * @param proof the sign-in that was seen
	 */
	public List<Problem> obstacles(VerificationSubject subject, SignInProof proof) {
		if (!subject.dsm().server().capabilities().hasSsoSetting()) {
			return List.of(Problem.of("default.no-setting"));
		}
		if (subject.dsm().ssoSetting().defaultLogin()) {
			return List.of(Problem.of("default.already-on"));
		}
		DsmAccounts accounts = subject.dsm().accounts();
		List<Problem> obstacles = new ArrayList<>();
		if (!proof.isProven()) {
			obstacles.add(Problem.of("default.not-proven"));
		}
		else if (!isByAdministrator(proof, accounts)) {
			obstacles.add(Problem.of("default.not-administrator", String.join(", ", proof.accounts())));
		}
		if (accounts.localAdministrators().isEmpty()) {
			obstacles.add(Problem.of("default.no-local-administrator"));
		}
		return obstacles;
	}

	/** What has to be acknowledged before it is switched on. */
	public List<Problem> risks(VerificationSubject subject) {
		String host = subject.authentik().peer().address().host();
		return host.equals(subject.redirectUri().address().host()) ? List.of(Problem.of("default.same-host", host))
				: List.of();
	}

	/** Whether any administrator of the NAS was seen to come in, whoever else did. */
	public boolean isProvenByAdministrator(VerificationSubject subject, SignInProof proof) {
		return proof.isProven() && isByAdministrator(proof, subject.dsm().accounts());
	}

	private static boolean isByAdministrator(SignInProof proof, DsmAccounts accounts) {
		return proof.accounts().stream().anyMatch(accounts.administrators()::contains);
	}

}
