package io.github.dsmsso.wizard.command;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.authentik.AuthentikGroup;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import io.github.dsmsso.wizard.plan.AuthentikInventory;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.Proposal;
import io.github.dsmsso.wizard.shared.BaseUrl;
import org.jspecify.annotations.Nullable;

/**
 * What a connection file wishes to be other than the wizard would propose; whatever is
 * null is as proposed.
 *
 * @param address the address by which people open DSM
 * @param groups names of the groups in authentik whose members may sign in; empty for
 * everyone
 * @param users user names in authentik of others who may
 * @param change ids of doubtful settings that shall be changed as well
 */
record Wish(@Nullable String address, @Nullable List<String> groups, @Nullable List<String> users,
		@Nullable List<String> change) {

	/** As the wizard proposes. */
	static final Wish NONE = new Wish(null, null, null, null);

	/**
	 * The desired state with what is wished.
	 * @throws CommandException where something wished is not there
	 */
	DesiredState in(Proposal proposal) {
		DesiredState desired = proposal.desired();
		if (this.address != null) {
			desired = desired.withRedirectUri(RedirectUri.of(BaseUrl.parse(this.address)));
		}
		if (this.groups != null || this.users != null) {
			desired = desired.withAccess(access(proposal.inventory()));
		}
		return (this.change != null) ? desired.withAccepted(aspects(this.change)) : desired;
	}

	private AccessRestriction access(AuthentikInventory inventory) {
		return new AccessRestriction(
				keys("group", this.groups, inventory.groups(), AuthentikGroup::name, AuthentikGroup::pk),
				keys("user", this.users, inventory.users(), AuthentikUser::username, AuthentikUser::pk));
	}

	private static <T, K> Set<K> keys(String kind, @Nullable List<String> wished, Collection<T> known,
			Function<T, String> name, Function<T, K> key) {
		return (wished == null) ? Set.of()
				: wished.stream()
					.map((one) -> known.stream()
						.filter((candidate) -> name.apply(candidate).equals(one))
						.findFirst()
						.orElseThrow(() -> new CommandException("authentik has no " + kind + " named “" + one + "”.")))
					.map(key)
					.collect(Collectors.toSet());
	}

	private static Set<Aspect> aspects(List<String> ids) {
		return ids.stream()
			.map((id) -> Arrays.stream(Aspect.values())
				.filter((aspect) -> aspect.id().equals(id))
				.findFirst()
				.orElseThrow(
						() -> new CommandException("“" + id + "” is not the id of a setting that can be changed.")))
			.collect(Collectors.toSet());
	}

}
