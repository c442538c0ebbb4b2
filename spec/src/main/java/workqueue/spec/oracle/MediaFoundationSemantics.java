package workqueue.spec.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.history.Kind;
import workqueue.spec.model.Action;
import workqueue.spec.model.Deferred;
import workqueue.spec.model.Instance;
import workqueue.spec.model.MediaFoundation;
import workqueue.spec.model.MediaFoundationScheduled;
import workqueue.spec.model.Policy;
import workqueue.spec.model.Then;
import workqueue.spec.model.WorkQueue;

/**
 * What a recording of profile {@code mf} means. Every call answers with a status, which says what it did at its point.
 *
 * <p>A queue that is not serial has no limit of workers, so the order of its dequeues cannot be seen: any pending item may
 * begin next, the others having been dequeued before it and being about to begin. Its pending items are therefore kept
 * sorted, not in order of arrival, and a begin takes its item from anywhere.
 *
 * <p>When a scheduled or waiting item fires is not recorded either. It fires as late as may be: when it begins, when a cancel
 * must find it gone, or when a later item is put behind it; and in the order in which it will begin.
 */
final class MediaFoundationSemantics implements Semantics<MediaFoundation> {
    static final String OK = "00000000";
    static final String SHUTDOWN = "c00d3e85";
    private static final String INVALID_WORKQUEUE = "c00d36ff";
    static final String NOT_FOUND = "c00d36d5";
    private static final long OPERATION_CANCELLED = 0xC00D36EDL;
    private static final long MULTITHREADED = 2;

    private final Script script;
    private final MediaFoundationQueues queues;
    private final MediaFoundationOrder order;
    private final MediaFoundationPeriodicCallbacks periodic;
    /** By the key that was recorded, the call that gave it out, whose id is the key in the executable specification. */
    private final Map<Long, Call> keys = new HashMap<>();
    /** By item, the moment at which it was first put to wait; scheduled items count as well. */
    private final Map<Long, Integer> deferredAt = new HashMap<>();
    /** The items that were put to wait for an event, whose runs tell whether they were cancelled. */
    private final Set<Long> waiting = new HashSet<>();

    MediaFoundationSemantics(Script script) {
        this.script = script;
        this.periodic = new MediaFoundationPeriodicCallbacks(script);
        this.queues = new MediaFoundationQueues(script, periodic);
        this.order = new MediaFoundationOrder(script, queues);
        script.calls().stream()
                .filter(call -> MediaFoundationQueues.isDeferral(call) && (call.pending() || OK.equals(call.status())))
                .forEach(this::noteDeferral);
    }

    private void noteDeferral(Call call) {
        deferredAt.putIfAbsent(call.item(), call.from());
        if (!isTimed(call)) {
            waiting.add(call.item());
        }
        if (!call.pending() && call.returned().arg() != null) {
            keys.put(call.returned().arg(), call);
        }
    }

    private static boolean isTimed(Call call) {
        return call.op().equals("schedule");
    }

    @Override
    public MediaFoundation initial() {
        return MediaFoundation.initial(Policy.UNLIMITED);
    }

    @Override
    public List<? extends Action<MediaFoundation>> point(MediaFoundation state, Call call) {
        return switch (call.op()) {
            case "startup" -> either(call, new MediaFoundation.Startup(), Then.nothing());
            case "shutdown" -> List.of(new MediaFoundation.Shutdown());
            case "allocate_queue", "allocate_serial_queue", "lock_shared_queue" -> allocate(state, call);
            case "lock_queue" -> lock(call, new MediaFoundation.Lock(call.queue()));
            case "unlock_queue" -> lock(call, new MediaFoundation.Unlock(call.queue()));
            case "cancel" -> cancel(state, call);
            case "add_periodic", "remove_periodic" -> periodic.point(call);
            case "schedule", "put_waiting" -> defer(call);
            default -> put(call);
        };
    }

    private static List<Action<MediaFoundation>> either(
            Call call, Action<MediaFoundation> ok, Action<MediaFoundation> failed) {
        if (call.pending()) {
            return List.of(ok, failed);
        }
        return List.of(OK.equals(call.status()) ? ok : failed);
    }

