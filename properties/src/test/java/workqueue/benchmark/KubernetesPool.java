package workqueue.benchmark;

import io.kubernetes.client.extended.workqueue.DefaultWorkQueue;

/** The Kubernetes Java client's coalescing queue, and workers as its controllers have them. */
final class KubernetesPool implements Pool {
    private final DefaultWorkQueue<Runnable> queue = new DefaultWorkQueue<>();

    KubernetesPool(int workers) {
        for (int n = 0; n < workers; n++) {
            DAEMONS.newThread(this::work).start();
        }
    }

    private void work() {
        try {
            for (Runnable item = queue.get(); item != null; item = queue.get()) {
                item.run();
                queue.done(item);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Runnable item(Runnable callback) {
        Runnable item = callback::run; // an identity of its own
        return () -> queue.add(item);
    }

    @Override
    public void close() {
        queue.shutDown();
    }
}
