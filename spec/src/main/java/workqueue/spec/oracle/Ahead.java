package workqueue.spec.oracle;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the rest of a history holds, by key (an item, or an item on a queue): how many runs still begin, how many enqueues
 * are still to have their point.
 *
 * @param <K> the keys
 */
final class Ahead<K> {
    private static final int[] NONE = {};

    private final Map<K, int[]> begins;
    private final Map<K, int[]> enqueues;
    private final Function<Call, K> keyOfCall;
    private final Predicate<Call> isEnqueue;
    private final Script script;

    Ahead(Script script, Function<Run, K> keyOfRun, Predicate<Call> isEnqueue, Function<Call, K> keyOfCall) {
        this.script = script;
        this.isEnqueue = isEnqueue;
        this.keyOfCall = keyOfCall;
        this.begins = moments(script.runs(), keyOfRun, Run::at);
        this.enqueues = moments(script.calls().stream().filter(isEnqueue).toList(), keyOfCall, Call::from);
    }

    private static <T, K> Map<K, int[]> moments(List<T> things, Function<T, K> key, Function<T, Integer> moment) {
        Map<K, int[]> moments = new HashMap<>();
        things.stream()
                .collect(Collectors.groupingBy(key))
                .forEach((k, some) ->
                        moments.put(k, some.stream().mapToInt(moment::apply).toArray()));
        return moments;
    }

    /** How many runs of the key begin at the moment or later. */
    int begins(K key, int moment) {
        return from(begins.getOrDefault(key, NONE), moment);
    }

    /** The moment of a run of the key that begins at the moment or later, leaving out the first few; or the greatest int. */
    int begin(K key, int moment, int skipped) {
        int[] sorted = begins.getOrDefault(key, NONE);
        int index = sorted.length - from(sorted, moment) + skipped;
        return index < sorted.length ? sorted[index] : Integer.MAX_VALUE;
    }

    /** How many enqueues of the key are under way without having had their point, or come later. */
    int enqueues(K key, int moment, Done done) {
        int count = from(enqueues.getOrDefault(key, NONE), moment);
        for (Call call : script.open(moment)) {
            if (isEnqueue.test(call)
                    && !done.contains(call.id())
                    && keyOfCall.apply(call).equals(key)) {
                count++;
            }
        }
        return count;
    }

    Set<K> keys() {
        return begins.keySet();
    }

    private static int from(int[] sorted, int moment) {
        int index = Arrays.binarySearch(sorted, moment);
        return sorted.length - (index >= 0 ? index : -index - 1);
    }
}
