package io.github.dsmsso.wizard.apply;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

import io.github.dsmsso.wizard.authentik.AuthentikException;
import io.github.dsmsso.wizard.dsm.DsmApi;
import io.github.dsmsso.wizard.dsm.DsmException;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.dsm.SsoProfile;
import io.github.dsmsso.wizard.dsm.SsoSetting;
import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.ApiFailure.Kind;
import io.github.dsmsso.wizard.http.HttpProperties;
import io.github.dsmsso.wizard.plan.Change.OidcSsoChange;
import io.github.dsmsso.wizard.plan.ChangeDescription.TargetSystem;
import io.github.dsmsso.wizard.shared.ProblemException;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;

/**
 * Wizards with one mistake each, of the kind that a tired programmer makes. The matrix
 * has to tell every one of them from the wizard as it is.
 */
enum BadVariant {

	/** The switch is thrown while the sign-in page still leads to the service. */
	SWITCH_BEFORE_DEFAULT_LOGIN(1, BeforeState.OTHER_PROVIDER_BY_DEFAULT, "FIELDS_ADDED at .*OIDC.SSO set",
			SafetyRule.DEFAULT_LEADS_TO_WHAT_STAYS) {

		@Override
		public Object exchange(Object part) {
			return OtherClient.of(part, new DefaultLoginLast());
		}

	},

	/** An undo that stops at the first step it cannot undo. */
	UNDO_STOPS_AT_THE_FIRST_ERROR(2, BeforeState.UNTOUCHED, "UNDO: EDIT of OIDC_SSO", SafetyRule.ENDS_AS_IT_SAYS) {

		@Override
		public Object exchange(Object part) {
			return OtherSteps.of(part, (steps) -> {
				List<ProblemException> failures = new ArrayList<>();
				return OtherSteps.undone(steps, (step, undo) -> {
					failures.forEach((failure) -> {
						throw failure;
					});
					try {
						undo.run();
					}
					catch (ProblemException ex) {
						failures.add(ex);
						throw ex;
					}
				});
			});
		}

	},

	/** HTTP 500 after a write is taken for a refusal. */
	SERVER_ERROR_IS_A_REFUSAL(4, BeforeState.UNTOUCHED, "SERVER_ERROR_AFTER at .*POST /providers/oauth2/ ",
			SafetyRule.ENDS_AS_IT_SAYS) {

		@Override
		public Object exchange(Object part) {
			return OtherClient.of(part, refusedOn(Set.of(Kind.OUT_OF_ORDER)));
		}

	},

	/** An answer to a write that cannot be read is taken for a refusal. */
	UNREADABLE_IS_A_REFUSAL(5, BeforeState.UNTOUCHED, "(MALFORMED|TRUNCATED_AFTER) at .*POST /core/applications/ ",
			SafetyRule.ENDS_AS_IT_SAYS) {

		@Override
		public Object exchange(Object part) {
			return OtherClient.of(part, refusedOn(Set.of(Kind.UNREADABLE, Kind.SOMETHING_ELSE)));
		}

	},

	/** A write without an answer is sent again at once. */
	WRITE_IS_RETRIED(6, BeforeState.UNTOUCHED, "LOST_AFTER at .*POST /policies/bindings/ ",
			SafetyRule.SENDS_NOTHING_AGAIN_UNSEEN) {

		@Override
		public Object exchange(Object part) {
			return OtherClient.of(part, (client, call) -> {
				try {
					return call.go();
				}
				catch (ApiException ex) {
					if (call.isWrite()) {
						return call.go();
					}
					throw ex;
				}
			});
		}

	},

	/** Apache's client repeats what was answered with 429 or 503. */
	CLIENT_REPEATS_ON_503(7, BeforeState.UNTOUCHED, "(UNAVAILABLE|THROTTLED) at .*OIDC.SSO set",
			SafetyRule.SENDS_NOTHING_AGAIN_UNSEEN) {

		@Override
		public Object exchange(Object part) {
			return OtherConnection.of(part,
					(exchange) -> exchange.send()
						.flatMap((answer) -> Set.of(429, 503).contains(answer.getStatusCode().value()) ? exchange.send()
								: Mono.just(answer)));
		}

	},

