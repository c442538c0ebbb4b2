package workqueue.properties.stateful;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import workqueue.spec.model.Action;
import workqueue.spec.model.Deferred;
import workqueue.spec.model.Instance;
import workqueue.spec.model.MediaFoundation;
import workqueue.spec.model.MediaFoundationScheduled;

/**
 * The executable specification of Media Foundation behind the operations of a driven platform: for each operation the
 * action that is enabled is applied, and its HRESULT answered. Where the specification leaves a choice, the choice is
 * the reference's: identifiers are given out in order, and a shutdown wins over a bad queue (rule MF-18).
 */
public final class PlatformSpec implements DrivenPlatform {
    private static final int S_OK = 0;
    private static final int MF_E_SHUTDOWN = 0xC00D3E85;
    private static final int MF_E_INVALID_WORKQUEUE = 0xC00D36FF;

    private static final int MF_E_NOT_FOUND = 0xC00D36D5;

    private MediaFoundation state = MediaFoundation.initial(Integer.MAX_VALUE);
    private int explicitLocks;
    private boolean eventSet;
    private int lastKey;

    public boolean isStarted() {
        return state.started();
    }

    @Override
    public int startup() {
        return answer(new MediaFoundation.Startup(), S_OK);
    }

    /** What has not fired does not fire any more (rule MF-58). */
    @Override
    public int shutdown() {
        answer(new MediaFoundation.Shutdown(), S_OK);
        if (!isStarted()) {
            state.deferred().keySet().forEach(key -> answer(new MediaFoundationScheduled.Lapse(key), S_OK));
        }
        return S_OK;
    }

    @Override
    public int allocate(boolean serial) {
        if (isStarted() && locks() <= 0) {
            return MF_E_SHUTDOWN; // MF-4, as implementations have it
        }
        int next = FIRST_PRIVATE + state.allocated().size();
        return answer(
                new MediaFoundation.Allocate(next, serial), next, new MediaFoundation.RefuseAllocate(), MF_E_SHUTDOWN);
    }

    @Override
    public int lock(int queue) {
        return lockOrUnlock(queue, new MediaFoundation.Lock(queue));
    }

    @Override
    public int unlock(int queue) {
        return lockOrUnlock(queue, new MediaFoundation.Unlock(queue));
    }

    private int lockOrUnlock(int queue, Action<MediaFoundation> ofPrivate) {
        if (MediaFoundation.isPlatform(queue)) {
            return answer(new MediaFoundation.LockPlatformQueue(queue), S_OK);
        }
        return answer(ofPrivate, S_OK, new MediaFoundation.RefuseLock(queue), MF_E_INVALID_WORKQUEUE);
    }

    @Override
    public int put(int queue, int item) {
        Action<MediaFoundation> shutdown = new MediaFoundation.RefuseShutdown(queue, item);
        if (shutdown.enabled(state)) {
            return answer(shutdown, MF_E_SHUTDOWN);
        }
        return answer(
                new MediaFoundation.Accept(queue, item),
                S_OK,
                new MediaFoundation.RefuseInvalid(queue, item),
                MF_E_INVALID_WORKQUEUE);
    }

    @Override
    public int addPlatformLocks(int number) {
        explicitLocks += number;
        return S_OK;
    }

    /** The locks on the platform: its own, the application's, and those of results (TLA+ module PlatformLocks). */
    private long locks() {
        long pending = state.queues().values().stream()
                .flatMap(queue -> queue.queue().stream())
                .filter(instance -> instance.item() >= FIRST_RESULT)
                .count();
        return (isStarted() ? 1 : 0) + explicitLocks + state.deferred().size() + pending;
    }

    @Override
    public int schedule(int queue, int item) {
        return defer(new Deferred(item, queue, true));
    }

    @Override
    public int await(int queue, int item) {
        int answer = defer(new Deferred(item, queue, false));
        if (eventSet) {
            fireWaiting();
        }
        return answer;
    }

    private int defer(Deferred item) {
        Action<MediaFoundation> defer = new MediaFoundationScheduled.Defer(lastKey + 1, item);
        if (!defer.enabled(state)) {
            return MF_E_SHUTDOWN;
        }
        lastKey++;
        return answer(defer, lastKey);
    }

    @Override
    public int cancel(int key) {
        Action<MediaFoundation> shutdown = new MediaFoundationScheduled.RefuseCancelShutdown(key);
        if (shutdown.enabled(state)) {
            return answer(shutdown, MF_E_SHUTDOWN);
        }
        return answer(
                new MediaFoundationScheduled.Cancel(key),
                S_OK,
                new MediaFoundationScheduled.RefuseCancel(key),
                MF_E_NOT_FOUND);
    }

    @Override
    public boolean passTime() {
        Optional<Long> first = keys(true).findFirst();
        first.ifPresent(this::fire);
        return first.isPresent();
    }

    @Override
    public void setEvent() {
        eventSet = true;
        fireWaiting();
    }

    @Override
    public void resetEvent() {
        eventSet = false;
    }

    private void fireWaiting() {
        keys(false).toList().forEach(this::fire);
    }

    private Stream<Long> keys(boolean timed) {
        return state.deferred().entrySet().stream()
                .filter(deferred -> deferred.getValue().timed() == timed)
                .map(Map.Entry::getKey)
                .sorted();
    }

    private void fire(long key) {
        answer(new MediaFoundationScheduled.Fire(key), S_OK);
    }

    private int answer(Action<MediaFoundation> action, int answer) {
        if (!action.enabled(state)) {
            throw new IllegalStateException(action + " breaks " + action.broken(state) + " in " + state);
        }
        state = action.apply(state);
        return answer;
    }

    /** Takes the one of two actions that is enabled. */
    private int answer(
            Action<MediaFoundation> first, int firstAnswer, Action<MediaFoundation> second, int secondAnswer) {
        if (first.enabled(state) == second.enabled(state)) {
            throw new IllegalStateException("not one of " + first + " and " + second + " is enabled in " + state);
        }
        return first.enabled(state) ? answer(first, firstAnswer) : answer(second, secondAnswer);
    }

    /**
     * Runs everything that is pending; returns the items of each queue in the order of their runs, those as complements that
     * are told that they were cancelled.
     */
    public Map<Integer, List<Integer>> runAll() {
        Map<Integer, List<Integer>> ran = new LinkedHashMap<>();
        while (!state.queues().isEmpty()) {
            long queue = state.queues().keySet().iterator().next();
            Instance head = state.queue(queue).queue().get(0);
            answer(new MediaFoundation.Dequeue(queue, 0), S_OK);
            answer(new MediaFoundation.Enter(0, queue, head), S_OK);
            answer(new MediaFoundation.Finish(0, queue), S_OK);
            int item = (int) head.item();
            ran.computeIfAbsent((int) queue, id -> new ArrayList<>()).add(head.cancelled() ? ~item : item);
        }
        return ran;
    }

    /** Throws an assertion error if the state breaks an invariant of the TLA+ modules. */
    public void checkInvariants() {
        state.queues().values().forEach(Invariants::check);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlatformSpec spec && spec.state.equals(state);
    }

    @Override
    public int hashCode() {
        return state.hashCode();
    }
}
