package workqueue.properties.report;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import workqueue.spec.history.Event;
import workqueue.spec.history.Kind;

/** What opens and closes, by the names of the operations in all profiles. */
final class Phases {
    private static final Set<String> OPENING = Set.of(
            "create",
            "allocate",
            "initialize",
            "register",
            "startup",
            "allocate_queue",
            "allocate_serial_queue",
            "lock_shared_queue",
            "enable_work");
    private static final Set<String> CLOSING = Set.of(
            "delete",
            "free",
            "uninitialize",
            "unregister",
            "shutdown",
            "shut_down",
            "shut_down_with_drain",
            "destroy_workqueue",
            "close",
            "disable_work",
            "disable_work_sync");

    private final Map<Thing, String> phases = new HashMap<>();
    private final Map<Thing, String> before = new HashMap<>();

    String of(Thing thing) {
        return phases.getOrDefault(thing, "");
    }

    /** Whether a call opens or closes something. */
    static boolean concern(Event event) {
        return OPENING.contains(event.op()) || CLOSING.contains(event.op());
    }

    /** The invoke or the return of such a call: what fails leaves everything as it was. */
    void accept(Thing thing, Event event) {
        boolean closes = CLOSING.contains(event.op());
        if (event.kind() == Kind.INVOKE) {
            before.put(thing, of(thing));
            phases.put(thing, closes ? "closing" : of(thing));
        } else if (event.status() != null && event.status() >= 0x80000000L) {
            phases.put(thing, before.getOrDefault(thing, ""));
        } else {
            phases.put(thing, closes ? "closed" : "open");
        }
    }
}
