package workqueue.spec.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.history.Kind;
import workqueue.spec.model.Action;
import workqueue.spec.model.Instance;
import workqueue.spec.model.MediaFoundation;
import workqueue.spec.model.Policy;
import workqueue.spec.model.WorkQueue;

/**
 * What a recording of profile {@code mf} means. Every call answers with a status, which says what it did at its point.
 *
 * <p>A queue that is not serial has no limit of workers, so the order of its dequeues cannot be seen: any pending item may
 * begin next, the others having been dequeued before it and being about to begin. Its pending items are therefore kept
 * sorted, not in order of arrival, and a begin takes its item from anywhere.
 */
final class MediaFoundationSemantics implements Semantics<MediaFoundation> {
    private static final String OK = "00000000";
    private static final String SHUTDOWN = "c00d3e85";
    private static final String INVALID_WORKQUEUE = "c00d36ff";
    private static final long MULTITHREADED = 2;

    private final Script script;
    private final Ahead<Place> ahead;
    /** The queues that each item was put to. */
    private final Map<Long, Set<Long>> queuesOf = new HashMap<>();
    /** The least of the queues that share items with a queue, itself if it shares none. */
    private final Map<Long, Long> homes = new HashMap<>();
    /** The projection that an event belongs to, by seq; an event of the platform belongs to all. */
    private final Map<Long, Long> keys = new HashMap<>();
    /** The runs that are certainly of a queue, in order. */
    private final Map<Long, List<Run>> runsByQueue = new HashMap<>();

    MediaFoundationSemantics(Script script) {
        this.script = script;
        this.ahead = new Ahead<>(
                script,
                run -> new Place(run.queue(), run.item()),
                MediaFoundationSemantics::isPut,
                call -> new Place(call.queue(), call.item()));
        script.calls().stream()
                .filter(MediaFoundationSemantics::isPut)
                .forEach(put -> queuesOf.computeIfAbsent(put.item(), item -> new TreeSet<>())
                        .add(put.queue()));
        queuesOf.values().forEach(this::shareHome);
        script.runs().stream().filter(run -> isAmbiguous(run.item())).forEach(run -> {
            Set<Long> queues = new TreeSet<>(queuesOf(run));
            queues.add(run.queue());
            shareHome(queues);
        });
        assignKeys();
        script.runs().stream()
                .filter(run -> !isAmbiguous(run.item()))
                .forEach(run -> runsByQueue
                        .computeIfAbsent(run.queue(), q -> new ArrayList<>())
                        .add(run));
    }

    private void assignKeys() {
        for (int moment = 0; moment < script.length(); moment++) {
            Call call = script.callAt(moment);
            Long queue = call != null ? call.queue() : script.event(moment).queue();
            if (queue != null) {
                keys.put(script.event(moment).seq(), homes.getOrDefault(queue, queue));
            }
        }
    }

    private void shareHome(Set<Long> queues) {
        Set<Long> old = new TreeSet<>();
        queues.forEach(queue -> old.add(homes.getOrDefault(queue, queue)));
        long least = old.iterator().next();
        queues.forEach(queue -> homes.put(queue, least));
        homes.replaceAll((queue, home) -> old.contains(home) ? least : home);
    }

    /**
     * Whether the item was put to several queues. The queue that a run of it is recorded with is a label that the callback
     * knows, so the run may be of any of them.
     */
    private boolean isAmbiguous(long item) {
        return queuesOf.getOrDefault(item, Set.of()).size() > 1;
    }

    private Set<Long> queuesOf(Run run) {
        return isAmbiguous(run.item()) ? queuesOf.get(run.item()) : Set.of(run.queue());
    }

