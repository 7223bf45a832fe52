package io.github.dsmsso.wizard.dsm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

import io.github.dsmsso.wizard.dsm.DsmCapabilities.AdvertisedApi;
import io.github.dsmsso.wizard.http.HttpAnswer;
import io.github.dsmsso.wizard.http.PeerClient;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Makes one call of DSM's WebAPI: a POST to the advertised path, all values in the body.
 */
final class WebApi implements WebApiCalls {

	private final PeerClient client;

	private final DsmCapabilities capabilities;

	private final SessionKey key;

	private volatile boolean compoundsRefused;

	WebApi(PeerClient client, DsmCapabilities capabilities, SessionKey key) {
		this.client = client;
		this.capabilities = capabilities;
		this.key = key;
	}

	/** Before anything is known of the server: the paths that every DSM 7 has. */
	static WebApi unexplored(PeerClient client) {
		return new WebApi(client, DsmCapabilities.ofSignInPage(), SessionKey.none());
	}

	WebApi signedIn(SessionKey key) {
		return new WebApi(this.client, this.capabilities, key);
	}

	@Override
	public Mono<DsmData> call(DsmCall call, Parameters parameters) {
		return send(call, parameters).map((answer) -> Envelope.open(answer, call.api()));
	}

	/** Whether DSM may be sent several calls in one request. */
	boolean takesCompounds() {
		return !this.compoundsRefused && versionOf(DsmCall.COMPOUND).isPresent();
	}

	/** Whether a call may be one of several in a request: all go to the same address. */
	boolean takesAsMember(DsmCall call) {
		AdvertisedApi api = this.capabilities.apis().get(call.api());
		AdvertisedApi compound = this.capabilities.apis().get(DsmCall.COMPOUND.api());
		return takesCompounds() && versionOf(call).isPresent() && api != null && compound != null
				&& api.path().equals(compound.path());
	}

	/** DSM advertises such requests and does not take them. */
	void sendNoMoreCompounds() {
		this.compoundsRefused = true;
	}

	/** In which version to make a call; empty where DSM does not have it. */
	OptionalInt versionOf(DsmCall call) {
		AdvertisedApi api = this.capabilities.apis().get(call.api());
		return (api != null) ? call.versionWithin(api) : OptionalInt.empty();
	}

	/** The answer as it came. */
	Mono<HttpAnswer> send(DsmCall call, Parameters parameters) {
		AdvertisedApi api = this.capabilities.apis().get(call.api());
		OptionalInt version = versionOf(call);
		if (api == null || version.isEmpty()) {
			return Mono.error(() -> new DsmException(new DsmErrorCode(call.api(), (api == null) ? 102 : 104)));
		}
		Map<String, String> headers = new LinkedHashMap<>();
		Map<String, String> form = new LinkedHashMap<>();
		form.put("api", call.api());
		form.put("version", String.valueOf(version.getAsInt()));
		form.put("method", call.method());
		form.putAll(parameters.encoded(api.readsJson()));
		this.key.addTo(form, headers);
		return this.client.postForm("webapi/" + api.path(), form, headers);
	}

	static <T> T await(Mono<T> mono) {
		@Nullable T value = mono.block();
		return Objects.requireNonNull(value);
	}

}
