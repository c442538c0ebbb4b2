package workqueue.spec.oracle.queue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import workqueue.spec.history.Event;
import workqueue.spec.model.Action;
import workqueue.spec.model.ClientGo;

/**
 * Plays an order of calls on the executable specification, which knows nothing of how the order was found: every call that
 * returned is there once, none before one that had returned when it began, and the specification allows each with the
 * answer that was recorded.
 *
 * <p>Of the items that are processed a step shows the specification only its own: nothing but a completion of an item asks
 * whether it is processed, so the others need not be copied at every step.
 */
final class Replay {
    private final Calls calls;
    private final Map<Long, Integer> processing = new HashMap<>();
    private ClientGo state;

    private Replay(Calls calls, ClientGo.Kind kind) {
        this.calls = calls;
        this.state = ClientGo.initial(kind);
    }

    /** Whether the order is one in which everything that was recorded may happen. */
    static boolean accepts(Calls calls, ClientGo.Kind kind, int[] order) {
        return respectsTime(calls, order) && new Replay(calls, kind).plays(order);
    }

    private static boolean respectsTime(Calls calls, int[] order) {
        boolean[] seen = new boolean[calls.count()];
        int latest = -1;
        for (int call : order) {
            latest = Math.max(latest, calls.from(call));
            if (seen[call] || calls.to(call) < latest) {
                return false;
            }
            seen[call] = true;
        }
        for (int call = 0; call < calls.count(); call++) {
            if (!seen[call] && calls.returned(call)) {
                return false;
            }
        }
        return true;
    }

    private boolean plays(int[] order) {
        for (int call : order) {
            List<Event> events = calls.history().events();
            Event invoked = events.get(calls.from(call));
            Event returned = calls.returned(call) ? events.get(calls.to(call)) : null;
            Long item = returned != null && returned.item() != null ? returned.item() : invoked.item();
            item = item == null && invoked.op().equals("dequeue") ? head() : item;
            Action<ClientGo> action = action(invoked.op(), returned, item);
            ClientGo before = showing(item);
            if (!action.enabled(before)) {
                return false;
            }
            keep(item, action.apply(before));
        }
        return true;
    }

    private Long head() {
        return state.queue().isEmpty() ? null : state.queue().get(0);
    }

    /** What a call did, by words that were checked. */
    private static Action<ClientGo> action(String op, Event returned, Long item) {
        String answer = returned == null ? "" : returned.result();
        return switch (op) {
            case "enqueue" -> enqueue(answer, item);
            case "dequeue" -> dequeue(answer, item);
            case "complete" ->
                answer.equals("notRunning") ? new ClientGo.CompleteNothing(item) : new ClientGo.Complete(item);
            case "cancel" -> answer.equals("absent") ? new ClientGo.CancelNothing(item) : new ClientGo.Cancel(item);
            case "take_all" -> new ClientGo.TakeAll(returned.items());
            case "shutdown" -> new ClientGo.ShutDown();
            default -> throw new IllegalArgumentException("an operation that the rules do not know: " + op);
        };
    }

    private static Action<ClientGo> enqueue(String answer, Long item) {
        return switch (answer) {
            case "coalesced" -> new ClientGo.Coalesce(item);
            case "rejected" -> new ClientGo.Refuse(item);
            default -> new ClientGo.Accept(item);
        };
    }

    private static Action<ClientGo> dequeue(String answer, Long item) {
        return switch (answer) {
            case "empty" -> new ClientGo.Empty();
            case "closed" -> new ClientGo.Closed();
            default -> item == null ? new ClientGo.Empty() : new ClientGo.Dequeue(item);
        };
    }

    private ClientGo showing(Long item) {
        Integer count = item == null ? null : processing.get(item);
        return with(count == null ? Map.of() : Map.of(item, count));
    }

    private void keep(Long item, ClientGo after) {
        Integer count = item == null ? null : after.processing().get(item);
        if (count != null) {
            processing.put(item, count);
        } else if (item != null) {
            processing.remove(item);
        }
        state = after;
    }

    private ClientGo with(Map<Long, Integer> shown) {
        return new ClientGo(
                state.kind(), state.queue(), state.parked(), shown, state.closed(), state.drain(), state.draining());
    }
}
