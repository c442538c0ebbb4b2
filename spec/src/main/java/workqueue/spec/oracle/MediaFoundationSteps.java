package workqueue.spec.oracle;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import workqueue.spec.model.Action;
import workqueue.spec.model.Instance;
import workqueue.spec.model.MediaFoundation;
import workqueue.spec.model.WorkQueue;

/** Actions of Media Foundation as a recording of them is searched. */
final class MediaFoundationSteps {
    private MediaFoundationSteps() {}

    /** An action that may put an item on a queue; if that is not serial, the item takes its place by number. */
    record Sorted(long queue, Action<MediaFoundation> action) implements Action<MediaFoundation> {
        @Override
        public boolean possible(MediaFoundation state) {
            return action.possible(state);
        }

        @Override
        public Set<String> broken(MediaFoundation state) {
            return action.broken(state);
        }

        @Override
        public MediaFoundation apply(MediaFoundation state) {
            MediaFoundation next = action.apply(state);
            WorkQueue some = next.queue(queue);
            if (MediaFoundationOrder.isSerial(some)) {
                return next;
            }
            List<Instance> sorted = some.queue().stream()
                    .sorted(Comparator.comparingLong(Instance::item)
                            .thenComparing(Instance::cancelled)
                            .thenComparing(Instance::priority))
                    .toList();
            return next.with(
                    queue, new WorkQueue(some.policy(), sorted, some.dequeued(), some.running(), some.flushing()));
        }
    }

    /** An item of a queue that is not serial is dequeued, wherever it stands, and begins. */
    record Taken(long queue, int index, Action<MediaFoundation> entry) implements Action<MediaFoundation> {
        @Override
        public MediaFoundation apply(MediaFoundation state) {
            return entry.apply(new MediaFoundation.Dequeue(queue, index).apply(state));
        }
    }

    /** A begin that a family's rule forbids. */
    record Blamed(String rule, Action<MediaFoundation> begin) implements Action<MediaFoundation> {
        @Override
        public Set<String> broken(MediaFoundation state) {
            return Set.of(rule);
        }

        @Override
        public MediaFoundation apply(MediaFoundation state) {
            return begin.apply(state);
        }
    }
}
