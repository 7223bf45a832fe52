package io.github.dsmsso.wizard.access;

import java.util.Collections;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FormRequestTests {

	private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/nas");

	@Test
	void theFieldsOfTheBodyAreDecoded() {
		FormRequest form = FormRequest.of(this.request, "address=nas%3A5001&name=Anna+M%C3%BCller&equation=a=b");
		assertThat(form.getParameter("address")).isEqualTo("nas:5001");
		assertThat(form.getParameter("name")).isEqualTo("Anna Müller");
		assertThat(form.getParameter("equation")).isEqualTo("a=b");
		assertThat(form.getParameter("password")).isNull();
		assertThat(form.getParameterValues("password")).isNull();
	}

	@Test
	void aFieldWithoutAValueIsEmpty() {
		FormRequest form = FormRequest.of(this.request, "ticked&empty=&&");
		assertThat(Collections.list(form.getParameterNames())).containsExactly("ticked", "empty");
		assertThat(form.getParameter("ticked")).isEmpty();
		assertThat(form.getParameter("empty")).isEmpty();
	}

	@Test
	void aFieldThatComesTwiceHasBothValuesInTheirOrder() {
		FormRequest form = FormRequest.of(this.request, "risk=one&other=x&risk=two");
		assertThat(form.getParameterValues("risk")).containsExactly("one", "two");
		assertThat(form.getParameter("risk")).isEqualTo("one");
		assertThat(form.getParameterMap()).containsOnlyKeys("risk", "other");
	}

	@Test
	void whatStandsInTheAddressIsNotTaken() {
		this.request.setParameter("code", "in-the-address");
		this.request.setQueryString("code=in-the-address");
		assertThat(FormRequest.of(this.request, "other=x").getParameter("code")).isNull();
		assertThat(FormRequest.empty(this.request).getParameterMap()).isEmpty();
	}

	@Test
	void nobodyCanChangeWhatWasSent() {
		FormRequest form = FormRequest.of(this.request, "risk=one");
		form.getParameterValues("risk")[0] = "another";
		assertThat(form.getParameter("risk")).isEqualTo("one");
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> form.getParameterMap().remove("risk"));
	}

	@Test
	void aBodyThatCannotBeDecodedIsNoForm() {
		assertThatIllegalArgumentException().isThrownBy(() -> FormRequest.of(this.request, "name=%zz"));
	}

}