	/** {@code HttpURLConnection} repeats a POST whose answer was lost. */
	CLIENT_REPEATS_A_LOST_POST(8, BeforeState.UNTOUCHED, "LOST_(AFTER|BEFORE) at .*OIDC.SSO set",
			SafetyRule.SENDS_NOTHING_AGAIN_UNSEEN) {

		@Override
		public Object exchange(Object part) {
			return OtherConnection.of(part, (exchange) -> exchange.send()
				.onErrorResume(IOException.class,
						(lost) -> exchange.method().equals(HttpMethod.POST) ? exchange.send() : Mono.error(lost)));
		}

	},

	/** A client that goes wherever it is sent. */
	REDIRECT_IS_FOLLOWED(9, BeforeState.UNTOUCHED, "REDIRECT at .*POST /providers/oauth2/ ",
			SafetyRule.CALLS_NOBODY_ELSE) {

		@Override
		public Object exchange(Object part) {
			return OtherConnection.of(part,
					(exchange) -> exchange.send()
						.flatMap((answer) -> (answer.getHeaders().getLocation() != null)
								? exchange.sendTo(answer.getHeaders().getLocation()) : Mono.just(answer)));
		}

	},

	/** A step is noted once it is done. */
	JOURNAL_AFTER_SENDING(10, BeforeState.UNTOUCHED, "FIELDS_ADDED at .*POST /providers/oauth2/ ",
			SafetyRule.NOTES_BEFORE_IT_WRITES) {

		@Override
		public Object exchange(Object part) {
			return OtherJournal.of(part, OtherJournal::afterwards);
		}

	},

	/** What is sent is noted with its secret. */
	JOURNAL_KEEPS_THE_SECRET(12, BeforeState.UNTOUCHED, "FIELDS_ADDED at .*OIDC.SSO set", SafetyRule.TELLS_NO_SECRET) {

		@Override
		public Object exchange(Object part) {
			return OtherJournal.of(part,
					(journal) -> OtherJournal.telling(journal, (run) -> oidcSso(run).wanted().clientSecret().reveal()));
		}

	},

	/** The former secret is noted as a hash. */
	JOURNAL_KEEPS_A_HASH(13, BeforeState.OTHER_PROVIDER, "FIELDS_ADDED at .*OIDC.SSO set", SafetyRule.TELLS_NO_SECRET) {

		@Override
		public Object exchange(Object part) {
			return OtherJournal.of(part, (journal) -> OtherJournal.telling(journal,
					(run) -> Secrets.hash(oidcSso(run).before().clientSecret().reveal())));
		}

	},

	/** Nobody looks again before the first write. */
	GUARD_IS_SKIPPED(14, BeforeState.OUR_DRIFTED_RUN, "APPLY: EDIT of PROVIDER", SafetyRule.TOUCHES_NOTHING_OF_OTHERS) {

		@Override
		public Object exchange(Object part) {
			return OtherSteps.of(part,
					(steps) -> steps.stream().filter((step) -> !(step instanceof GuardStep)).toList());
		}

	},

	/** What was sent is taken for what is there. */
	READ_BACK_IS_SKIPPED(15, BeforeState.UNTOUCHED, "DROPPED at ", SafetyRule.ENDS_AS_IT_SAYS) {

		@Override
		public Object exchange(Object part) {
			return OtherClient.of(part, new Credulous());
		}

	},

	/** Nobody waits for a write that was given up. */
	LATE_ARRIVAL_IS_IGNORED(16, BeforeState.UNTOUCHED, "LATE_(5|20|45) at .*POST /policies/bindings/ ",
			SafetyRule.TOUCHES_NOTHING_OF_OTHERS) {

		@Override
		public Object exchange(Object part) {
			return (part instanceof Pause) ? (Pause) (duration) -> {
			} : part;
		}

	},

	/** An application is deleted by its slug, whosever it is. */
	DELETED_BY_SLUG(17, BeforeState.UNTOUCHED, "UNDO: EDIT of OTHER_APPLICATION",
			SafetyRule.TOUCHES_NOTHING_OF_OTHERS) {

		@Override
		public Object exchange(Object part) {
			return OtherSteps.undoneOtherwise(part, (step, undo) -> {
				if (step instanceof ApplicationStep application) {
					application.authentik().applications().delete(application.change().wanted().slug());
				}
				else {
					undo.run();
				}
			});
		}

	},

