package workqueue.properties.stateful.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import workqueue.properties.stateful.Command;
import workqueue.properties.stateful.DrivenPlatform;
import workqueue.properties.stateful.Walk;

/** All that can be done to a platform and a few of its queues. */
public final class PlatformWalk implements Walk<PlatformPair> {
    private static final Map<String, Integer> QUEUES = new TreeMap<>(Map.of(
            "STANDARD", 1,
            "MULTITHREADED", 5,
            "first", DrivenPlatform.FIRST_PRIVATE,
            "second", DrivenPlatform.FIRST_PRIVATE + 1,
            "unknown", 0x7FFF0000));
    private static final int ITEMS = 2;

    private final List<Command<PlatformPair>> commands = new ArrayList<>();

    private PlatformWalk() {
        add("startup", 4, DrivenPlatform::startup);
        commands.add(new Command<>("startup of another version", 1, PlatformPair::startupOfAnotherVersion));
        add("shutdown", 3, DrivenPlatform::shutdown);
        add("allocate serial", 3, platform -> platform.allocate(true));
        add("allocate multithreaded", 2, platform -> platform.allocate(false));
        QUEUES.forEach(this::queue);
        commands.add(new Command<>("run all", 2, pair -> !pair.isStarted(), PlatformPair::runAll));
    }

    private void queue(String name, int id) {
        add("lock " + name, 1, platform -> platform.lock(id));
        add("unlock " + name, 2, platform -> platform.unlock(id));
        for (int n = 0; n < ITEMS; n++) {
            int item = n;
            add("put " + n + " to " + name, 2, platform -> platform.put(id, item));
        }
    }

    private void add(String name, int weight, ToIntFunction<DrivenPlatform> operation) {
        commands.add(new Command<>(name, weight, pair -> pair.same(operation)));
    }

    public static Walk<PlatformPair> make() {
        return new PlatformWalk();
    }

    @Override
    public PlatformPair start() {
        return new PlatformPair();
    }

    @Override
    public List<Command<PlatformPair>> commands() {
        return commands;
    }
}
