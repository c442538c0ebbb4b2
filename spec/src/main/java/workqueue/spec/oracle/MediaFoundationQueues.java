package workqueue.spec.oracle;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import workqueue.spec.history.Event;
import workqueue.spec.model.MediaFoundation;

/** Which queue each call and run of a recording of profile {@code mf} is about, and what can be judged without the rest. */
final class MediaFoundationQueues {
    private static final Set<String> PUTS = Set.of("put", "put_ex", "put2");
    private static final Set<String> DEFERRALS = Set.of("schedule", "put_waiting");

    private final Script script;
    private final MediaFoundationPeriodicCallbacks periodic;
    /** Where scheduled and waiting items go, whatever their events are labelled with (rule MF-41). */
    private final long callbackQueue;
    /** The queues that each item was put to. */
    private final Map<Long, Set<Long>> queuesOf = new HashMap<>();
    /** The queues that a run may be of, by its id, where that is not the one that it is recorded with. */
    private final Map<Long, Set<Long>> queuesOfRun = new HashMap<>();
    /** The least of the queues that must be judged together with a queue; none if it can be judged alone. */
    private final Map<Long, Long> homes = new HashMap<>();
    /** The projection that an event belongs to, by seq; an event of the platform belongs to all. */
    private final Map<Long, Long> keys = new HashMap<>();

    MediaFoundationQueues(Script script, MediaFoundationPeriodicCallbacks periodic) {
        this.script = script;
        this.periodic = periodic;
        this.callbackQueue = script.history().header().number("callbackQueue", MediaFoundation.STANDARD);
        noteItems();
        queuesOf.values().forEach(this::shareHome);
        script.runs().stream().filter(run -> isAmbiguous(run.item())).forEach(this::shareHome);
        script.calls().stream()
                .filter(call -> call.op().equals("allocate_serial_queue") && call.queue() != null && call.arg() != null)
                .filter(call -> !MediaFoundation.isPlatform(call.arg()))
                .forEach(call -> shareHome(new TreeSet<>(List.of(call.queue(), call.arg()))));
        script.calls().stream()
                .filter(call -> call.op().equals("lock_shared_queue") && call.queue() != null)
                .collect(groupingBy(Call::arg, mapping(Call::queue, toCollection(TreeSet::new))))
                .values()
                .forEach(this::shareHome);
        assignKeys();
    }

    private void noteItems() {
        Set<Long> deferred = new HashSet<>();
        for (int moment = 0; moment < script.length(); moment++) {
            Call call = script.callAt(moment);
            Run run = script.runAt(moment);
            if (call != null && isEnqueue(call)) {
                queuesOf.computeIfAbsent(call.item(), item -> new TreeSet<>()).add(of(call));
                if (isDeferral(call)) {
                    deferred.add(call.item());
                }
            } else if (run != null && run.at() == moment && isLabelled(run, deferred)) {
                Set<Long> possible = new TreeSet<>(queuesOf.getOrDefault(run.item(), Set.of()));
                if (periodic.has(run.item())) {
                    possible.add(MediaFoundation.TIMER); // MF-46
                }
                queuesOfRun.put(run.id(), possible);
            }
        }
    }

    private boolean isLabelled(Run run, Set<Long> deferred) {
        return isAmbiguous(run.item()) || deferred.contains(run.item()) || periodic.has(run.item());
    }

    private void shareHome(Run run) {
        Set<Long> queues = new TreeSet<>(of(run));
        queues.add(run.queue());
        shareHome(queues);
    }

    private void shareHome(Set<Long> queues) {
        Set<Long> old = new TreeSet<>();
        queues.forEach(queue -> old.add(home(queue)));
        long least = old.iterator().next();
        queues.forEach(queue -> homes.put(queue, least));
        homes.replaceAll((queue, home) -> old.contains(home) ? least : home);
    }

    private void assignKeys() {
        for (int moment = 0; moment < script.length(); moment++) {
            Long queue = queueAt(moment);
            if (queue != null) {
                keys.put(script.event(moment).seq(), home(queue));
            }
        }
    }

    private Long queueAt(int moment) {
        if (script.callAt(moment) != null) {
            return of(script.callAt(moment));
        }
        Run run = script.runAt(moment);
        return run != null ? of(run).iterator().next() : script.event(moment).queue();
    }

    /** Whether a call puts an item on a queue at once. */
    static boolean isPut(Call call) {
        return PUTS.contains(call.op());
    }

    /** Whether a call schedules an item or puts it to wait. */
    static boolean isDeferral(Call call) {
        return DEFERRALS.contains(call.op());
    }

    /** Whether a call asks for a run. */
    static boolean isEnqueue(Call call) {
        return isPut(call) || isDeferral(call);
    }

    /** The queue that a call is about; null if it is about the platform, or nobody has learned which. */
    Long of(Call call) {
        if (MediaFoundationPeriodicCallbacks.isOf(call)) {
            return MediaFoundation.TIMER;
        }
        return isDeferral(call) || call.op().equals("cancel") ? Long.valueOf(callbackQueue) : call.queue();
    }

    /**
     * The queues that a run may be of. The queue that it is recorded with is a label that the callback knows, so it tells
     * nothing of an item that was put to several queues before, is taken to its queue by the platform, or is called
     * periodically.
     */
    Set<Long> of(Run run) {
        return queuesOfRun.getOrDefault(run.id(), Set.of(run.queue()));
    }

    /** Whether the item was put to several queues, or to one and is called periodically as well. */
    boolean isAmbiguous(long item) {
        return queuesOf.getOrDefault(item, Set.of()).size() + (periodic.has(item) ? 1 : 0) > 1;
    }

    /** The least of the queues that are judged together with a queue. */
    long home(long queue) {
        return homes.getOrDefault(queue, queue);
    }

    /** The homes of all queues that something happens on. */
    Set<Long> homes() {
        return new TreeSet<>(keys.values());
    }

    /** Whether an event is of the queues with that home, or of the platform. */
    boolean concerns(Event event, long home) {
        return Objects.equals(keys.getOrDefault(event.seq(), home), home);
    }
}
