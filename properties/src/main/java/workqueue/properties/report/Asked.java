package workqueue.properties.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** The calls that asked for an item, and its runs. */
final class Asked {
    /** By the place of the call's first event, whether it has returned; those that no run has followed yet. */
    private final Map<Long, Boolean> calls = new LinkedHashMap<>();

    private int running;

    void ask(long call, boolean returned) {
        calls.put(call, returned);
    }

    void returned(long call) {
        calls.computeIfPresent(call, (key, value) -> true);
    }

    /** A run begins. It is what all calls before it asked for, or in a queue of distinct instances the first of them. */
    void begin(boolean distinct) {
        running++;
        if (distinct) {
            calls.keySet().stream().findFirst().ifPresent(calls::remove);
        } else {
            calls.clear();
        }
    }

    void end() {
        running = Math.max(0, running - 1);
    }

    void takeBack() {
        calls.clear();
    }

    State state(String phase) {
        int owed = (int) calls.values().stream().filter(returned -> returned).count();
        return new State(calls.size(), owed, running, phase);
    }
}
