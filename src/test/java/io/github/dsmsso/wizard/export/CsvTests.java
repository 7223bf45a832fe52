package io.github.dsmsso.wizard.export;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvTests {

	@Test
	void everyCellIsQuotedAndEveryRowEnds() {
		assertThat(Csv.file(List.of(List.of("Name", "Remark"), List.of("anna", "says \"hello, you\"\nand goes"))))
			.isEqualTo("\uFEFF\"Name\",\"Remark\"\r\n\"anna\",\"says \"\"hello, you\"\"\nand goes\"\r\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uFF1D1", "\uFF0B1", "\uFF0D1",
			"\uFF201" })
	void whatASpreadsheetWouldRunIsText(String cell) {
		assertThat(Csv.file(List.of(List.of(cell)))).isEqualTo("\uFEFF\"'" + cell + "\"\r\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "anna", "anna@example.org", "a=b", "O'Neill", "1", " " })
	void whatItWouldNotRunStaysAsItIs(String cell) {
		assertThat(Csv.file(List.of(List.of(cell)))).isEqualTo("\uFEFF\"" + cell + "\"\r\n");
	}

}
