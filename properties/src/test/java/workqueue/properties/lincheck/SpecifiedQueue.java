package workqueue.properties.lincheck;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import workqueue.spec.model.Action;
import workqueue.spec.model.Instance;
import workqueue.spec.model.Kmdf;
import workqueue.spec.model.Kmdf.Life;

/** The operations of {@code DrivenQueue} as the executable specification has them: the sequential specification. */
public class SpecifiedQueue {
    private Kmdf state = Kmdf.initial(Life.LIVE, Map.of(), false, 4);
    private final Deque<Long> busy = new ArrayDeque<>();
    private long workers;

    private boolean step(Action<Kmdf> action) {
        boolean enabled = action.enabled(state);
        state = enabled ? action.apply(state) : state;
        return enabled;
    }

    public String enqueue(int item) {
        for (Map.Entry<String, Action<Kmdf>> outcome : List.of(
                Map.entry("ACCEPTED", (Action<Kmdf>) new Kmdf.Accept(item)),
                Map.entry("COALESCED", (Action<Kmdf>) new Kmdf.Coalesce(item)),
                Map.entry("REFUSED", (Action<Kmdf>) new Kmdf.Refuse(item)))) {
            if (step(outcome.getValue())) {
                return outcome.getKey();
            }
        }
        throw new IllegalStateException("no outcome in " + state);
    }

    public int take() {
        if (state.queue().queue().isEmpty()) {
            return -1;
        }
        Instance head = state.queue().queue().get(0);
        workers++;
        if (!step(new Kmdf.Dequeue(0)) || !step(new Kmdf.Enter(workers, head))) {
            return -1;
        }
        busy.addLast(workers);
        return (int) head.item();
    }

    public boolean finish() {
        return !busy.isEmpty() && step(new Kmdf.Finish(busy.removeFirst()));
    }

    public void close(int item) {
        step(new Kmdf.DeleteBegin(item, item));
    }

    public boolean isDrained(int item) {
        return state.queue().drained(item);
    }
}
