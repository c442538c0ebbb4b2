package workqueue.spec.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.history.Kind;
import workqueue.spec.model.Action;
import workqueue.spec.model.MediaFoundation;
import workqueue.spec.model.Policy;

/** Everything that a recording of profile {@code mf} can be. */
final class MediaFoundationEnumeration extends Enumeration<MediaFoundation> {
    private static final long OK = 0;
    private static final long E_FAIL = 0x80004005L;
    private static final long E_INVALIDARG = 0x80070057L;
    private static final long SHUTDOWN = 0xC00D3E85L;
    private static final long INVALID_WORKQUEUE = 0xC00D36FFL;

    MediaFoundationEnumeration(History history) {
        super(history);
    }

    @Override
    MediaFoundation initial() {
        return MediaFoundation.initial(Policy.UNLIMITED);
    }

    @Override
    List<? extends Action<MediaFoundation>> effects(MediaFoundation state, Visit visit) {
        Long queue = visit.invoke().queue();
        boolean pending = visit.returned() == null;
        long status = pending ? -1 : visit.returned().status();
        return switch (visit.invoke().op()) {
            case "startup" -> succeedOrFail(pending, status, new MediaFoundation.Startup(), nothing());
            case "shutdown" -> List.of(new MediaFoundation.Shutdown());
            case "allocate_queue", "allocate_serial_queue" -> allocations(visit, pending, status);
            case "lock_queue" -> locks(queue, pending, status, new MediaFoundation.Lock(queue));
            case "unlock_queue" -> locks(queue, pending, status, new MediaFoundation.Unlock(queue));
            default -> puts(queue, visit.item(), pending, status);
        };
    }

    private static List<Action<MediaFoundation>> succeedOrFail(
            boolean pending, long status, Action<MediaFoundation> success, Action<MediaFoundation> failure) {
        return pending ? List.of(success, failure) : List.of(status == OK ? success : failure);
    }

    private static List<Action<MediaFoundation>> allocations(Visit visit, boolean pending, long status) {
        if (pending || status == E_FAIL || status == E_INVALIDARG) {
            return List.of(nothing());
        } else if (status == SHUTDOWN) {
            return List.of(new MediaFoundation.RefuseAllocate());
        }
        boolean multithreaded = visit.invoke().op().equals("allocate_queue")
                && Objects.equals(visit.invoke().arg(), 2L);
        return status == OK
                ? List.of(new MediaFoundation.Allocate(visit.returned().queue(), !multithreaded))
                : List.of();
    }

    private static List<Action<MediaFoundation>> locks(
            long queue, boolean pending, long status, Action<MediaFoundation> success) {
        return MediaFoundation.isPlatform(queue)
                ? List.of(new MediaFoundation.LockPlatformQueue(queue))
                : succeedOrFail(pending, status, success, new MediaFoundation.RefuseLock(queue));
    }

    private static List<Action<MediaFoundation>> puts(long queue, long item, boolean pending, long status) {
        Map<Long, Action<MediaFoundation>> byStatus = Map.of(
                OK, new MediaFoundation.Accept(queue, item),
                SHUTDOWN, new MediaFoundation.RefuseShutdown(queue, item),
                INVALID_WORKQUEUE, new MediaFoundation.RefuseInvalid(queue, item));
        return byStatus.entrySet().stream()
                .filter(answer -> pending || answer.getKey() == status)
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    List<? extends Action<MediaFoundation>> returns(MediaFoundation state, Visit visit) {
        return List.of(nothing());
    }

    /** The queue of a run is the one that is recorded, or any that the item was put to if it was put to several. */
    private Set<Long> queues(Event begin) {
        Set<Long> queues = new TreeSet<>();
        history.events().stream()
                .filter(e -> e.kind() == Kind.INVOKE
                        && e.op().startsWith("put")
                        && e.item().equals(begin.item()))
                .forEach(e -> queues.add(e.queue()));
        return queues.size() > 1 ? queues : Set.of(begin.queue());
    }

    @Override
    List<? extends Action<MediaFoundation>> entries(MediaFoundation state, Event begin) {
        return queues(begin).stream()
                .map(queue -> new MediaFoundation.Enter(begin.seq(), queue, begin.item()))
                .toList();
    }

    @Override
    List<? extends Action<MediaFoundation>> finishes(MediaFoundation state, Event begin) {
        return queues(begin).stream()
                .map(queue -> new MediaFoundation.Finish(begin.seq(), queue))
                .toList();
    }

    @Override
    List<? extends Action<MediaFoundation>> hidden(MediaFoundation state) {
        List<Action<MediaFoundation>> hidden = new ArrayList<>();
        state.queues().forEach((id, queue) -> {
            for (int index = 0; index < queue.queue().size(); index++) {
                boolean serial = queue.policy().exclusion() == Policy.Exclusion.DEQUEUE;
                hidden.add(serial ? new MediaFoundation.Dequeue(id, index) : new Overtaking(id, index));
                hidden.add(new MediaFoundation.Discard(id, index));
            }
        });
        return hidden;
    }

    @Override
    boolean isPaid(MediaFoundation state) {
        return state.queues().values().stream()
                .allMatch(queue -> queue.queue().isEmpty() && queue.dequeued().isEmpty());
    }

    /** Callbacks that do not return may hold every thread. */
    @Override
    boolean isStuck(MediaFoundation state, List<Visit> open, Set<Long> done) {
        boolean busy = state.queues().values().stream()
                .anyMatch(queue -> !queue.running().isEmpty());
        return busy || isPaid(state);
    }

    /** Rule M3. */
    @Override
    int misuse() {
        List<Event> events = history.events();
        for (int k = 0; k < events.size(); k++) {
            Event event = events.get(k);
            boolean platform = event.op().equals("startup") || event.op().equals("shutdown");
            if (platform && event.kind() == Kind.INVOKE && visit(event).within() != null) {
                return k;
            }
        }
        return events.size();
    }

    /** A dequeue in any order: on a queue that is not serial O1 is not asked for. */
    private record Overtaking(long queue, int index) implements Action<MediaFoundation> {
        @Override
        public MediaFoundation apply(MediaFoundation state) {
            return new MediaFoundation.Dequeue(queue, index).apply(state);
        }
    }
}
