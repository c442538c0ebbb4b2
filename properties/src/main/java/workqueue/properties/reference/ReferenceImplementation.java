package workqueue.properties.reference;

import workqueue.properties.kit.Implementation;
import workqueue.properties.kit.Session;
import workqueue.properties.kit.Setup;

/** The reference runtime, as the profiles of its families. */
public final class ReferenceImplementation implements Implementation {
    @Override
    public String name() {
        return "workqueue-reference";
    }

    @Override
    public Session open(Setup setup, Runs runs) {
        return switch (setup.profile()) {
            case "io" -> new IoSession(setup, runs);
            case "kmdf", "kmdf-legacy" -> new KmdfSession(setup, runs);
            case "ks", "ks-counted" -> new KsSession(setup, runs);
            case "mf" -> new MediaFoundationSession(setup, runs);
            default -> throw new UnsupportedOperationException("the reference has no profile " + setup.profile());
        };
    }

    static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "reference worker");
        thread.setDaemon(true);
        return thread;
    }
}
