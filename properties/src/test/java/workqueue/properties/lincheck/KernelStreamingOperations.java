package workqueue.properties.lincheck;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import workqueue.reference.core.DrivenThread;
import workqueue.reference.ks.KernelStreaming;
import workqueue.reference.ks.KsCountedWorker;
import workqueue.reference.ks.KsWorkItem;
import workqueue.reference.ks.KsWorker;
import workqueue.reference.ks.Unregistering;

/**
 * What Lincheck calls on a plain and a counted kernel streaming worker of the reference. The system's thread is never
 * started; its steps are operations too, one at a time as those of a thread are.
 *
 * <p>Unregistering begins here and has no end, for it waits for runs, which a scenario need not have. {@link WaitingLincheckIT} has the wait and its end.
 */
@Param(name = "worker", gen = IntGen.class, conf = "0:1")
public class KernelStreamingOperations {
    private static final int PLAIN = 0;

    private final DrivenThread thread = new DrivenThread();
    private final KernelStreaming system = new KernelStreaming(1, thread);
    private final AtomicReference<KsWorker> plain = new AtomicReference<>();
    private final KsCountedWorker counted = system.registerCountedWorker(
                    KernelStreaming.DELAYED_WORK_QUEUE, new KsWorkItem(this::process))
            .worker();

    // Both guarded by this.
    private String ran;
    private boolean processes;

    private void process() {
        ran = "counted";
        processes = true;
    }

    @Operation
    public String register() {
        KsWorker worker =
                system.registerWorker(KernelStreaming.DELAYED_WORK_QUEUE).worker();
        return plain.compareAndSet(null, worker) ? "registered" : "registered before";
    }

    @Operation
    public String queue() {
        KsWorker worker = plain.get();
        return worker == null
                ? "absent"
                : answer(() -> worker.queueWorkItem(new KsWorkItem(() -> ran = "plain"))
                        .name());
    }

    @Operation
    public String increment() {
        return answer(counted::increment);
    }

    @Operation
    public String unregister(@Param(name = "worker") int number) {
        KsWorker worker = number == PLAIN ? plain.get() : counted.worker();
        if (worker == null) {
            return "absent";
        }
        Unregistering.begin(worker);
        return "begun";
    }

    /** The thread runs the head of the queue; a counted worker's run goes on until its last task is counted down. */
    @Operation
    public synchronized String run() {
        if (processes) {
            return "busy";
        }
        ran = "nothing";
        thread.runOne();
        return ran;
    }

    /** The run of the counted worker counts down a task. */
    @Operation
    public synchronized String decrement() {
        if (!processes) {
            return "nothing runs";
        }
        String count = answer(counted::decrement);
        processes = !count.equals("0");
        return count;
    }

    /** What a call answers, or the rule that the caller is told to break. */
    private static String answer(Callable<?> call) {
        try {
            return String.valueOf(call.call());
        } catch (IllegalStateException misuse) {
            return misuse.getMessage().split(":", -1)[0];
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
