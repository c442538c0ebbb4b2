package workqueue.properties.stateful;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import workqueue.spec.model.Action;
import workqueue.spec.model.Instance;
import workqueue.spec.model.MediaFoundation;

/**
 * The executable specification of Media Foundation behind the operations of a driven platform: for each operation the
 * action that is enabled is applied, and its HRESULT answered. Where the specification leaves a choice, the choice is
 * the reference's: identifiers are given out in order, and a shutdown wins over a bad queue (rule MF-18).
 */
public final class PlatformSpec implements DrivenPlatform {
    private static final int S_OK = 0;
    private static final int MF_E_SHUTDOWN = 0xC00D3E85;
    private static final int MF_E_INVALID_WORKQUEUE = 0xC00D36FF;

    private MediaFoundation state = MediaFoundation.initial(Integer.MAX_VALUE);

    public boolean isStarted() {
        return state.started();
    }

    @Override
    public int startup() {
        return answer(new MediaFoundation.Startup(), S_OK);
    }

    @Override
    public int shutdown() {
        return answer(new MediaFoundation.Shutdown(), S_OK);
    }

    @Override
    public int allocate(boolean serial) {
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

    /** Runs everything that is pending; returns the items of each queue in the order of their runs. */
    public Map<Integer, List<Integer>> runAll() {
        Map<Integer, List<Integer>> ran = new LinkedHashMap<>();
        while (!state.queues().isEmpty()) {
            long queue = state.queues().keySet().iterator().next();
            Instance head = state.queue(queue).queue().get(0);
            answer(new MediaFoundation.Dequeue(queue, 0), S_OK);
            answer(new MediaFoundation.Enter(0, queue, head.item()), S_OK);
            answer(new MediaFoundation.Finish(0, queue), S_OK);
            ran.computeIfAbsent((int) queue, id -> new ArrayList<>()).add((int) head.item());
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
