package workqueue.properties.stateful.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import workqueue.properties.stateful.Command;
import workqueue.properties.stateful.DrivenPlatform;
import workqueue.properties.stateful.Walk;

/** All that can be done to a platform and to items that wait for their time or for an event, and to its locks. */
public final class DeferredWalk implements Walk<PlatformPair> {
    private static final List<Integer> QUEUES = List.of(1, 5); // one serial, one not
    private static final int KEYS = 5;

    private final List<Command<PlatformPair>> commands = new ArrayList<>();

    private DeferredWalk() {
        add("startup", 4, DrivenPlatform::startup);
        add("shutdown", 2, DrivenPlatform::shutdown);
        add("allocate", 2, platform -> platform.allocate(true));
        add("lock platform", 1, platform -> platform.addPlatformLocks(1));
        add("unlock platform", 2, platform -> platform.addPlatformLocks(-1));
        QUEUES.forEach(this::queue);
        for (int n = 1; n <= KEYS; n++) {
            int key = n;
            add("cancel " + n, 1, platform -> platform.cancel(key));
        }
        commands.add(new Command<>("time passes", 3, PlatformPair::sameTime));
        commands.add(new Command<>("set event", 2, pair -> pair.both(DrivenPlatform::setEvent)));
        commands.add(new Command<>("reset event", 2, pair -> pair.both(DrivenPlatform::resetEvent)));
        commands.add(new Command<>("run all", 2, pair -> !pair.isStarted(), PlatformPair::runAll));
    }

    private void queue(int queue) {
        int result = DrivenPlatform.FIRST_RESULT;
        add("put to " + queue, 1, platform -> platform.put(queue, 0));
        add("schedule to " + queue, 3, platform -> platform.schedule(queue, result));
        add("await to " + queue, 3, platform -> platform.await(queue, result + 1));
    }

    private void add(String name, int weight, ToIntFunction<DrivenPlatform> operation) {
        commands.add(new Command<>(name, weight, pair -> pair.same(operation)));
    }

    public static Walk<PlatformPair> make() {
        return new DeferredWalk();
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
