package io.github.dsmsso.wizard.apply;

import java.util.Objects;
import java.util.Optional;

import io.github.dsmsso.wizard.authentik.UserAttributes;
import io.github.dsmsso.wizard.plan.Change.UserAttributeChange;
import io.github.dsmsso.wizard.plan.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Gives an attribute of a user another text. authentik takes all attributes at once: the
 * others are sent as they are, and have to be so afterwards.
 */
final class UserAttributeStep extends ChangeStep<UserAttributeChange> {

	UserAttributeStep(UserAttributeChange change, RunContext context, CarefulWrite carefully) {
		super(change, context, carefully);
	}

	@Override
	public void perform() {
		unchanged(this::find, (found) -> standing(found) == Standing.AS_BEFORE)
			.ifPresent((now) -> write(now, change().wanted()));
	}

	@Override
	Standing look() {
		return standing(carefully().readPatiently(this::find));
	}

	@Override
	public void undo() {
		Optional<UserAttributes> now = carefully().readPatiently(this::find);
		switch (standing(now)) {
			case AS_BEFORE -> {
			}
			case AS_WANTED -> now.ifPresent((attributes) -> write(attributes, change().before()));
			case OTHERWISE -> throw changedByOthers();
		}
	}

	private void write(UserAttributes now, @Nullable String text) {
		UserAttributes wanted = now.with(change().attribute(), text);
		carefully().perform(() -> authentik().directory().updateAttributes(wanted), this::find, (found) -> {
			if (found.filter(wanted::equals).isPresent()) {
				return Standing.AS_WANTED;
			}
			return found.filter(now::equals).isPresent() ? Standing.AS_BEFORE : Standing.OTHERWISE;
		});
	}

	private Standing standing(Optional<UserAttributes> found) {
		if (found.filter((attributes) -> holds(attributes, change().wanted())).isPresent()) {
			return Standing.AS_WANTED;
		}
		return found.filter((attributes) -> holds(attributes, change().before())).isPresent() ? Standing.AS_BEFORE
				: Standing.OTHERWISE;
	}

	private boolean holds(UserAttributes attributes, @Nullable String text) {
		String attribute = change().attribute();
		return !attributes.holdsNoText(attribute) && Objects.equals(attributes.text(attribute), text);
	}

	private Optional<UserAttributes> find() {
		return authentik().directory().attributes(change().user());
	}

}