	/** A provider is deleted by its name, whosever it is. */
	DELETED_BY_NAME(18, BeforeState.UNTOUCHED, "UNDO: EDIT of OTHER_PROVIDER", SafetyRule.TOUCHES_NOTHING_OF_OTHERS) {

		@Override
		public Object exchange(Object part) {
			return OtherSteps.undoneOtherwise(part, (step, undo) -> {
				if (step instanceof ProviderStep provider) {
					provider.authentik()
						.providers()
						.list()
						.stream()
						.filter((found) -> found.name().equals(step.subject()))
						.forEach((found) -> provider.authentik().providers().delete(found.pk()));
				}
				else {
					undo.run();
				}
			});
		}

	},

	/** A sign-in without an answer is sent again, with its one-time code. */
	CODE_IS_SENT_AGAIN(22, BeforeState.UNTOUCHED, "LOST_(BEFORE|AFTER) at .*Auth login",
			SafetyRule.SENDS_NOTHING_AGAIN_UNSEEN) {

		@Override
		public Object exchange(Object part) {
			return OtherClient.of(part, (client, call) -> {
				try {
					return call.go();
				}
				catch (ApiException ex) {
					if (call.is("signIn")) {
						return call.go();
					}
					throw ex;
				}
			});
		}

	},

	/** A session that is gone is replaced, again and again. */
	SIGN_IN_IN_A_LOOP(23, BeforeState.UNTOUCHED, "NOT_SIGNED_IN at .*OIDC.SSO set",
			SafetyRule.SENDS_NOTHING_AGAIN_UNSEEN) {

		@Override
		public Object exchange(Object part) {
			return OtherClient.of(part, new SignInLoop());
		}

	},

	/** A problem that repeats what the other side wrote. */
	PEER_IS_ECHOED(27, BeforeState.UNTOUCHED, "NOT_(PERMITTED|ACCEPTED) at .*POST /providers/oauth2/ ",
			SafetyRule.REPEATS_NO_ANSWER) {

		private final AtomicReference<String> heard = new AtomicReference<>("");

		@Override
		public Object exchange(Object part) {
			return OtherConnection.overheard(OtherClient.of(part, this::echo), this.heard::set);
		}

		private Object echo(Object client, OtherClient.Call call) throws Throwable {
			try {
				return call.go();
			}
			catch (AuthentikException ex) {
				throw new AuthentikException(ex.reason(), ex.problem().withDetail(this.heard.get()));
			}
		}

	},

	/** An exception that says what was sent. */
	SECRET_IN_AN_EXCEPTION(28, BeforeState.UNTOUCHED, "NOT_PERMITTED at .*OIDC.SSO set", SafetyRule.TELLS_NO_SECRET) {

		@Override
		public Object exchange(Object part) {
			return OtherClient.of(part, (client, call) -> {
				try {
					return call.go();
				}
				catch (ProblemException ex) {
					if (call.is("saveOidcSso")) {
						throw new ProblemException(
								ex.problem().withDetail(((OidcSso) call.arguments()[0]).clientSecret().reveal()));
					}
					throw ex;
				}
			});
		}

	},

	/** A call may take as long as it likes. */
	NO_DEADLINE(29, BeforeState.UNTOUCHED, "SLOW_BODY at .*OIDC.SSO set", SafetyRule.ENDS_IN_TIME) {

		@Override
		public Object exchange(Object part) {
			return (part instanceof HttpProperties limits) ? new HttpProperties(limits.connectTimeout(),
					Duration.ofMinutes(10), limits.largestAnswer(), limits.largestList(), limits.connections()) : part;
		}

	},

	/** DSM is taken back only if authentik answers. */
	UNDO_WAITS_FOR_AUTHENTIK(30, BeforeState.UNTOUCHED, "UNDO: REFUSED at every call to AUTHENTIK",
			SafetyRule.ENDS_AS_IT_SAYS) {

		@Override
		public Object exchange(Object part) {
			return OtherSteps.undoneOtherwise(part, (step, undo) -> {
				if (step.writesTo() == TargetSystem.DSM) {
					((ChangeStep<?>) step).authentik().providers().list();
				}
				undo.run();
			});
		}

	},

