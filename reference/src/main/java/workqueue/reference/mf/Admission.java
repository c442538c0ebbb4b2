package workqueue.reference.mf;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import java.util.function.Supplier;

/** What a platform does only if it is started, under the platform's lock, so that a shutdown comes before or after. */
final class Admission {
    private final Guard guard;
    private final Platform platform;

    Admission(Guard guard, Platform platform) {
        this.guard = guard;
        this.platform = platform;
    }

    /** Allocates, unless the platform counts as shut down (rule MF-4). */
    Allocated allocate(Supplier<Allocated> allocation) {
        return guard.locked(() -> {
            if (!platform.isStarted() || !platform.isLocked()) {
                return Allocated.failed(HResult.MF_E_SHUTDOWN);
            }
            return allocation.get();
        });
    }

    /** Does something, or answers with MF_E_SHUTDOWN while the platform is not started (rules MF-17, MF-52). */
    <T> T ifStarted(Supplier<T> operation, Function<HResult, T> refusal) {
        return guard.locked(() -> {
            if (!platform.isStarted()) {
                return refusal.apply(HResult.MF_E_SHUTDOWN);
            }
            return operation.get();
        });
    }

    /** Puts a result on the queue that is found for it, which is null if there is none. */
    HResult put(AsyncResult result, int priority, Function<Item, MfQueue> destination) {
        return accept(result, priority, item -> {
                    MfQueue queue = destination.apply(item);
                    return queue != null && queue.tryPut(item) ? Keyed.WITHOUT_KEY : putLocked(item, destination);
                })
                .status();
    }

    private Keyed putLocked(Item item, Function<Item, MfQueue> destination) {
        return ifStarted(
                () -> {
                    MfQueue queue = destination.apply(item);
                    if (queue == null) {
                        return Keyed.failed(HResult.MF_E_INVALID_WORKQUEUE);
                    }
                    queue.put(item);
                    return Keyed.WITHOUT_KEY;
                },
                Keyed::failed);
    }

    /** Makes an item of a result, which it keeps if the acceptance succeeds (rules MF-17, MF-18, MF-66). */
    Keyed accept(AsyncResult result, int priority, Function<Item, Keyed> acceptance) {
        Item item = Item.of(requireNonNull(result, "result"), priority);
        boolean accepted = false;
        try {
            Keyed answer = acceptance.apply(item);
            accepted = answer.status().succeeded();
            return answer;
        } finally {
            if (!accepted) {
                item.drop();
            }
        }
    }
}
