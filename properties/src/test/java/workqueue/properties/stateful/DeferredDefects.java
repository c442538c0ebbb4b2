package workqueue.properties.stateful;

import java.util.List;
import workqueue.properties.mutants.Defect;
import workqueue.properties.stateful.reference.DeferredWalk;

/** Defects of items that wait for their time or for an event, each with a chain of commands that shows it. */
final class DeferredDefects {
    private static final String PLATFORM = "mf/MediaFoundation.java";
    private static final String DEFERRED = "mf/DeferredItems.java";
    private static final String EVENT = "mf/Event.java";

    private DeferredDefects() {}

    static List<WalkMutant> all() {
        return List.of(
                deferred(
                        "MF-10",
                        "result does not lock the platform",
                        Defect.in(
                                PLATFORM, "        lockPlatform();\n        return result;", "        return result;"),
                        "expected: <0x00010000> but was: <0xC00D3E85>",
                        "await to 5",
                        "startup",
                        "allocate"),
                deferred(
                        "MF-10",
                        "item that is forgotten keeps its lock",
                        Defect.in(
                                DEFERRED,
                                "deferred.forget.run();\n            deferred.item.drop();",
                                "deferred.forget.run();"),
                        "expected: <0xC00D3E85> but was: <0x00010000>",
                        "startup",
                        "await to 1",
                        "shutdown",
                        "startup",
                        "unlock platform",
                        "allocate"),
                deferred(
                        "MF-45",
                        "scheduled item runs at once",
                        Defect.in(
                                DEFERRED,
                                "items.put(key, new Deferred(item, false, forget));",
                                "items.put(key, new Deferred(item, false, forget)); fire(key);"),
                        "expected: <{}> but was: <{5=[2]}>",
                        "startup",
                        "schedule to 5"),
                deferred(
                        "MF-47",
                        "event that is set releases nothing",
                        Defect.in(EVENT, "if (!set) {", "if (true) {"),
                        "expected: <{1=[3]}> but was: <{}>",
                        "startup",
                        "set event",
                        "await to 1"),
                deferred(
                        "MF-49",
                        "cancelled scheduled item runs",
                        Defect.in(
                                DEFERRED,
                                "} else {\n            deferred.item.drop();",
                                "} else {\n            dispatch(deferred.item);"),
                        "expected: <{}> but was: <{1=[2]}>",
                        "startup",
                        "schedule to 1",
                        "schedule to 1",
                        "schedule to 1",
                        "cancel 3"),
                deferred(
                        "MF-50",
                        "cancelled waiting item is not told",
                        Defect.in(DEFERRED, "dispatch(deferred.item.cancel());", "dispatch(deferred.item);"),
                        "expected: <{5=[-4]}> but was: <{5=[3]}>",
                        "startup",
                        "await to 1",
                        "await to 1",
                        "await to 5",
                        "cancel 3"),
                deferred(
                        "MF-51",
                        "key outlives its item",
                        Defect.in(
                                DEFERRED,
                                "Deferred deferred = items.remove(key);\n            if",
                                "Deferred deferred = items.get(key);\n            if"),
                        "expected: <0xC00D36D5> but was: <0x00000000>",
                        "startup",
                        "set event",
                        "await to 1",
                        "await to 1",
                        "cancel 2"),
                deferred(
                        "MF-52",
                        "cancel knows no shutdown",
                        Defect.in(
                                PLATFORM,
                                """
                                    return admission.ifStarted(
                                                    () -> deferred.cancel(key) ? HResult.S_OK : HResult.MF_E_NOT_FOUND, status -> status);""",
                                "return guard.locked(() -> deferred.cancel(key) ? HResult.S_OK : HResult.MF_E_NOT_FOUND);"),
                        "expected: <0xC00D3E85> but was: <0xC00D36D5>",
                        "cancel 4"),
                deferred(
                        "MF-58",
                        "shutdown forgets nothing",
                        Defect.in(PLATFORM, "deferred.clear();", ""),
                        "MF-45: something was scheduled",
                        "startup",
                        "schedule to 5",
                        "shutdown",
                        "time passes"));
    }

    private static WalkMutant deferred(String rule, String name, Defect defect, String notice, String... chain) {
        return new WalkMutant(rule, name, DeferredWalk.class, "make", defect, notice, List.of(chain));
    }
}
