package io.github.dsmsso.lab.dsm.webapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.dsm.protocol.DsmError;
import io.github.dsmsso.lab.dsm.protocol.Json;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/**
 * What the WebAPI answers: data, a refusal, or a script.
 *
 * @param data the data of a success, or null
 * @param error the refusal, or null
 * @param script JavaScript instead of JSON, or null
 * @param cookies cookies to set, as header values
 */
public record ApiAnswer(@Nullable Object data, @Nullable DsmError error, @Nullable String script,
		List<String> cookies) {

	public static ApiAnswer ok() {
		return new ApiAnswer(null, null, null, List.of());
	}

	public static ApiAnswer of(Object data) {
		return new ApiAnswer(data, null, null, List.of());
	}

	public static ApiAnswer refused(DsmError error) {
		return new ApiAnswer(null, error, null, List.of());
	}

	public static ApiAnswer script(String script) {
		return new ApiAnswer(null, null, script, List.of());
	}

	public ApiAnswer cookie(String cookie) {
		List<String> cookies = new ArrayList<>(this.cookies);
		cookies.add(cookie);
		return new ApiAnswer(this.data, this.error, this.script, cookies);
	}

	/** The code of the refusal, or 0. */
	public int code() {
		return (this.error != null) ? this.error.code() : 0;
	}

	Map<String, @Nullable Object> envelope() {
		Map<String, @Nullable Object> envelope = Json.object("success", this.error == null);
		if (this.error != null) {
			envelope.put("error", this.error.body());
		}
		else if (this.data != null) {
			envelope.put("data", this.data);
		}
		return envelope;
	}

	/** HTTP 200, whatever is inside. */
	public LabResponse response() {
		LabResponse response = (this.script != null)
				? LabResponse.of(200, "application/javascript; charset=\"UTF-8\"", this.script)
				: LabResponse.of(200, "application/json; charset=\"UTF-8\"", Json.write(envelope()));
		for (String cookie : this.cookies) {
			response = response.with("Set-Cookie", cookie);
		}
		return response;
	}

}
