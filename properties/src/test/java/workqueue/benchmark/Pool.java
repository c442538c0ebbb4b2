package workqueue.benchmark;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import workqueue.reference.core.Dedup;
import workqueue.reference.core.WorkQueue;
import workqueue.reference.io.DeviceObject;
import workqueue.reference.io.IoWorkItem;
import workqueue.reference.io.IoWorkItemRoutine;
import workqueue.reference.io.SystemWorkers;
import workqueue.reference.io.WorkQueueType;
import workqueue.reference.ks.KernelStreaming;
import workqueue.reference.ks.KsWorkItem;
import workqueue.reference.ks.KsWorker;
import workqueue.reference.mf.MediaFoundation;
import workqueue.reference.wdf.ExecutionLevel;
import workqueue.reference.wdf.WdfDevice;
import workqueue.reference.wdf.WdfObjectAttributes;
import workqueue.reference.wdf.WdfWorkItem;
import workqueue.reference.wdf.WdfWorkItemConfig;

/** Something with workers that items can be offered to. */
interface Pool extends AutoCloseable {
    ThreadFactory DAEMONS = task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    };

    /** The type of a private queue that runs several items at once. */
    int MULTITHREADED = 2;

    /** Makes an item; running the answer offers it once. */
    Runnable item(Runnable callback);

    @Override
    void close();

    /** The pool with that name. */
    static Pool of(String name, int workers) {
        return switch (name) {
            case "ThreadPoolExecutor" -> threadPool(workers);
            case "mf" -> mediaFoundation(workers);
            case "kmdf" -> framework(workers);
            case "ks" -> kernelStreaming(workers);
            case "io" -> ioManager(workers);
            case "ThreadPoolExecutor and set" -> threadPoolAndSet(workers);
            case "DefaultWorkQueue" -> new KubernetesPool(workers);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Pool threadPool(int workers) {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(workers, workers, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), DAEMONS);
        return new Pool() {
            @Override
            public Runnable item(Runnable callback) {
                return () -> pool.execute(callback);
            }

            @Override
            public void close() {
                pool.shutdown();
            }
        };
    }

    /** The usual way to coalesce: a set of what is pending. */
    private static Pool threadPoolAndSet(int workers) {
        Pool pool = threadPool(workers);
        Set<Object> pending = ConcurrentHashMap.newKeySet();
        return new Pool() {
            @Override
            public Runnable item(Runnable callback) {
                Object key = new Object();
                Runnable offer = pool.item(() -> {
                    pending.remove(key);
                    callback.run();
                });
                return () -> {
                    if (pending.add(key)) {
                        offer.run();
                    }
                };
            }

            @Override
            public void close() {
                pool.close();
            }
        };
    }

    private static Pool mediaFoundation(int workers) {
        MediaFoundation platform = new MediaFoundation(DAEMONS, workers, 1, Duration.ofSeconds(1));
        platform.startup(MediaFoundation.VERSION);
        int queue = platform.allocateWorkQueueEx(MULTITHREADED).queueId();
        return new Pool() {
            @Override
            public Runnable item(Runnable callback) {
                return () -> platform.putWorkItem(queue, result -> callback.run(), null);
            }

            @Override
            public void close() {
                platform.unlockWorkQueue(queue);
                platform.shutdown();
            }
        };
    }

    private static Pool framework(int workers) {
        WorkQueue systemWorkers = new WorkQueue(Dedup.COALESCE, workers, DAEMONS);
        WdfDevice device =
                WdfDevice.create(systemWorkers, WdfObjectAttributes.init().withExecutionLevel(ExecutionLevel.PASSIVE));
        return new Pool() {
            @Override
            public Runnable item(Runnable callback) {
                WdfWorkItemConfig config =
                        new WdfWorkItemConfig(item -> callback.run(), false).withAutomaticSerialization(false);
                return WdfWorkItem.create(config, WdfObjectAttributes.init().withParent(device))
                        .object()::enqueue;
            }

            @Override
            public void close() {
                device.delete();
                systemWorkers.stop();
            }
        };
    }

    private static Pool kernelStreaming(int workers) {
        KernelStreaming streaming = new KernelStreaming(workers, DAEMONS);
        return new Pool() {
            @Override
            public Runnable item(Runnable callback) {
                KsWorker worker = streaming
                        .registerWorker(KernelStreaming.DELAYED_WORK_QUEUE)
                        .worker();
                KsWorkItem item = new KsWorkItem(callback);
                return () -> worker.queueWorkItem(item);
            }

            @Override
            public void close() {
                streaming.stop();
            }
        };
    }

    private static Pool ioManager(int workers) {
        SystemWorkers systemWorkers = new SystemWorkers(workers, DAEMONS);
        DeviceObject device = new DeviceObject(systemWorkers);
        systemWorkers.start();
        return new Pool() {
            @Override
            public Runnable item(Runnable callback) {
                IoWorkItem item = IoWorkItem.allocate(device);
                IoWorkItemRoutine routine = (d, context) -> callback.run();
                return () -> item.queue(routine, WorkQueueType.DELAYED, null);
            }

            @Override
            public void close() {
                systemWorkers.stop();
            }
        };
    }
}
