package io.github.dsmsso.lab.authentik.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The writable fields of a resource. Unknown members of a body are ignored, as Django
 * REST framework does.
 */
public final class WritableFields {

	private final List<Field> fields = new ArrayList<>();

	public WritableFields(Field... fields) {
		this.fields.addAll(List.of(fields));
	}

	public WritableFields and(Field... fields) {
		this.fields.addAll(List.of(fields));
		return this;
	}

	/** Whether there is a field of this name. */
	public boolean has(String name) {
		return this.fields.stream().anyMatch((field) -> field.name().equals(name));
	}

	/** All values of a new object. */
	public Map<String, @Nullable Object> ofNew(Map<String, @Nullable Object> body) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		this.fields.forEach((field) -> values.put(field.name(), field.initial()));
		values.putAll(read(body, true, null));
		return values;
	}

	/**
	 * The values that a body changes.
	 * @param whole whether required fields must be there
	 */
	public Map<String, @Nullable Object> changes(Map<String, @Nullable Object> body, boolean whole, Row self) {
		return read(body, whole, self);
	}

	private Map<String, @Nullable Object> read(Map<String, @Nullable Object> body, boolean whole, @Nullable Row self) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		Map<String, Object> errors = new LinkedHashMap<>();
		for (Field field : this.fields) {
			try {
				if (body.containsKey(field.name())) {
					values.put(field.name(), field.accept(body.get(field.name()), self));
				}
				else if (whole && field.isRequired()) {
					throw Invalid.because("This field is required.");
				}
			}
			catch (Invalid ex) {
				errors.put(field.name(), ex.details());
			}
		}
		if (!errors.isEmpty()) {
			throw RefusedRequest.invalid(errors);
		}
		return values;
	}

}
