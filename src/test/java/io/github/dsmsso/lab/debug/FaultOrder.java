package io.github.dsmsso.lab.debug;

import java.util.Map;
import java.util.Set;

import io.github.dsmsso.lab.calls.Calls;
import io.github.dsmsso.lab.faults.Fault;

/**
 * An order to break some calls.
 *
 * @param fault what happens
 * @param call the name of the call as in {@link io.github.dsmsso.lab.calls.CallName}, or
 * blank for any
 * @param nth the first one that is broken, from 1
 * @param times how many are broken, 0 for all
 * @param andAllAfter whether from then on every other call is broken too
 */
record FaultOrder(Fault fault, String call, int nth, int times, boolean andAllAfter) {

	static final Set<String> PARAMETERS = Set.of("fault", "call", "nth", "times", "and-all-after");

	/**
	 * Reads an order.
	 * @throws IllegalArgumentException where there is no such fault, or a number is none
	 */
	static FaultOrder of(Map<String, String> parameters) {
		String times = parameters.getOrDefault("times", "1");
		return new FaultOrder(faultNamed(parameters.getOrDefault("fault", "")), parameters.getOrDefault("call", ""),
				Switch.number("nth", parameters.getOrDefault("nth", "1")),
				times.equals("always") ? 0 : Switch.number("times", times),
				parameters.getOrDefault("and-all-after", "").equals("true"));
	}

	private static Fault faultNamed(String name) {
		return Fault.ofAServer()
			.stream()
			.filter((fault) -> fault.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("There is no fault " + name));
	}

	Calls calls() {
		Calls first = Calls.nth(this.nth, this.call.isBlank() ? Calls.any() : Calls.named(this.call));
		return this.andAllAfter ? first.andAllAfter()
				: first.repeatedly((this.times > 0) ? this.times : Integer.MAX_VALUE);
	}

	@Override
	public String toString() {
		String which = this.call.isBlank() ? "any call" : this.call;
		String howMany = this.andAllAfter ? "and everything after"
				: (this.times > 0) ? this.times + (this.times == 1 ? " time" : " times") : "always";
		return this.fault + " (" + this.fault.number() + "): " + which + ", from no. " + this.nth + ", " + howMany;
	}

}
