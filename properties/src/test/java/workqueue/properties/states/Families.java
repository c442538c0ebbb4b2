package workqueue.properties.states;

import java.util.List;

/** The families with a runtime. */
final class Families {
    private Families() {}

    static List<Family<?>> all() {
        return List.of(
                new KmdfFamily(false),
                new KmdfFamily(true),
                new MfQueueFamily(),
                new MfDeferredFamily(),
                new MfPeriodicFamily(),
                new KsFamily(),
                new KsCountedFamily(),
                new IoFamily(false),
                new IoFamily(true));
    }
}