    /** What a call may have done, by the status that says so; nothing at all if it answers with another. */
    static List<Action<MediaFoundation>> byStatus(
            Call call, Map<String, ? extends Collection<Action<MediaFoundation>>> outcomes) {
        if (call.pending()) {
            return outcomes.values().stream()
                    .<Action<MediaFoundation>>flatMap(Collection::stream)
                    .toList();
        }
        Collection<Action<MediaFoundation>> outcome = outcomes.get(call.status());
        return outcome == null ? List.of(Then.nothing()) : List.copyOf(outcome);
    }

    private static List<? extends Action<MediaFoundation>> allocate(MediaFoundation state, Call call) {
        if (call.pending()) {
            Action<MediaFoundation> unknown = Then.nothing(); // a queue whose identifier nobody has learned
            Long shared = call.op().equals("lock_shared_queue") ? state.shared().get(call.arg()) : null;
            return shared == null ? List.of(unknown) : List.of(unknown, new MediaFoundation.Lock(shared));
        }
        Action<MediaFoundation> allocate = call.queue() == null ? Then.nothing() : allocation(call);
        return byStatus(call, Map.of(OK, List.of(allocate), SHUTDOWN, List.of(new MediaFoundation.RefuseAllocate())));
    }

    private static Action<MediaFoundation> allocation(Call call) {
        return switch (call.op()) {
            case "lock_shared_queue" -> new MediaFoundation.LockShared(call.arg(), call.queue());
            case "allocate_serial_queue" -> new MediaFoundation.Allocate(call.queue(), true, call.arg());
            default -> new MediaFoundation.Allocate(call.queue(), !Objects.equals(call.arg(), MULTITHREADED));
        };
    }

    private static List<? extends Action<MediaFoundation>> lock(Call call, Action<MediaFoundation> ok) {
        return MediaFoundation.isPlatform(call.queue())
                ? List.of(new MediaFoundation.LockPlatformQueue(call.queue()))
                : either(call, ok, new MediaFoundation.RefuseLock(call.queue()));
    }

    private List<? extends Action<MediaFoundation>> put(Call call) {
        long queue = queues.of(call);
        Action<MediaFoundation> accept =
                new MediaFoundation.Accept(queue, call.item(), MediaFoundationOrder.priority(call));
        return byStatus(
                call,
                Map.of(
                        OK, List.of(new MediaFoundationSteps.Sorted(queue, accept)),
                        SHUTDOWN, List.of(new MediaFoundation.RefuseShutdown(queue, call.item())),
                        INVALID_WORKQUEUE, List.of(new MediaFoundation.RefuseInvalid(queue, call.item()))));
    }

    private List<? extends Action<MediaFoundation>> defer(Call call) {
        Deferred item = new Deferred(call.item(), queues.of(call), isTimed(call));
        return byStatus(
                call,
                Map.of(
                        OK, List.of(new MediaFoundationScheduled.Defer(call.id(), item)),
                        SHUTDOWN, List.of(new MediaFoundation.RefuseShutdown(item.queue(), call.item()))));
    }

    private List<? extends Action<MediaFoundation>> cancel(MediaFoundation state, Call call) {
        Call made = keys.get(call.arg());
        if (made == null) {
            return List.of(Then.nothing()); // a key that nobody was told of
        }
        List<Action<MediaFoundation>> cancelled = new ArrayList<>(inTime(state, call, made.id()));
        cancelled.add(new MediaFoundationScheduled.CancelTooLate(made.id()));
        return byStatus(
                call,
                Map.of(
                        OK, cancelled,
                        NOT_FOUND, List.of(new MediaFoundationScheduled.RefuseCancel(made.id())),
                        SHUTDOWN, List.of(new MediaFoundationScheduled.RefuseCancelShutdown(made.id()))));
    }

