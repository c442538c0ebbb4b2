package workqueue.properties.stateful;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import workqueue.spec.model.Action;
import workqueue.spec.model.IoWorkItem;
import workqueue.spec.model.IoWorkItem.Device;
import workqueue.spec.model.IoWorkItem.Life;

/**
 * The executable specification of the I/O manager's work items whose workers are eager: an item is dequeued as soon as a
 * thread is free, and a deleted device goes as soon as nothing refers to it.
 *
 * <p>A call answers the rules that it breaks; then nothing has happened.
 */
public final class IoSpec {
    private IoWorkItem state;

    public IoSpec(int workers) {
        state = IoWorkItem.initial(Life.ABSENT, Map.of(), workers);
    }

    public Life life(int item) {
        return state.life(item);
    }

    public boolean isDeviceLive() {
        return state.device() == Device.LIVE;
    }

    public boolean isDeviceGone() {
        return state.device() == Device.GONE;
    }

    public int references() {
        return state.references();
    }

    public void create(int item, Life life) {
        must(new IoWorkItem.Create(item, life));
    }

    public Set<String> queue(int item) {
        return may(new IoWorkItem.Accept(item));
    }

    /** Whether a try would find a thread, of an item that may be queued. */
    public boolean findsAThread(int item) {
        return new IoWorkItem.TryAccept(item).enabled(state);
    }

    public Set<String> tryQueue(int item) {
        return may(findsAThread(item) ? new IoWorkItem.TryAccept(item) : new IoWorkItem.TryRefuse(item));
    }

    public Set<String> free(int item, Life life) {
        return may(new IoWorkItem.Free(item, life));
    }

    public void deleteDevice() {
        must(new IoWorkItem.DeleteDevice());
    }

    public void finish(int run) {
        must(new IoWorkItem.Finish(run));
    }

    /** Dequeues if a thread is free; returns the item that is to be entered. */
    public OptionalLong dequeue() {
        Action<IoWorkItem> dequeue = new IoWorkItem.Dequeue(0);
        if (!dequeue.enabled(state)) {
            return OptionalLong.empty();
        }
        long item = state.queue().queue().get(0).item();
        must(dequeue);
        return OptionalLong.of(item);
    }

    public void enter(int run, long item) {
        must(new IoWorkItem.Enter(run, item));
    }

    /** Lets the device go if it can. */
    public void removeDevice() {
        Action<IoWorkItem> remove = new IoWorkItem.RemoveDevice();
        if (remove.enabled(state)) {
            must(remove);
        }
    }

    public boolean isAtRest() {
        return new IoWorkItem.AtRest().enabled(state);
    }

    /** Throws an assertion error if the state breaks an invariant of the TLA+ module. */
    public void checkInvariants() {
        Invariants.check(state.queue());
    }

    private Set<String> may(Action<IoWorkItem> action) {
        Set<String> broken = action.broken(state);
        state = broken.isEmpty() ? action.apply(state) : state;
        return broken;
    }

    private void must(Action<IoWorkItem> action) {
        if (!action.possible(state) || !may(action).isEmpty()) {
            throw new IllegalStateException(action + " is not enabled in " + state);
        }
    }
}
