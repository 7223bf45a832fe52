package io.github.dsmsso.wizard.pages;

import java.nio.charset.StandardCharsets;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * A file that a browser keeps instead of showing it.
 */
final class Download {

	private Download() {
	}

	static ResponseEntity<byte[]> of(String name, String mediaType, String text) {
		String disposition = ContentDisposition.attachment().filename(name).build().toString();
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_TYPE, mediaType)
			.header(HttpHeaders.CONTENT_DISPOSITION, disposition)
			.body(text.getBytes(StandardCharsets.UTF_8));
	}

}
