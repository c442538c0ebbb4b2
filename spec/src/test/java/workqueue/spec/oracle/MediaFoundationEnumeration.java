package workqueue.spec.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.history.Kind;
import workqueue.spec.model.Action;
import workqueue.spec.model.Deferred;
import workqueue.spec.model.Instance;
import workqueue.spec.model.MediaFoundation;
import workqueue.spec.model.MediaFoundationPeriodic;
import workqueue.spec.model.MediaFoundationScheduled;
import workqueue.spec.model.Periodic;
import workqueue.spec.model.Policy;

/** Everything that a recording of profile {@code mf} can be. */
final class MediaFoundationEnumeration extends Enumeration<MediaFoundation> {
    private static final long OK = 0;
    private static final long E_FAIL = 0x80004005L;
    private static final long E_INVALIDARG = 0x80070057L;
    private static final long SHUTDOWN = 0xC00D3E85L;
    private static final long INVALID_WORKQUEUE = 0xC00D36FFL;
    private static final long NOT_FOUND = 0xC00D36D5L;
    private static final long OPERATION_CANCELLED = 0xC00D36EDL;

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
            case "schedule", "put_waiting" -> deferrals(visit);
            case "cancel" -> cancels(visit);
            case "add_periodic" -> additions(visit);
            case "remove_periodic" -> removals(visit);
            case "lock_shared_queue" -> sharedLocks(state, visit, pending, status);
            default -> puts(queue, visit);
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
        boolean over = visit.invoke().op().equals("allocate_serial_queue");
        boolean serial = over || !Objects.equals(visit.invoke().arg(), 2L);
        Long base = over ? visit.invoke().arg() : null;
        return status == OK
                ? List.of(new MediaFoundation.Allocate(visit.returned().queue(), serial, base))
                : List.of();
    }

    private static List<Action<MediaFoundation>> locks(
            long queue, boolean pending, long status, Action<MediaFoundation> success) {
        return MediaFoundation.isPlatform(queue)
                ? List.of(new MediaFoundation.LockPlatformQueue(queue))
                : succeedOrFail(pending, status, success, new MediaFoundation.RefuseLock(queue));
    }

    private static int priority(Visit visit) {
        return visit.invoke().arg() == null ? 0 : visit.invoke().arg().intValue();
    }

    private static List<Action<MediaFoundation>> puts(long queue, Visit visit) {
        return byStatus(
                visit,
                Map.of(
                        OK, List.of(new MediaFoundation.Accept(queue, visit.item(), priority(visit))),
                        SHUTDOWN, List.of(new MediaFoundation.RefuseShutdown(queue, visit.item())),
                        INVALID_WORKQUEUE, List.of(new MediaFoundation.RefuseInvalid(queue, visit.item()))));
    }

    /** No document lists what else these calls, and cancel, may answer. */
    private static List<Action<MediaFoundation>> deferrals(Visit visit) {
        boolean timed = visit.invoke().op().equals("schedule");
        Deferred item = new Deferred(visit.item(), MediaFoundation.STANDARD, timed);
        return orNothing(byStatus(
                visit,
                Map.of(
                        OK, List.of(new MediaFoundationScheduled.Defer(visit.id(), item)),
                        SHUTDOWN, List.of(new MediaFoundation.RefuseShutdown(item.queue(), visit.item())))));
    }

    private static List<Action<MediaFoundation>> additions(Visit visit) {
        return orNothing(byStatus(
                visit,
                Map.of(
                        OK, List.of(new MediaFoundationPeriodic.AddPeriodic(visit.id(), visit.item())),
                        SHUTDOWN, List.of(new MediaFoundationPeriodic.RefusePeriodicShutdown()))));
    }

    private List<Action<MediaFoundation>> removals(Visit visit) {
        Event told = told(visit, "add_periodic"::equals);
        if (told == null) {
            return List.of(nothing());
        }
        long key = visit(told).id();
        return orNothing(byStatus(
                visit,
                Map.of(
                        OK, List.of(new MediaFoundationPeriodic.RemovePeriodic(key)),
                        NOT_FOUND, List.of(new MediaFoundationPeriodic.RefuseRemove(key)),
                        SHUTDOWN, List.of(new MediaFoundationPeriodic.RefusePeriodicShutdown()))));
    }

    /** A lock under way may have been of the queue that the task shares. */
    private static List<Action<MediaFoundation>> sharedLocks(
            MediaFoundation state, Visit visit, boolean pending, long status) {
        long task = visit.invoke().arg();
        if (pending) {
            Long queue = state.shared().get(task);
            return queue == null ? List.of(nothing()) : List.of(nothing(), new MediaFoundation.Lock(queue));
        } else if (status == SHUTDOWN) {
            return List.of(new MediaFoundation.RefuseAllocate());
        }
        return List.of(
                status == OK
                        ? new MediaFoundation.LockShared(task, visit.returned().queue())
                        : nothing());
    }

    /** The last return of such an operation that told the key that a call names. */
    private Event told(Visit visit, Predicate<String> operation) {
        return history.events().stream()
                .filter(e -> e.kind() == Kind.RETURN && operation.test(e.op()) && Objects.equals(e.status(), OK))
                .filter(e -> e.arg() != null && e.arg().equals(visit.invoke().arg()))
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private static List<Action<MediaFoundation>> orNothing(List<Action<MediaFoundation>> actions) {
        return actions.isEmpty() ? List.of(nothing()) : actions;
    }

    private static List<Action<MediaFoundation>> byStatus(
            Visit visit, Map<Long, List<Action<MediaFoundation>>> answers) {
        return answers.entrySet().stream()
                .filter(answer -> visit.returned() == null
                        || answer.getKey().equals(visit.returned().status()))
                .flatMap(answer -> answer.getValue().stream())
                .toList();
    }

    /** Only a key that was told before is known; what a cancel of another does is nothing. */
    private List<Action<MediaFoundation>> cancels(Visit cancel) {
        Event told = told(cancel, op -> op.equals("schedule") || op.equals("put_waiting"));
        if (told == null) {
            return List.of(nothing());
        }
        long key = visit(told).id();
        return orNothing(byStatus(
                cancel,
                Map.of(
                        OK,
                        List.of(
                                new MediaFoundationScheduled.Cancel(key),
                                new Silently(key),
                                new MediaFoundationScheduled.CancelTooLate(key)),
                        NOT_FOUND,
                        List.of(new MediaFoundationScheduled.RefuseCancel(key)),
                        SHUTDOWN,
                        List.of(new MediaFoundationScheduled.RefuseCancelShutdown(key)))));
    }

    @Override
    List<? extends Action<MediaFoundation>> returns(MediaFoundation state, Visit visit) {
        return List.of(nothing());
    }

    /** The queue of a run is the one that is recorded, unless the item was put to several, or deferred, before. */
    private Set<Long> queues(Event begin) {
        List<Event> asked = history.events().stream()
                .filter(e -> e.kind() == Kind.INVOKE && e.seq() < begin.seq())
                .filter(e ->
                        (e.op().startsWith("put") || isDeferral(e)) && e.item().equals(begin.item()))
                .toList();
        Set<Long> queues = new TreeSet<>();
        asked.forEach(e -> queues.add(isDeferral(e) ? Long.valueOf(MediaFoundation.STANDARD) : e.queue()));
        boolean label = queues.size() > 1 || asked.stream().anyMatch(e -> isDeferral(e)) || isPeriodic(begin);
        return label ? queues : Set.of(begin.queue());
    }

    private boolean isPeriodic(Event begin) {
        return history.events().stream()
                .anyMatch(e -> e.op().equals("add_periodic") && e.item().equals(begin.item()));
    }

    private static boolean isDeferral(Event event) {
        return event.op().equals("schedule") || event.op().equals("put_waiting");
    }

    @Override
    List<? extends Action<MediaFoundation>> entries(MediaFoundation state, Event begin) {
        List<Action<MediaFoundation>> entries = new ArrayList<>();
        state.periodic().forEach((key, callback) -> {
            if (callback.item() == begin.item()) {
                entries.add(new MediaFoundationPeriodic.EnterPeriodic(begin.seq(), key));
            }
        });
        for (long queue : queues(begin)) {
            for (Instance instance : state.queue(queue).dequeued().keySet()) {
                if (instance.item() == begin.item() && (instance.cancelled() || !tellsOfCancel(begin))) {
                    entries.add(new MediaFoundation.Enter(begin.seq(), queue, instance));
                }
            }
        }
        return entries;
    }

    private boolean tellsOfCancel(Event begin) {
        return Objects.equals(begin.status(), OPERATION_CANCELLED)
                && history.events().stream()
                        .anyMatch(e -> e.op().equals("put_waiting") && e.item().equals(begin.item()));
    }

    @Override
    List<? extends Action<MediaFoundation>> finishes(MediaFoundation state, Event begin) {
        List<Action<MediaFoundation>> finishes = new ArrayList<>();
        state.periodic()
                .keySet()
                .forEach(key -> finishes.add(new MediaFoundationPeriodic.FinishPeriodic(begin.seq(), key)));
        queues(begin).forEach(queue -> finishes.add(new MediaFoundation.Finish(begin.seq(), queue)));
        return finishes;
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
        for (long key : state.deferred().keySet()) {
            hidden.add(new MediaFoundationScheduled.Fire(key));
            hidden.add(new MediaFoundationScheduled.Lapse(key));
        }
        return hidden;
    }

    @Override
    boolean isPaid(MediaFoundation state) {
        return new MediaFoundation.AtRest().enabled(state);
    }

    /** Callbacks that do not return may hold every thread. */
    @Override
    boolean isStuck(MediaFoundation state, List<Visit> open, Set<Long> done) {
        boolean busy = state.queues().values().stream()
                        .anyMatch(queue -> !queue.running().isEmpty())
                || state.periodic().values().stream()
                        .anyMatch(callback -> !callback.workers().isEmpty());
        return busy || (isPaid(state) && !calledForEver(state));
    }

    private static boolean calledForEver(MediaFoundation state) {
        return state.periodic().values().stream().anyMatch(callback -> callback.stage() == Periodic.Stage.ADDED);
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

    /** A cancel of a waiting item that nobody is told of: rule MF-50 is not asked for. */
    private record Silently(long key) implements Action<MediaFoundation> {
        @Override
        public boolean possible(MediaFoundation state) {
            return state.deferred().containsKey(key)
                    && !state.deferred().get(key).timed();
        }

        @Override
        public MediaFoundation apply(MediaFoundation state) {
            return new MediaFoundationScheduled.Lapse(key).apply(state);
        }
    }

    /** A dequeue in any order: on a queue that is not serial O1 is not asked for. */
    private record Overtaking(long queue, int index) implements Action<MediaFoundation> {
        @Override
        public MediaFoundation apply(MediaFoundation state) {
            return new MediaFoundation.Dequeue(queue, index).apply(state);
        }
    }
}
