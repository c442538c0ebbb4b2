package workqueue.properties.graph;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import workqueue.spec.model.Action;
import workqueue.spec.model.Deferred;
import workqueue.spec.model.Instance;
import workqueue.spec.model.MediaFoundation;
import workqueue.spec.model.MediaFoundationScheduled;
import workqueue.spec.model.WorkQueue;

/**
 * MediaFoundation and MediaFoundationScheduled, with the constants of a model.
 *
 * @param queues the queues, by identifier; the private ones are serial
 * @param items i1 and so on
 * @param workers w1 and so on
 * @param keys k1 and so on; without any it is MediaFoundation
 * @param urgent the item that is more urgent than the others, or 0
 */
record MediaFoundationTwin(
        Map<Long, String> queues,
        List<Long> items,
        List<Long> workers,
        List<Long> keys,
        long urgent,
        int maxStartups,
        int maxLocks,
        int maxPuts)
        implements Twin<MediaFoundation> {
    private static final long STANDARD = MediaFoundation.STANDARD;
    private static final long MULTITHREADED = 5;

    /** A platform queue and a private one, both serial. */
    static MediaFoundationTwin standardAndPrivate() {
        Map<Long, String> queues = Map.of(STANDARD, "standard", 0x10000L, "private");
        return new MediaFoundationTwin(queues, List.of(1L, 2L), List.of(1L, 2L), List.of(), 0, 2, 2, 2);
    }

    /** Two private queues, either of which may stand over the other. */
    static MediaFoundationTwin serialOverSerial() {
        Map<Long, String> queues = Map.of(0x10000L, "below", 0x20001L, "above");
        return new MediaFoundationTwin(queues, List.of(1L), List.of(1L), List.of(), 0, 1, 1, 1);
    }

    /** Two priorities, on a serial queue and on one that is not. */
    static MediaFoundationTwin priorities() {
        Map<Long, String> queues = Map.of(STANDARD, "standard", MULTITHREADED, "multithreaded");
        return new MediaFoundationTwin(queues, List.of(1L, 2L), List.of(1L), List.of(), 1, 1, 1, 3);
    }

    /** Two keys of one item, whose callback names the standard queue. */
    static MediaFoundationTwin scheduled() {
        Map<Long, String> queues = Map.of(STANDARD, "standard");
        return new MediaFoundationTwin(queues, List.of(1L), List.of(1L), List.of(1L, 2L), 0, 1, 1, 2);
    }

    @Override
    public MediaFoundation initial() {
        return MediaFoundation.initial(workers.size());
    }

    private List<Long> privateQueues() {
        return queues.keySet().stream()
                .filter(queue -> !MediaFoundation.isPlatform(queue))
                .toList();
    }

    @Override
    public Collection<? extends Action<MediaFoundation>> candidates(MediaFoundation state) {
        List<Action<MediaFoundation>> actions = new ArrayList<>();
        if (state.startups() < maxStartups) {
            actions.add(new MediaFoundation.Startup());
        }
        actions.add(new MediaFoundation.Shutdown());
        if (keys.isEmpty()) {
            actions.add(new MediaFoundation.RefuseAllocate());
            privateQueues().forEach(queue -> ofPrivateQueue(state, queue, actions));
        }
        queues.keySet().forEach(queue -> ofQueue(state, queue, actions));
        keys.forEach(key -> ofKey(state, key, actions));
        return actions;
    }

    private void ofPrivateQueue(MediaFoundation state, long queue, List<Action<MediaFoundation>> actions) {
        actions.add(new MediaFoundation.Allocate(queue, true));
        privateQueues().stream()
                .filter(base -> base != queue)
                .forEach(base -> actions.add(new MediaFoundation.Allocate(queue, true, base)));
        if (state.locks().getOrDefault(queue, 0) < maxLocks) {
            actions.add(new MediaFoundation.Lock(queue));
        }
        actions.add(new MediaFoundation.Unlock(queue));
        actions.add(new MediaFoundation.RefuseLock(queue));
    }

    private void ofQueue(MediaFoundation state, long queue, List<Action<MediaFoundation>> actions) {
        for (long item : items) {
            if (outstanding(state) < maxPuts) {
                actions.add(new MediaFoundation.Accept(queue, item, item == urgent ? 1 : 0));
            }
            if (keys.isEmpty()) {
                actions.add(new MediaFoundation.RefuseShutdown(queue, item));
                actions.add(new MediaFoundation.RefuseInvalid(queue, item));
            }
        }
        if (keys.isEmpty() && MediaFoundation.isPlatform(queue)) {
            actions.add(new MediaFoundation.LockPlatformQueue(queue));
        }
        for (long worker : workers) {
            state.queue(queue)
                    .dequeued()
                    .keySet()
                    .forEach(instance -> actions.add(new MediaFoundation.Enter(worker, queue, instance)));
            actions.add(new MediaFoundation.Finish(worker, queue));
        }
        for (int index = 0; index < state.queue(queue).queue().size(); index++) {
            actions.add(new MediaFoundation.Dequeue(queue, index));
            actions.add(new MediaFoundation.Discard(queue, index));
        }
    }

    private void ofKey(MediaFoundation state, long key, List<Action<MediaFoundation>> actions) {
        if (outstanding(state) < maxPuts) {
            for (long item : items) {
                actions.add(new MediaFoundationScheduled.Defer(key, new Deferred(item, STANDARD, true)));
                actions.add(new MediaFoundationScheduled.Defer(key, new Deferred(item, STANDARD, false)));
            }
        }
        actions.add(new MediaFoundationScheduled.Fire(key));
        actions.add(new MediaFoundationScheduled.Lapse(key));
        actions.add(new MediaFoundationScheduled.Cancel(key));
        actions.add(new MediaFoundationScheduled.CancelTooLate(key));
        actions.add(new MediaFoundationScheduled.RefuseCancel(key));
        actions.add(new MediaFoundationScheduled.RefuseCancelShutdown(key));
    }

    private static int outstanding(MediaFoundation state) {
        int count = state.deferred().size();
        for (WorkQueue queue : state.queues().values()) {
            count += queue.queue().size() + queue.running().size();
            count += queue.dequeued().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
        }
        return count;
    }

    @Override
    public Map<String, Object> variables(MediaFoundation state) {
        Map<Object, Object> queue = new HashMap<>();
        Map<Object, Object> dequeued = new HashMap<>();
        Map<Object, Object> running = new HashMap<>();
        workers.forEach(worker -> running.put("w" + worker, "Idle"));
        queues.forEach((id, name) -> {
            WorkQueue one = state.queue(id);
            queue.put(
                    name,
                    one.queue().stream().map(MediaFoundationTwin::delivery).toList());
            dequeued.put(name, Twin.bag(one.dequeued(), MediaFoundationTwin::delivery));
            one.running()
                    .forEach((worker, run) -> running.put("w" + worker, Map.of("queue", name, "item", delivery(run))));
        });
        Map<Object, Object> locks = new HashMap<>();
        Map<Object, Object> keeps = new HashMap<>();
        privateQueues().forEach(id -> {
            locks.put(queues.get(id), (long) state.locks().getOrDefault(id, 0));
            keeps.put(queues.get(id), names(state.keeps().getOrDefault(id, Set.of())));
        });
        Map<String, Object> variables = new HashMap<>(Map.of(
                "startups",
                (long) state.startups(),
                "locks",
                Twin.function(locks),
                "allocated",
                names(state.allocated()),
                "keeps",
                Twin.function(keeps),
                "queue",
                queue,
                "dequeued",
                dequeued,
                "running",
                running));
        if (!keys.isEmpty()) {
            Map<Object, Object> deferred = new HashMap<>();
            keys.forEach(
                    key -> deferred.put("k" + key, deferred(state.deferred().get(key))));
            variables.put("deferred", deferred);
        }
        return variables;
    }

    private Set<Object> names(Set<Long> ids) {
        Set<Object> names = new HashSet<>();
        ids.forEach(id -> names.add(queues.get(id)));
        return names;
    }

    private static Object deferred(Deferred item) {
        return item == null ? "Consumed" : Map.of("item", "i" + item.item(), "timed", item.timed());
    }

    /** An item as a queue holds it: c1 tells that i1 was cancelled. */
    private static Object delivery(Instance instance) {
        return (instance.cancelled() ? "c" : "i") + instance.item();
    }

    @Override
    public List<Object> label(Action<MediaFoundation> action) {
        String name = action.getClass().getSimpleName();
        if (action instanceof MediaFoundation.Allocate a) {
            return a.base() == null
                    ? List.of(name, queues.get(a.queue()))
                    : List.of("AllocateSerial", queues.get(a.queue()), queues.get(a.base()));
        } else if (action instanceof MediaFoundation.Finish a) {
            return List.of(name, "w" + a.worker());
        } else if (action instanceof MediaFoundation.Enter a) {
            return List.of(name, "w" + a.worker(), queues.get(a.queue()), delivery(a.instance()));
        } else if (action instanceof MediaFoundationScheduled.Defer a) {
            return List.of(name, "k" + a.key(), "i" + a.item().item(), a.item().timed());
        }
        List<Object> label = new ArrayList<>(List.of(name));
        for (RecordComponent component : action.getClass().getRecordComponents()) {
            argument(component.getName(), value(component, action)).ifPresent(label::add);
        }
        return label;
    }

    static Object value(RecordComponent component, Action<MediaFoundation> action) {
        try {
            return component.getAccessor().invoke(action);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Object> argument(String name, Object value) {
        return switch (name) {
            case "queue" -> Optional.of(queues.get(value));
            case "item" -> Optional.of("i" + value);
            case "key" -> Optional.of("k" + value);
            case "index" -> Optional.of((Integer) value + 1L);
            default -> Optional.empty(); // the module has it as a constant
        };
    }
}
