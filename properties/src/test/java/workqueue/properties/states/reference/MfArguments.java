package workqueue.properties.states.reference;

import java.time.Duration;
import java.util.List;
import workqueue.reference.mf.AsyncResult;
import workqueue.reference.mf.Event;
import workqueue.reference.mf.MediaFoundation;
import workqueue.reference.mf.QueueId;

/** What a started platform is called with. */
final class MfArguments {
    private static final String NPE = "NullPointerException";
    private static final long TIMEOUT = -1000;

    private MfArguments() {}

    static List<Argument> all() {
        return List.of(
                argument("start", "a version that there is not", "MF_E_BAD_STARTUP_VERSION", "MF-7", p -> p.startup(1)),
                argument("put", "no callback", NPE, "", p -> p.putWorkItem(QueueId.STANDARD, null, null)),
                argument("put", "no result", NPE, "", p -> p.putWorkItemEx(QueueId.STANDARD, null)),
                argument(
                        "put",
                        "a queue of another platform",
                        "MF_E_INVALID_WORKQUEUE",
                        "MF-15",
                        p -> p.putWorkItem(queueOfAnother(), result -> {}, null)),
                argument("invoke", "no result", NPE, "", p -> p.invokeCallback(null)),
                argument("create a result", "no callback", NPE, "", p -> p.createAsyncResult(null, null, null)),
                argument(
                        "schedule",
                        "no callback",
                        NPE,
                        "",
                        p -> p.scheduleWorkItem(null, null, TIMEOUT).status()),
                argument(
                        "schedule",
                        "no result",
                        NPE,
                        "",
                        p -> p.scheduleWorkItemEx(null, TIMEOUT).status()),
                argument(
                        "schedule",
                        "a positive timeout",
                        "E_INVALIDARG",
                        "",
                        p -> p.scheduleWorkItem(result -> {}, null, 1).status()),
                argument(
                        "put waiting",
                        "no event",
                        NPE,
                        "",
                        p -> p.putWaitingWorkItem(null, 0, new AsyncResult(null, result -> {}, null))),
                argument("put waiting", "no result", NPE, "", p -> p.putWaitingWorkItem(new Event(), 0, null)),
                argument(
                        "cancel",
                        "a key of another platform",
                        "MF_E_NOT_FOUND",
                        "MF-51",
                        p -> p.cancelWorkItem(keyOfAnother())),
                argument(
                        "allocate",
                        "a type that there is not",
                        "E_INVALIDARG",
                        "",
                        p -> p.allocateWorkQueueEx(3).status()),
                argument(
                        "allocate a serial queue",
                        "a queue of another platform",
                        "E_INVALIDARG",
                        "",
                        p -> p.allocateSerialWorkQueue(queueOfAnother()).status()),
                argument(
                        "lock a shared queue",
                        "no task",
                        "E_POINTER",
                        "",
                        p -> p.lockSharedWorkQueue(null).status()),
                argument("lock", "a queue of the platform", "S_OK", "MF-20", p -> p.lockWorkQueue(QueueId.STANDARD)),
                argument(
                        "lock",
                        "a queue of another platform",
                        "MF_E_INVALID_WORKQUEUE",
                        "MF-21",
                        p -> p.lockWorkQueue(queueOfAnother())),
                argument(
                        "unlock",
                        "a queue of another platform",
                        "MF_E_INVALID_WORKQUEUE",
                        "MF-21",
                        p -> p.unlockWorkQueue(queueOfAnother())),
                argument("add a periodic callback", "no callback", NPE, "", p -> p.addPeriodicCallback(null)),
                argument(
                        "remove a periodic callback",
                        "a key that was not given out",
                        "MF_E_NOT_FOUND",
                        "MF-51",
                        p -> p.removePeriodicCallback(1)));
    }

    private interface Use {
        Object of(MediaFoundation platform);
    }

    private static Argument argument(String call, String what, String expected, String rule, Use use) {
        return new Argument(call, what, expected, rule, () -> use.of(started()));
    }

    private static MediaFoundation started() {
        MediaFoundation platform = new MediaFoundation(Argument::daemon, 1, 4, Duration.ZERO);
        platform.startup(MediaFoundation.VERSION);
        return platform;
    }

    private static int queueOfAnother() {
        return started().allocateWorkQueue().queueId();
    }

    private static long keyOfAnother() {
        return started().scheduleWorkItem(result -> {}, null, TIMEOUT).key();
    }
}
