package io.github.dsmsso.wizard.accounts;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AccountNameTests {

	@ParameterizedTest
	@CsvSource({ "anna, anna, false, false", "anna@ldap.example, anna, true, false", "CORP\\anna, anna, false, true",
			"CORP\\anna@corp.example, anna, true, true", "a\\b\\anna, anna, false, true",
			"anna@a@b, anna, true, false" })
	void aNameIsReadInItsLongerFormsToo(String name, String shortForm, boolean mail, boolean domain) {
		assertThat(new AccountName(name)).hasToString(name)
			.returns(shortForm, AccountName::shortForm)
			.returns(mail, AccountName::hasMailForm)
			.returns(domain, AccountName::hasDomainForm);
	}

	@ParameterizedTest
	@CsvSource({ "@anna, @anna", "\\anna, anna" })
	void aSignWithNothingBeforeItNamesNoDirectoryAndNoDomain(String name, String shortForm) {
		assertThat(new AccountName(name)).returns(shortForm, AccountName::shortForm)
			.returns(false, AccountName::hasMailForm)
			.returns(false, AccountName::hasDomainForm);
	}

	@ParameterizedTest
	@CsvSource({ "anna, Anna, true", "anna, CORP\\ANNA, true", "anna@a.example, anna@b.example, true",
			"anna, hanna, false", "anna@a.example, a.example, false" })
	void namesResembleOneAnotherWhereOnlyCaseOrDirectoryDiffer(String one, String other, boolean alike) {
		assertThat(new AccountName(one).resembles(new AccountName(other))).isEqualTo(alike);
	}

}