	/** What DSM still leads people to is taken away from under it. */
	TAKEN_AWAY_FROM_UNDER_DSM(31, BeforeState.UNTOUCHED, "UNDO: REFUSED from .*SSO.Profile set",
			SafetyRule.ENDS_AS_IT_SAYS) {

		@Override
		public Object exchange(Object part) {
			return OtherSteps.of(part, OtherSteps::leadingNowhere);
		}

	};

	private final int number;

	private final BeforeState before;

	private final String cells;

	private final SafetyRule rule;

	BadVariant(int number, BeforeState before, String cells, SafetyRule rule) {
		this.number = number;
		this.before = before;
		this.cells = cells;
		this.rule = rule;
	}

	/** Its number in the list of known mistakes. */
	int number() {
		return this.number;
	}

	/** Where it shows. */
	BeforeState before() {
		return this.before;
	}

	/** Whether it shows there. */
	boolean showsIn(Cell cell) {
		return cell.toString().matches(".*(" + this.cells + ").*");
	}

	/** The rule that it breaks. */
	SafetyRule rule() {
		return this.rule;
	}

	/** Exchanges the part in which the mistake is. */
	abstract Object exchange(Object part);

	private static OidcSsoChange oidcSso(RunRecord run) {
		return run.plan()
			.changes()
			.stream()
			.filter(OidcSsoChange.class::isInstance)
			.map(OidcSsoChange.class::cast)
			.findFirst()
			.orElseThrow();
	}

	private static OtherClient.Way refusedOn(Set<Kind> kinds) {
		return (client, call) -> {
			try {
				return call.go();
			}
			catch (ApiException ex) {
				if (call.isWrite() && kinds.contains(ex.failure().kind())) {
					throw new ProblemException(ex.problem());
				}
				throw ex;
			}
		};
	}

	/**
	 * Says at once that the default is off, and switches it off when it is convenient.
	 */
	private static final class DefaultLoginLast implements OtherClient.Way {

		private final Map<Object, SsoSetting> waiting = new ConcurrentHashMap<>();

		private final Map<Object, OtherClient.Call> calls = new ConcurrentHashMap<>();

		@Override
		public Object go(Object client, OtherClient.Call call) throws Throwable {
			if (call.is("saveSsoSetting")) {
				this.waiting.put(client, (SsoSetting) call.arguments()[0]);
				this.calls.put(client, call);
				return Optional.empty();
			}
			if (call.is("ssoSetting") && this.waiting.containsKey(client)) {
				return this.waiting.get(client);
			}
			Object result = call.go();
			if (call.isWrite() && this.waiting.remove(client) != null) {
				this.calls.remove(client).go();
			}
			return result;
		}

	}

	/** Takes what DSM was sent for what DSM holds. */
	private static final class Credulous implements OtherClient.Way {

		private static final Map<String, Class<?>> READS = Map.of("oidcSso", OidcSso.class, "ssoProfile",
				SsoProfile.class, "ssoSetting", SsoSetting.class);

		private final Map<Object, Map<Class<?>, Object>> sent = new ConcurrentHashMap<>();

		@Override
		public Object go(Object client, OtherClient.Call call) throws Throwable {
			Map<Class<?>, Object> believed = this.sent.computeIfAbsent(client, (key) -> new HashMap<>());
			if (call.method().getName().startsWith("save")) {
				believed.put(call.arguments()[0].getClass(), call.arguments()[0]);
			}
			Class<?> read = READS.get(call.method().getName());
			return (read != null && believed.containsKey(read)) ? believed.get(read) : call.go();
		}

	}

	/** Signs in again whenever the session is gone. */
	private static final class SignInLoop implements OtherClient.Way {

		private OtherClient.Call signIn;

		@Override
		public Object go(Object client, OtherClient.Call call) throws Throwable {
			if (client instanceof DsmApi && call.is("signIn")) {
				this.signIn = call;
			}
			try {
				return call.go();
			}
			catch (DsmException ex) {
				for (int attempt = 0; attempt < 3 && ex.code().isSessionGone(); attempt++) {
					this.signIn.go();
				}
				throw ex;
			}
		}

	}

}
