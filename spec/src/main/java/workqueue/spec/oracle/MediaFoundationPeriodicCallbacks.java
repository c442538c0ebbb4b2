package workqueue.spec.oracle;

import static workqueue.spec.oracle.MediaFoundationSemantics.NOT_FOUND;
import static workqueue.spec.oracle.MediaFoundationSemantics.OK;
import static workqueue.spec.oracle.MediaFoundationSemantics.SHUTDOWN;
import static workqueue.spec.oracle.MediaFoundationSemantics.byStatus;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import workqueue.spec.model.Action;
import workqueue.spec.model.MediaFoundation;
import workqueue.spec.model.MediaFoundationPeriodic;
import workqueue.spec.model.Then;

/** What a recording of profile {@code mf} tells of periodic callbacks. */
final class MediaFoundationPeriodicCallbacks {
    private static final String ADD = "add_periodic";
    private static final Set<String> OPERATIONS = Set.of(ADD, "remove_periodic");

    /** By the key that was recorded, the call that gave it out, whose id is the key in the executable specification. */
    private final Map<Long, Call> keys = new HashMap<>();
    /** The items that were added, or may have been. */
    private final Set<Long> items = new HashSet<>();

    MediaFoundationPeriodicCallbacks(Script script) {
        script.calls().stream()
                .filter(call -> call.op().equals(ADD) && (call.pending() || OK.equals(call.status())))
                .forEach(this::note);
    }

    private void note(Call add) {
        items.add(add.item());
        if (!add.pending() && add.returned().arg() != null) {
            keys.put(add.returned().arg(), add);
        }
    }

    /** Whether a call adds or removes one. */
    static boolean isOf(Call call) {
        return OPERATIONS.contains(call.op());
    }

    /** Whether the item is, or may be, one. */
    boolean has(long item) {
        return items.contains(item);
    }

    /** Whether a call removes what nobody was told of, which changes nothing. */
    boolean isUnknown(Call call) {
        return !call.op().equals(ADD) && !keys.containsKey(call.arg());
    }

    List<? extends Action<MediaFoundation>> point(Call call) {
        if (isUnknown(call)) {
            return List.of(Then.nothing());
        }
        List<Action<MediaFoundation>> late = List.of(new MediaFoundationPeriodic.RefusePeriodicShutdown());
        if (call.op().equals(ADD)) {
            return byStatus(
                    call,
                    Map.of(
                            OK,
                            List.of(new MediaFoundationPeriodic.AddPeriodic(call.id(), call.item())),
                            SHUTDOWN,
                            late));
        }
        long key = keys.get(call.arg()).id();
        return byStatus(
                call,
                Map.of(
                        OK, List.of(new MediaFoundationPeriodic.RemovePeriodic(key)),
                        NOT_FOUND, List.of(new MediaFoundationPeriodic.RefuseRemove(key)),
                        SHUTDOWN, late));
    }

    /** The calls of callbacks that a run may be. */
    static Stream<Action<MediaFoundation>> begins(MediaFoundation state, Run run) {
        return ofKeys(state, run, key -> new MediaFoundationPeriodic.EnterPeriodic(run.id(), key));
    }

    /** The ends of such calls. */
    static Stream<Action<MediaFoundation>> ends(MediaFoundation state, Run run) {
        return ofKeys(state, run, key -> new MediaFoundationPeriodic.FinishPeriodic(run.id(), key));
    }

    private static Stream<Action<MediaFoundation>> ofKeys(
            MediaFoundation state, Run run, LongFunction<Action<MediaFoundation>> ofKey) {
        return state.periodic().entrySet().stream()
                .filter(callback -> callback.getValue().item() == run.item())
                .map(callback -> ofKey.apply(callback.getKey()));
    }
}
