package io.github.dsmsso.wizard.apply;

import java.util.Objects;
import java.util.Optional;

import io.github.dsmsso.wizard.authentik.ScopeMapping;
import io.github.dsmsso.wizard.plan.Change.ScopeMappingChange;
import io.github.dsmsso.wizard.plan.Standing;

/**
 * Creates the scope mapping that the provider is given next.
 */
final class ScopeMappingStep extends ChangeStep<ScopeMappingChange> {

	private final MadeObject<ScopeMapping> made = new MadeObject<>(() -> context().scopeMappingPk() != null,
			() -> authentik().scopeMappings().get(Objects.requireNonNull(context().scopeMappingPk())), this::findInList,
			() -> context().scopeMappingPk(null), () -> context().pauses());

	ScopeMappingStep(ScopeMappingChange change, RunContext context, CarefulWrite carefully) {
		super(change, context, carefully);
	}

	@Override
	public void perform() {
		unchanged(this.made::find, Optional::isEmpty);
		carefully().perform(this::create, this.made::findWritten, this::standing).ifPresent(this::takeUp);
	}

	/** Where an undo has deleted it already, the next one gets another key. */
	@Override
	Standing look() {
		Optional<ScopeMapping> found = carefully().readPatiently(this.made::find);
		context().scopeMappingPk(found.map(ScopeMapping::pk).orElse(null));
		return standing(found);
	}

	@Override
	public void lookAheadToUndo() {
		this.made.lookAhead();
	}

	@Override
	public void undo() {
		this.made.stillThere(carefully()).ifPresent(this::takeAway);
	}

	private void create() {
		takeUp(authentik().scopeMappings().create(change().wanted()));
	}

	private void takeUp(ScopeMapping mapping) {
		context().scopeMappingPk(mapping.pk());
	}

	/** Deleted, it would be taken away from every provider that has it by now. */
	private void takeAway(ScopeMapping found) {
		if (!isOurs(found) || carefully().readPatiently(() -> isAttached(found))) {
			throw changedByOthers();
		}
		carefully().perform(() -> authentik().scopeMappings().delete(found.pk()), this.made::find,
				(left) -> left.isEmpty() ? Standing.AS_WANTED : Standing.AS_BEFORE);
	}

	/** Its key says so; where its creation was never confirmed, all that it holds. */
	private boolean isOurs(ScopeMapping found) {
		return context().scopeMappingPk() != null || found.isSameAs(change().wanted());
	}

	private boolean isAttached(ScopeMapping mapping) {
		return authentik().providers()
			.list()
			.stream()
			.anyMatch((provider) -> provider.propertyMappings().contains(mapping.pk()));
	}

	private Standing standing(Optional<ScopeMapping> found) {
		if (found.isEmpty()) {
			return Standing.AS_BEFORE;
		}
		return found.get().isSameAs(change().wanted()) ? Standing.AS_WANTED : Standing.OTHERWISE;
	}

	private Optional<ScopeMapping> findInList() {
		String pk = context().scopeMappingPk();
		return authentik().scopeMappings()
			.list()
			.stream()
			.filter((mapping) -> (pk != null) ? mapping.pk().equals(pk) : mapping.name().equals(subject()))
			.findFirst();
	}

}