    private static boolean isPut(Call call) {
        return call.op().equals("put") || call.op().equals("put_ex");
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
            case "allocate_queue", "allocate_serial_queue" -> allocate(call);
            case "lock_queue" -> lock(call, new MediaFoundation.Lock(call.queue()));
            case "unlock_queue" -> lock(call, new MediaFoundation.Unlock(call.queue()));
            case "put", "put_ex" -> put(call);
            default -> List.of(Then.nothing()); // refused calls of operations that are not modelled
        };
    }

    private static List<Action<MediaFoundation>> either(
            Call call, Action<MediaFoundation> ok, Action<MediaFoundation> failed) {
        if (call.pending()) {
            return List.of(ok, failed);
        }
        return List.of(OK.equals(call.status()) ? ok : failed);
    }

    private static List<? extends Action<MediaFoundation>> allocate(Call call) {
        if (call.pending()) {
            return List.of(Then.nothing()); // a queue whose identifier nobody has learned
        }
        boolean serial = call.op().equals("allocate_serial_queue") || !Objects.equals(call.arg(), MULTITHREADED);
        String status = Objects.requireNonNullElse(call.status(), "");
        return List.of(
                switch (status) {
                    case OK -> new MediaFoundation.Allocate(call.queue(), serial);
                    case SHUTDOWN -> new MediaFoundation.RefuseAllocate();
                    default -> Then.<MediaFoundation>nothing();
                });
    }

    private static List<? extends Action<MediaFoundation>> lock(Call call, Action<MediaFoundation> ok) {
        return MediaFoundation.isPlatform(call.queue())
                ? List.of(new MediaFoundation.LockPlatformQueue(call.queue()))
                : either(call, ok, new MediaFoundation.RefuseLock(call.queue()));
    }

    private static List<? extends Action<MediaFoundation>> put(Call call) {
        long queue = call.queue();
        long item = call.item();
        Action<MediaFoundation> accept = new Put(queue, item);
        Action<MediaFoundation> late = new MediaFoundation.RefuseShutdown(queue, item);
        Action<MediaFoundation> nowhere = new MediaFoundation.RefuseInvalid(queue, item);
        if (call.pending()) {
            return List.of(accept, late, nowhere);
        }
        return List.of(
                switch (Objects.requireNonNullElse(call.status(), "")) {
                    case OK -> accept;
                    case SHUTDOWN -> late;
                    case INVALID_WORKQUEUE -> nowhere;
                    default -> Then.<MediaFoundation>nothing();
                });
    }

    @Override
    public List<? extends Action<MediaFoundation>> begin(MediaFoundation state, Run run) {
        List<Action<MediaFoundation>> entries = new ArrayList<>();
        for (long id : queuesOf(run)) {
            WorkQueue queue = state.queue(id);
            int index = isSerial(queue) ? -1 : indexOf(queue, run.item());
            entries.add(
                    index < 0
                            ? new MediaFoundation.Enter(run.id(), id, run.item())
                            : new Take(run.id(), id, run.item(), index));
        }
        return entries;
    }

    @Override
    public List<? extends Action<MediaFoundation>> end(MediaFoundation state, Run run) {
        return queuesOf(run).stream()
                .map(queue -> new MediaFoundation.Finish(run.id(), queue))
                .toList();
    }

    /** The dequeue that a begin on a serial queue waits for, and drops of what will not run. */
    @Override
    public List<? extends Action<MediaFoundation>> hidden(MediaFoundation state, int moment, Set<String> waived) {
        List<Action<MediaFoundation>> actions = new ArrayList<>();
        Run here = moment < script.length() ? script.runAt(moment) : null;
        if (here != null) {
            for (long id : queuesOf(here)) {
                dequeues(state.queue(id), id, waived.contains("O1"), actions);
            }
        }
        if (!state.started() || waived.contains("MF-66")) {
            state.queues().forEach((id, queue) -> drops(queue, id, moment, actions));
        }
        return actions;
    }

    private static void dequeues(WorkQueue queue, long id, boolean anywhere, List<Action<MediaFoundation>> actions) {
        int size = isSerial(queue) ? queue.queue().size() : 0;
        for (int index = 0; index < (anywhere ? size : Math.min(size, 1)); index++) {
            actions.add(new MediaFoundation.Dequeue(id, index));
        }
    }

    private void drops(WorkQueue queue, long id, int moment, List<Action<MediaFoundation>> actions) {
        for (int index = 0; index < queue.queue().size(); index++) {
            if (isSuperfluous(queue, id, queue.queue().get(index).item(), moment, Set.of())) {
                actions.add(new MediaFoundation.Discard(id, index));
            }
        }
    }

    /** Whether there are, or may come to be, more instances of an item than runs ahead, so that one of them must go. */
    private boolean isSuperfluous(WorkQueue queue, long id, long item, int moment, Set<Long> done) {
        Place place = new Place(id, item);
        int instances = queue.owed(item) + ahead.enqueues(place, moment, done);
        return isAmbiguous(item) || instances > ahead.begins(place, moment);
    }

    @Override
    public List<? extends Action<MediaFoundation>> atRest(MediaFoundation state) {
        return List.of(new MediaFoundation.AtRest());
    }

    /**
     * Every run ahead needs an instance or a put, and on a serial queue the pending items stand in the order in which they
     * will begin, leaving out those that will be dropped.
     */
    @Override
    public boolean plausible(MediaFoundation state, int moment, Set<Long> done) {
        for (Map.Entry<Long, WorkQueue> entry : state.queues().entrySet()) {
            WorkQueue queue = entry.getValue();
            if (isSerial(queue) && !inOrder(queue, entry.getKey(), moment, done)) {
                return false;
            }
        }
        return true;
    }

    private boolean inOrder(WorkQueue queue, long id, int moment, Set<Long> done) {
        List<Run> runs = runsByQueue.getOrDefault(id, List.of());
        int next = runs.size() - runsFrom(runs, moment);
        List<Instance> waiting = new ArrayList<>(queue.dequeued().keySet());
        waiting.addAll(queue.queue());
        for (Instance instance : waiting) {
            if (next < runs.size() && runs.get(next).item() == instance.item()) {
                next++;
            } else if (!isSuperfluous(queue, id, instance.item(), moment, done)) {
                return false;
            }
        }
        return true;
    }

    private static int runsFrom(List<Run> runs, int moment) {
        int low = 0;
        int high = runs.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (runs.get(middle).at() >= moment) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return runs.size() - low;
    }

    private static boolean isSerial(WorkQueue queue) {
        return queue.policy().exclusion() == Policy.Exclusion.DEQUEUE;
    }

    private static int indexOf(WorkQueue queue, long item) {
        for (int index = 0; index < queue.queue().size(); index++) {
            if (queue.queue().get(index).item() == item) {
                return index;
            }
        }
        return -1;
    }

    @Override
    public boolean calm(MediaFoundation state) {
        return state.equals(initial());
    }

    /** A call that failed, though no shutdown does, and a lock or unlock of a platform queue. */
    @Override
    public boolean isIdle(Call call) {
        boolean failed = !call.pending() && !OK.equals(call.status());
        return switch (call.op()) {
            case "shutdown" -> false;
            case "lock_queue", "unlock_queue" -> failed || MediaFoundation.isPlatform(call.queue());
            default -> failed;
        };
    }

    @Override
    public List<String> explanations() {
        return List.of("MF-17", "MF-15", "MF-4", "MF-14", "MF-19", "O1", "S1", "R1", "MF-66", "MF-21", "MF-68");
    }

    /** Queues share nothing but the platform, whose calls every projection keeps. */
    @Override
    public Map<Long, History> projections(History history) {
        Map<Long, History> projections = new TreeMap<>();
        for (long key : keys.values()) {
            projections.computeIfAbsent(key, k -> history.keep(event -> concerns(event, k)));
        }
        return projections;
    }

    /** They do not: each queue alone might have the platform's calls take effect in another order. */
    @Override
    public boolean projectionsDecide() {
        return false;
    }

    @Override
    public MediaFoundation project(MediaFoundation state, long key) {
        return state.only(queue -> homes.getOrDefault(queue, queue) == key);
    }

    @Override
    public boolean concerns(Event event, long key) {
        return keys.getOrDefault(event.seq(), key) == key;
    }

    @Override
    public boolean asks(Event event) {
        return event.kind() == Kind.RETURN && event.op().startsWith("put") && Objects.equals(event.status(), 0L);
    }

    /** A put succeeds; on a queue that is not serial the item takes its place by number. */
    private record Put(long queue, long item) implements Action<MediaFoundation> {
        @Override
        public Set<String> broken(MediaFoundation state) {
            return new MediaFoundation.Accept(queue, item).broken(state);
        }

        @Override
        public MediaFoundation apply(MediaFoundation state) {
            MediaFoundation next = new MediaFoundation.Accept(queue, item).apply(state);
            WorkQueue put = next.queue(queue);
            if (isSerial(put)) {
                return next;
            }
            List<Instance> sorted = put.queue().stream()
                    .sorted(Comparator.comparingLong(Instance::item))
                    .toList();
            return next.with(queue, new WorkQueue(put.policy(), sorted, put.dequeued(), put.running(), put.flushing()));
        }
    }

    /** An item of a queue that is not serial is dequeued, wherever it stands, and begins. */
    private record Take(long worker, long queue, long item, int index) implements Action<MediaFoundation> {
        @Override
        public MediaFoundation apply(MediaFoundation state) {
            MediaFoundation dequeued = new MediaFoundation.Dequeue(queue, index).apply(state);
            return new MediaFoundation.Enter(worker, queue, item).apply(dequeued);
        }
    }
}