    /** What a cancel that comes in time may do: documents do not say that a waiting item is told. */
    private List<Action<MediaFoundation>> inTime(MediaFoundation state, Call call, long key) {
        Deferred item = state.deferred().get(key);
        if (item == null) {
            return List.of();
        }
        boolean mayGo = !order.areNeededAfter(call, state, new Place(item.queue(), item.item()));
        Action<MediaFoundation> cancel =
                new MediaFoundationSteps.Sorted(item.queue(), new MediaFoundationScheduled.Cancel(key));
        List<Action<MediaFoundation>> actions = new ArrayList<>();
        if (mayGo || !item.timed()) {
            actions.add(cancel);
        }
        if (mayGo && !item.timed()) {
            actions.add(new MediaFoundationSteps.Blamed("MF-50", new MediaFoundationScheduled.Lapse(key)));
        }
        return actions;
    }

    @Override
    public List<? extends Action<MediaFoundation>> begin(MediaFoundation state, Run run) {
        return Stream.concat(
                        MediaFoundationPeriodicCallbacks.begins(state, run),
                        queues.of(run).stream().map(queue -> begin(state, run, queue)))
                .toList();
    }

    private Action<MediaFoundation> begin(MediaFoundation state, Run run, long id) {
        WorkQueue queue = state.queue(id);
        boolean serial = MediaFoundationOrder.isSerial(queue);
        Instance instance = instanceOf(run, serial ? queue.dequeued().keySet() : queue.queue());
        if (instance == null) {
            MediaFoundation.Enter entry = new MediaFoundation.Enter(run.id(), id, run.item());
            return deferredAt.getOrDefault(run.item(), Integer.MAX_VALUE) < run.at()
                    ? new MediaFoundationSteps.Blamed("MF-47", entry)
                    : entry;
        }
        Action<MediaFoundation> entry = new MediaFoundation.Enter(run.id(), id, instance);
        Action<MediaFoundation> begin = serial
                ? entry
                : new MediaFoundationSteps.Taken(id, queue.queue().indexOf(instance), entry);
        boolean told = instance.cancelled() || !isToldOfCancel(run);
        return told ? begin : new MediaFoundationSteps.Blamed("MF-47", begin);
    }

    private Instance instanceOf(Run run, Collection<Instance> instances) {
        return instances.stream()
                .filter(instance -> instance.item() == run.item())
                .min(Comparator.comparing(instance -> instance.cancelled() != isToldOfCancel(run)))
                .orElse(null);
    }

    /** Whether a run of a waiting item has the status that says that it was cancelled. */
    private boolean isToldOfCancel(Run run) {
        return waiting.contains(run.item()) && Objects.equals(run.begun().status(), OPERATION_CANCELLED);
    }

    @Override
    public List<? extends Action<MediaFoundation>> end(MediaFoundation state, Run run) {
        return Stream.concat(
                        MediaFoundationPeriodicCallbacks.ends(state, run),
                        queues.of(run).stream().map(queue -> new MediaFoundation.Finish(run.id(), queue)))
                .toList();
    }

    /** The firing and the dequeue that a begin waits for, what must fire before a call, and drops of what will not run. */
    @Override
    public List<? extends Action<MediaFoundation>> hidden(MediaFoundation state, int moment, Set<String> waived) {
        List<Action<MediaFoundation>> actions = new ArrayList<>();
        if (moment < script.length() && script.event(moment).kind() == Kind.BEGIN) {
            dequeues(state, script.runAt(moment), actions);
        }
        if (!state.deferred().isEmpty()) {
            keysToFire(state, moment)
                    .forEach(key -> actions.add(new MediaFoundationSteps.Sorted(
                            state.deferred().get(key).queue(), new MediaFoundationScheduled.Fire(key))));
        }
        if (!state.started() || waived.contains("MF-66")) {
            drops(state, moment, actions);
        }
        return actions;
    }

    private void dequeues(MediaFoundation state, Run run, List<Action<MediaFoundation>> actions) {
        for (long id : queues.of(run)) {
            WorkQueue queue = state.queue(id);
            for (int index = 0;
                    MediaFoundationOrder.isSerial(queue)
                            && index < queue.queue().size();
                    index++) {
                if (queue.queue().get(index).item() == run.item()) {
                    actions.add(new MediaFoundation.Dequeue(id, index));
                }
            }
        }
    }

