package workqueue.properties.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import workqueue.spec.model.Action;
import workqueue.spec.model.Instance;
import workqueue.spec.model.MediaFoundation;
import workqueue.spec.model.WorkQueue;

/** MediaFoundation with items i1, i2, workers w1, w2, the standard queue and one private one, both serial. */
final class MediaFoundationTwin implements Twin<MediaFoundation> {
    private static final int MAX_STARTUPS = 2;
    private static final int MAX_LOCKS = 2;
    private static final int MAX_PUTS = 2;
    private static final List<Long> ITEMS = List.of(1L, 2L);
    private static final List<Long> WORKERS = List.of(1L, 2L);
    private static final long PRIVATE = 0x10000;
    private static final Map<Long, String> QUEUES = Map.of(MediaFoundation.STANDARD, "standard", PRIVATE, "private");

    @Override
    public MediaFoundation initial() {
        return MediaFoundation.initial(WORKERS.size());
    }

    @Override
    public Collection<? extends Action<MediaFoundation>> candidates(MediaFoundation state) {
        List<Action<MediaFoundation>> actions = new ArrayList<>();
        if (state.startups() < MAX_STARTUPS) {
            actions.add(new MediaFoundation.Startup());
        }
        actions.add(new MediaFoundation.Shutdown());
        actions.add(new MediaFoundation.Allocate(PRIVATE, true));
        actions.add(new MediaFoundation.RefuseAllocate());
        actions.add(new MediaFoundation.LockPlatformQueue(MediaFoundation.STANDARD));
        if (state.locks().getOrDefault(PRIVATE, 0) < MAX_LOCKS) {
            actions.add(new MediaFoundation.Lock(PRIVATE));
        }
        actions.add(new MediaFoundation.Unlock(PRIVATE));
        actions.add(new MediaFoundation.RefuseLock(PRIVATE));
        for (long queue : QUEUES.keySet()) {
            ofQueue(state, queue, actions);
        }
        return actions;
    }

    private static void ofQueue(MediaFoundation state, long queue, List<Action<MediaFoundation>> actions) {
        for (long item : ITEMS) {
            if (outstanding(state) < MAX_PUTS) {
                actions.add(new MediaFoundation.Accept(queue, item));
            }
            actions.add(new MediaFoundation.RefuseShutdown(queue, item));
            actions.add(new MediaFoundation.RefuseInvalid(queue, item));
            for (long worker : WORKERS) {
                actions.add(new MediaFoundation.Enter(worker, queue, item));
            }
        }
        for (long worker : WORKERS) {
            actions.add(new MediaFoundation.Finish(worker, queue));
        }
        for (int index = 0; index < state.queue(queue).queue().size(); index++) {
            actions.add(new MediaFoundation.Dequeue(queue, index));
            actions.add(new MediaFoundation.Discard(queue, index));
        }
    }

    private static int outstanding(MediaFoundation state) {
        int count = 0;
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
        WORKERS.forEach(worker -> running.put("w" + worker, "Idle"));
        QUEUES.forEach((id, name) -> {
            WorkQueue one = state.queue(id);
            queue.put(name, one.queue().stream().map(MediaFoundationTwin::item).toList());
            dequeued.put(name, Twin.bag(one.dequeued(), MediaFoundationTwin::item));
            one.running().forEach((worker, run) -> running.put("w" + worker, Map.of("queue", name, "item", item(run))));
        });
        Set<Object> allocated = new HashSet<>();
        state.allocated().forEach(id -> allocated.add(QUEUES.get(id)));
        return Map.of(
                "startups", (long) state.startups(),
                "locks", Map.of("private", (long) state.locks().getOrDefault(PRIVATE, 0)),
                "allocated", allocated,
                "queue", queue,
                "dequeued", dequeued,
                "running", running);
    }

    private static Object item(Instance instance) {
        return "i" + instance.item();
    }

    @Override
    public List<Object> label(Action<MediaFoundation> action) {
        List<Object> label = new ArrayList<>(List.of(action.getClass().getSimpleName()));
        if (action instanceof MediaFoundation.Allocate a) {
            label.add(QUEUES.get(a.queue()));
        } else if (action instanceof MediaFoundation.Lock a) {
            label.add(QUEUES.get(a.queue()));
        } else if (action instanceof MediaFoundation.Unlock a) {
            label.add(QUEUES.get(a.queue()));
        } else if (action instanceof MediaFoundation.RefuseLock a) {
            label.add(QUEUES.get(a.queue()));
        } else if (action instanceof MediaFoundation.LockPlatformQueue a) {
            label.add(QUEUES.get(a.queue()));
        } else if (action instanceof MediaFoundation.Accept a) {
            label.addAll(List.of(QUEUES.get(a.queue()), "i" + a.item()));
        } else if (action instanceof MediaFoundation.RefuseShutdown a) {
            label.addAll(List.of(QUEUES.get(a.queue()), "i" + a.item()));
        } else if (action instanceof MediaFoundation.RefuseInvalid a) {
            label.addAll(List.of(QUEUES.get(a.queue()), "i" + a.item()));
        } else if (action instanceof MediaFoundation.Dequeue a) {
            label.add(QUEUES.get(a.queue()));
        } else if (action instanceof MediaFoundation.Enter a) {
            label.addAll(List.of("w" + a.worker(), QUEUES.get(a.queue()), "i" + a.item()));
        } else if (action instanceof MediaFoundation.Finish a) {
            label.add("w" + a.worker());
        } else if (action instanceof MediaFoundation.Discard a) {
            label.addAll(List.of(QUEUES.get(a.queue()), a.index() + 1L));
        }
        return label;
    }
}
