package workqueue.spec.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import workqueue.spec.model.Deferred;
import workqueue.spec.model.Instance;
import workqueue.spec.model.MediaFoundation;
import workqueue.spec.model.Policy;
import workqueue.spec.model.WorkQueue;

/** What the rest of a recording of profile {@code mf} tells about the order in which items must wait. */
final class MediaFoundationOrder {
    /** The items of one priority on one queue, which run in order if the queue is serial. */
    private record Lane(long queue, int priority) {}

    private final MediaFoundationQueues queues;
    private final Ahead<Place> ahead;
    /** The priorities that each item was put with. */
    private final Map<Long, Set<Integer>> prioritiesOf = new HashMap<>();
    /** The items that were put to several queues or with several priorities, so that their runs may be of several lanes. */
    private final Set<Long> stray = new HashSet<>();
    /** The runs that are certainly of a lane, in order. */
    private final Map<Lane, List<Run>> runsByLane = new HashMap<>();

    MediaFoundationOrder(Script script, MediaFoundationQueues queues) {
        this.queues = queues;
        this.ahead = new Ahead<>(
                script,
                run -> new Place(queues.of(run).iterator().next(), run.item()),
                MediaFoundationQueues::isEnqueue,
                call -> new Place(queues.of(call), call.item()));
        script.calls().stream()
                .filter(MediaFoundationQueues::isEnqueue)
                .forEach(call -> prioritiesOf
                        .computeIfAbsent(call.item(), item -> new TreeSet<>())
                        .add(priority(call)));
        prioritiesOf.forEach((item, priorities) -> {
            if (priorities.size() > 1 || queues.isAmbiguous(item)) {
                stray.add(item);
            }
        });
        script.runs().stream()
                .filter(run -> !stray.contains(run.item()))
                .forEach(run -> runsByLane
                        .computeIfAbsent(lane(run), lane -> new ArrayList<>())
                        .add(run));
    }

    /** The priority of an item that is put: 0 unless the call says otherwise (rule MF-36). */
    static int priority(Call call) {
        return call.op().equals("put2") && call.arg() != null ? Math.toIntExact(call.arg()) : 0;
    }

    static boolean isSerial(WorkQueue queue) {
        return queue.policy().exclusion() == Policy.Exclusion.DEQUEUE;
    }

    private Lane lane(Run run) {
        int priority =
                prioritiesOf.getOrDefault(run.item(), Set.of(0)).iterator().next();
        return new Lane(queues.of(run).iterator().next(), priority);
    }

    /**
     * Whether there are, or may come to be, more instances of an item than runs ahead, so that one of them must go.
     *
     * @param done the calls under way that had their point
     */
    boolean isSuperfluous(MediaFoundation state, Place place, int moment, Done done) {
        return queues.isAmbiguous(place.item()) || supply(state, place, moment, done) > ahead.begins(place, moment);
    }

    /** Whether the runs that begin after a call need every instance of an item that there is or may come to be. */
    boolean areNeededAfter(Call call, MediaFoundation state, Place place) {
        int begins = call.pending() ? 0 : ahead.begins(place, call.to());
        return begins > 0
                && !queues.isAmbiguous(place.item())
                && supply(state, place, call.from(), Done.NONE) <= begins;
    }

    private int supply(MediaFoundation state, Place place, int moment, Done done) {
        int deferred = 0;
        for (Deferred item : state.deferred().values()) {
            deferred += item.item() == place.item() && item.queue() == place.queue() ? 1 : 0;
        }
        return state.queue(place.queue()).owed(place.item()) + deferred + ahead.enqueues(place, moment, done);
    }

    /**
     * The keys of the deferred items that must fire next if more than one is to fire: those that will begin first. What an
     * item put to several queues will do is not known.
     */
    Set<Long> nextToFire(MediaFoundation state, int moment) {
        Map<Long, Integer> begins = new HashMap<>();
        state.deferred().forEach((key, item) -> {
            Place place = new Place(item.queue(), item.item());
            int owed = state.queue(item.queue()).owed(item.item());
            begins.put(key, ahead.begin(place, moment, owed));
        });
        int first = begins.values().stream().min(Integer::compare).orElse(Integer.MAX_VALUE);
        return begins.keySet().stream()
                .filter(key -> (begins.get(key) == first && first < Integer.MAX_VALUE)
                        || queues.isAmbiguous(state.deferred().get(key).item()))
                .collect(Collectors.toSet());
    }

    /**
     * Whether on every serial queue the pending items of a priority stand in the order in which they will begin, leaving
     * out those that will be dropped.
     *
     * @param before a state of which that is known: only queues that have taken in an item since then are gone through
     */
    boolean isPlausible(MediaFoundation before, MediaFoundation state, int moment, Done done) {
        for (Map.Entry<Long, WorkQueue> entry : state.queues().entrySet()) {
            long id = entry.getKey();
            WorkQueue queue = entry.getValue();
            if (isSerial(queue) && hasTakenIn(before.queue(id), queue) && !isInOrder(state, id, moment, done)) {
                return false;
            }
        }
        return true;
    }

    /** Whether something is waiting that was not, or has been dequeued since. */
    private static boolean hasTakenIn(WorkQueue before, WorkQueue queue) {
        return queue.queue().size() > before.queue().size()
                || queue.dequeued().size() > before.dequeued().size();
    }

    private boolean isInOrder(MediaFoundation state, long id, int moment, Done done) {
        WorkQueue queue = state.queue(id);
        List<Instance> waiting = new ArrayList<>(queue.dequeued().keySet());
        waiting.addAll(queue.queue());
        Map<Integer, ListIterator<Run>> next = new HashMap<>();
        for (Instance instance : waiting) {
            if (stray.contains(instance.item())) {
                continue;
            }
            ListIterator<Run> runs =
                    next.computeIfAbsent(instance.priority(), priority -> runsFrom(new Lane(id, priority), moment));
            if (!isNext(instance.item(), runs) && !isSuperfluous(state, new Place(id, instance.item()), moment, done)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the next run is of the item; then goes on to the one after it. */
    private static boolean isNext(long item, ListIterator<Run> runs) {
        if (!runs.hasNext()) {
            return false;
        }
        boolean isNext = runs.next().item() == item;
        if (!isNext) {
            runs.previous();
        }
        return isNext;
    }

    /** The runs of a lane, at the first that begins at a moment or later. */
    private ListIterator<Run> runsFrom(Lane lane, int moment) {
        List<Run> runs = runsByLane.getOrDefault(lane, List.of());
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
        return runs.listIterator(low);
    }
}