    private Set<Long> keysToFire(MediaFoundation state, int moment) {
        Set<Long> due = new HashSet<>();
        if (moment < script.length() && script.event(moment).kind() == Kind.BEGIN) {
            long item = script.runAt(moment).item();
            state.deferred().forEach((key, deferred) -> {
                if (deferred.item() == item) {
                    due.add(key);
                }
            });
        }
        for (Call call : script.open(moment)) {
            boolean cancels = call.op().equals("cancel");
            if (cancels || MediaFoundationQueues.isPut(call)) {
                due.addAll(order.nextToFire(state, moment));
            }
            Call made = cancels ? keys.get(call.arg()) : null;
            if (made != null && state.deferred().containsKey(made.id())) {
                due.add(made.id());
            }
        }
        return due;
    }

    private void drops(MediaFoundation state, int moment, List<Action<MediaFoundation>> actions) {
        state.queues().forEach((id, queue) -> {
            for (int index = 0; index < queue.queue().size(); index++) {
                Place place = new Place(id, queue.queue().get(index).item());
                if (order.isSuperfluous(state, place, moment, Done.NONE)) {
                    actions.add(new MediaFoundation.Discard(id, index));
                }
            }
        });
        state.deferred().forEach((key, item) -> {
            if (order.isSuperfluous(state, new Place(item.queue(), item.item()), moment, Done.NONE)) {
                actions.add(new MediaFoundationScheduled.Lapse(key));
            }
        });
    }

    @Override
    public List<? extends Action<MediaFoundation>> atRest(MediaFoundation state) {
        return List.of(new MediaFoundation.AtRest());
    }

    @Override
    public boolean plausible(MediaFoundation before, MediaFoundation state, int moment, Done done) {
        return order.isPlausible(before, state, moment, done);
    }

    @Override
    public int size(MediaFoundation state) {
        return state.deferred().size()
                + state.periodic().size()
                + state.queues().values().stream().mapToInt(WorkQueue::size).sum();
    }

    @Override
    public boolean calm(MediaFoundation state) {
        return state.equals(initial());
    }

    /**
     * A call that failed, though no shutdown does; a lock or unlock of a platform queue; a cancel or a removal of an unknown
     * key.
     */
    @Override
    public boolean isIdle(Call call) {
        boolean failed = !call.pending() && !OK.equals(call.status());
        return switch (call.op()) {
            case "shutdown" -> false;
            case "lock_queue", "unlock_queue" -> failed || MediaFoundation.isPlatform(call.queue());
            case "cancel" -> failed || !keys.containsKey(call.arg());
            case "remove_periodic" -> failed || periodic.isUnknown(call);
            default -> failed;
        };
    }

    @Override
    public List<String> explanations() {
        return List.of(
                "MF-17", "MF-15", "MF-4", "MF-14", "MF-19", "O1", "S1", "MF-58", "MF-51", "MF-52", "MF-50", "MF-47",
                "MF-46", "MF-54", "R1", "MF-66", "MF-53", "MF-25", "MF-21", "MF-26", "MF-68");
    }

    /** Queues share nothing but the platform, whose calls every projection keeps. */
    @Override
    public Map<Long, History> projections(History history) {
        Map<Long, History> projections = new TreeMap<>();
        queues.homes().forEach(home -> projections.put(home, history.keep(event -> queues.concerns(event, home))));
        return projections;
    }

    /** They do not: each queue alone might have the platform's calls take effect in another order. */
    @Override
    public boolean projectionsDecide() {
        return false;
    }

    @Override
    public MediaFoundation project(MediaFoundation state, long key) {
        return state.only(queue -> queues.home(queue) == key);
    }

    @Override
    public boolean asks(Event event) {
        boolean enqueues = event.op().startsWith("put") || event.op().matches("schedule|add_periodic");
        return event.kind() == Kind.RETURN && enqueues && Objects.equals(event.status(), 0L);
    }
}
