package workqueue.spec.diff;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import workqueue.spec.diff.Step.Verb;
import workqueue.spec.model.ClientGo;
import workqueue.spec.model.Policy;

/** The client of each profile. */
final class Clients {
    private static final Set<Verb> RUNS = EnumSet.of(Verb.ENQUEUE, Verb.BEGIN, Verb.END, Verb.REST);
    private static final Set<Verb> RUNS_AND_FLUSH = EnumSet.of(Verb.FLUSH, Verb.FLUSHED);

    static {
        RUNS_AND_FLUSH.addAll(RUNS);
    }

    static final Map<String, Client<?>> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("kmdf", new KmdfClient(Policy.Dedup.COALESCE)),
            Map.entry("kmdf-legacy", new KmdfClient(Policy.Dedup.EXCLUSIVE)),
            Map.entry("mf", new MediaFoundationClient()),
            Map.entry("ks", new KernelStreamingClient(false)),
            Map.entry("ks-counted", new KernelStreamingClient(true)),
            Map.entry("io", new IoWorkItemClient()),
            Map.entry("client-go", new HandingOutClient(ClientGo.Kind.CLIENT_GO)),
            Map.entry("dedup", new HandingOutClient(ClientGo.Kind.DEDUP)),
            Map.entry("fifo", new HandingOutClient(ClientGo.Kind.FIFO)),
            Map.entry(
                    "linux",
                    new LinuxClient(
                            Policy.Dedup.COALESCE,
                            Policy.Exclusion.ITEM,
                            EnumSet.allOf(Verb.class),
                            "destroy_workqueue")),
            Map.entry("libuv", new LinuxClient(Policy.Dedup.COALESCE, Policy.Exclusion.ITEM, RUNS, null)),
            Map.entry("libdispatch", new LinuxClient(Policy.Dedup.DISTINCT, Policy.Exclusion.NONE, RUNS, null)),
            Map.entry(
                    "win32-threadpool",
                    new LinuxClient(Policy.Dedup.DISTINCT, Policy.Exclusion.NONE, RUNS_AND_FLUSH, null))));

    private Clients() {}
}
