package io.github.dsmsso.lab.authentik;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.releases.AuthentikAssumption;
import io.github.dsmsso.lab.authentik.rights.PolicyExpression;
import io.github.dsmsso.lab.authentik.store.StageKind;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.authentik.world.SystemFlags;
import io.github.dsmsso.lab.debug.Switch;
import io.github.dsmsso.lab.http.Gateway;

/** What can be switched on an authentik instance while it runs. */
final class AuthentikSwitches {

	private static final String POLICY = "laboratory";

	private AuthentikSwitches() {
	}

	static List<Switch> of(AuthentikWorld world) {
		Map<String, Runnable> proxy = new LinkedHashMap<>();
		proxy.put("none", world::standsBehindNoProxy);
		proxy.put("trusted", world::standsBehindATrustedProxy);
		proxy.put("untrusted", world::standsBehindAnUntrustedProxy);
		proxy.put("silent", world::standsBehindASilentProxy);
		List<Switch> switches = new ArrayList<>(List.of(
				Switch.flag("starting", "answers 503, as while authentik starts", world::starts,
						(starts) -> start(world, starts)),
				Switch.number("clock-skew", "seconds that its clock is ahead",
						(seconds) -> world.clockIsAheadBy(Duration.ofSeconds(seconds))),
				Switch.action("lose-sessions", "signs every browser out", () -> world.sessions().endAll()),
				Switch.text("web-path", "the path below which it lives, with both slashes", "(/[A-Za-z0-9._-]+)*/",
						world::webPath, world::livesBelow),
				Switch.choice("proxy",
						"a proxy in front of it that ends the encryption, and whether it tells so and" + " is believed",
						"none", proxy),
				Switch.flag("closed-applications",
						"closes applications without bindings, as a system flag does from 2026.5 on",
						() -> !world.isOpenToAllByDefault(), (closed) -> world.hasFlag(SystemFlags.OPEN, !closed)),
				Switch.flag("cut-opener", "sends Cross-Origin-Opener-Policy, so that pop-ups lose their opener",
						() -> world.openerIsCut("/application/o/"), (cut) -> cutOpener(world, cut)),
				Switch.flag("cut-opener-on-flow-pages", "sends it on the pages of flows alone",
						() -> world.openerIsCut("/if/flow/") && !world.openerIsCut("/application/o/"),
						(cut) -> cutOpenerOnFlowPages(world, cut)),
				Switch.action("expiring-keys", "certifies its keys anew, for 30 days only",
						() -> world.keyRing().expiresIn(30)),
				Switch.choice(
						"gateway", "what stands in front of /application/o/", "none", Gateway.ways(world::hasInFront)),
				missingFlows(world),
				Switch.choice("authorization-stage",
						"a stage in the flow between the sign-in and applications (anna has a device, which shows 246810)",
						"none", stages(world)),
				Switch.choice("application-policy",
						"an expression policy bound to every application there is: for nobody, for the group Family, for all but them, or one that fails",
						"none", policies(world)),
				Switch.flag("prompted-attribute",
						"asks people in a prompt for the attribute synology_username, so that they name their own DSM account",
						() -> world.tables().prompts().stream().findAny().isPresent(), (asks) -> asks(world, asks)),
				Switch.choice("authorization-audience", "who may begin that flow", "require_authenticated",
						audiences(world))));
		Arrays.stream(AuthentikAssumption.values())
			.filter((assumption) -> assumption.otherwise() != null)
			.forEach((assumption) -> switches.add(assumed(assumption, world)));
		return switches;
	}

	private static Switch assumed(AuthentikAssumption assumption, AuthentikWorld world) {
		return Switch.assumption(assumption, assumption.sentence(), String.valueOf(assumption.otherwise()),
				() -> world.assumes(assumption), (holds) -> world.assume(assumption, holds));
	}

	private static Map<String, Runnable> stages(AuthentikWorld world) {
		Map<String, Runnable> stages = new LinkedHashMap<>();
		stages.put("none", world::asksForNoMore);
		stages.put("consent", () -> world.asksForNoMore().asksForMore(StageKind.CONSENT, "mode", "always_require"));
		stages.put("password", () -> world.asksForNoMore().asksForMore(StageKind.PASSWORD, "name", "Password again"));
		stages.put("device",
				() -> world.asksForNoMore()
					.hasADevice("anna", "246810")
					.asksForMore(StageKind.AUTHENTICATOR, "not_configured_action", "deny"));
		stages.put("deny", () -> world.asksForNoMore().asksForMore(StageKind.DENY, "deny_message", ""));
		return stages;
	}

	private static void asks(AuthentikWorld world, boolean asks) {
		world.asksPeopleForNothing();
		if (asks) {
			world.asksPeopleFor("synology_username");
		}
	}

	private static Map<String, Runnable> policies(AuthentikWorld world) {
		Map<String, Runnable> policies = new LinkedHashMap<>();
		policies.put("none", () -> withdrawPolicy(world));
		policies.put("nobody", () -> bindPolicy(world, PolicyExpression.DENIES_ALL, false));
		policies.put("family", () -> bindPolicy(world, PolicyExpression.allowsMembersOf("Family"), false));
		policies.put("not-family", () -> bindPolicy(world, PolicyExpression.allowsMembersOf("Family"), true));
		policies.put("failing", () -> bindPolicy(world, PolicyExpression.FAILS, false));
		return policies;
	}

	private static void bindPolicy(AuthentikWorld world, String expression, boolean negate) {
		withdrawPolicy(world);
		world.policyComes(POLICY, expression);
		world.tables()
			.applications()
			.stream()
			.forEach((application) -> world.policyIsBound(POLICY, application.text("slug"), negate, false));
	}

	private static void withdrawPolicy(AuthentikWorld world) {
		world.tables().policies().find("name", POLICY).ifPresent((policy) -> {
			world.cascades().policyDeleted(policy);
			world.tables().policies().remove(policy);
		});
	}

	private static Map<String, Runnable> audiences(AuthentikWorld world) {
		Map<String, Runnable> audiences = new LinkedHashMap<>();
		Stream.of("require_authenticated", "require_superuser", "require_unauthenticated")
			.forEach((audience) -> audiences.put(audience, () -> world.admitsToTheFlow(audience)));
		return audiences;
	}

	/** What was deleted comes back when the switch is put back. */
	private static Switch missingFlows(AuthentikWorld world) {
		AtomicReference<Runnable> restore = new AtomicReference<>();
		return Switch.flag("missing-flows", "lacks the flows for providers that it was installed with",
				() -> restore.get() != null, (missing) -> {
					if (missing && restore.compareAndSet(null, world.tables().flows().checkpoint())) {
						world.lacksTheDefaultFlows();
					}
					if (!missing && restore.get() != null) {
						restore.getAndSet(null).run();
					}
				});
	}

	private static void cutOpenerOnFlowPages(AuthentikWorld world, boolean cut) {
		if (cut) {
			world.cutsTheOpenerOnFlowPages();
		}
		else if (!world.openerIsCut("/application/o/")) {
			world.leavesTheOpener();
		}
	}

	private static void cutOpener(AuthentikWorld world, boolean cut) {
		if (cut) {
			world.cutsTheOpener();
		}
		else {
			world.leavesTheOpener();
		}
	}

	private static void start(AuthentikWorld world, boolean starts) {
		if (starts) {
			world.isStarting();
		}
		else {
			world.hasStarted();
		}
	}

}
