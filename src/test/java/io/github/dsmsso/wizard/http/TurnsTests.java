package io.github.dsmsso.wizard.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody comes before there is room, and nobody is forgotten. */
class TurnsTests {

	private final Turns turns = new Turns(2);

	private final List<Integer> begun = new ArrayList<>();

	@Test
	void whoeverComesLaterWaitsUntilThereIsRoom() {
		CompletableFuture<Integer> first = new CompletableFuture<>();
		begin(1, first).subscribe();
		begin(2, new CompletableFuture<>()).subscribe();
		begin(3, new CompletableFuture<>()).subscribe();
		begin(4, new CompletableFuture<>()).subscribe();
		assertThat(this.begun).containsExactly(1, 2);
		first.complete(1);
		assertThat(this.begun).containsExactly(1, 2, 3);
	}

	@Test
	void aFailureAndACancellationMakeRoomToo() {
		CompletableFuture<Integer> first = new CompletableFuture<>();
		begin(1, first).onErrorComplete().subscribe();
		Disposable second = begin(2, new CompletableFuture<>()).subscribe();
		begin(3, new CompletableFuture<>()).subscribe();
		begin(4, new CompletableFuture<>()).subscribe();
		first.completeExceptionally(new IllegalStateException());
		second.dispose();
		assertThat(this.begun).containsExactly(1, 2, 3, 4);
	}

	@Test
	void whoeverGivesUpWaitingTakesNoTurn() {
		CompletableFuture<Integer> first = new CompletableFuture<>();
		begin(1, first).subscribe();
		begin(2, new CompletableFuture<>()).subscribe();
		begin(3, new CompletableFuture<>()).subscribe().dispose();
		begin(4, new CompletableFuture<>()).subscribe();
		first.complete(1);
		assertThat(this.begun).containsExactly(1, 2, 4);
	}

	@Test
	void manyWhoComeAndGiveUpAtOnceLeaveAllTurnsBehind() throws InterruptedException {
		CountDownLatch over = new CountDownLatch(4);
		ExecutorService peer = Executors.newFixedThreadPool(4);
		for (int thread = 0; thread < 4; thread++) {
			new Thread(() -> {
				for (int i = 0; i < 5000; i++) {
					this.turns.in(Mono.fromFuture(CompletableFuture.supplyAsync(() -> 1, peer))).subscribe().dispose();
				}
				over.countDown();
			}).start();
		}
		assertThat(over.await(1, TimeUnit.MINUTES)).isTrue();
		peer.shutdown();
		assertThat(peer.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
		begin(1, new CompletableFuture<>()).subscribe();
		begin(2, new CompletableFuture<>()).subscribe();
		assertThat(this.begun).containsExactly(1, 2);
	}

	private Mono<Integer> begin(int number, CompletableFuture<Integer> end) {
		return this.turns.in(Mono.defer(() -> {
			this.begun.add(number);
			return Mono.fromFuture(end);
		}));
	}

}
