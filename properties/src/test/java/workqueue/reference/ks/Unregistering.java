package workqueue.reference.ks;

/** Unregistering in steps. */
public final class Unregistering {
    private Unregistering() {}

    /** Does what {@link KsWorker#unregister} does before it waits. */
    public static void begin(KsWorker worker) {
        worker.beginUnregister();
    }
}
