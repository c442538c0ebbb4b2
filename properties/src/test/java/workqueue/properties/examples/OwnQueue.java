package workqueue.properties.examples;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import workqueue.properties.kit.Implementation;
import workqueue.properties.kit.Reply;
import workqueue.properties.kit.Session;
import workqueue.properties.kit.Setup;

/** A queue that somebody wrote: the README's. */
public class OwnQueue implements Implementation {
    @Override
    public String name() {
        return "a pool and a set of what is pending";
    }

    @Override
    public Session open(Setup setup, Runs runs) {
        if (setup.serialized()) {
            throw new UnsupportedOperationException("its callbacks do not exclude one another");
        }
        ExecutorService pool = Executors.newFixedThreadPool(setup.workers());
        Set<Long> pending = ConcurrentHashMap.newKeySet();
        return request -> switch (request.op()) {
            case "create" -> Reply.status(0);
            case "enqueue" -> {
                if (pending.add(request.item())) {
                    pool.execute(() -> {
                        runs.run(null, request.item()); // the callback
                        pending.remove(request.item()); // too late: what came meanwhile is lost
                    });
                }
                yield Reply.NOTHING;
            }
            case "flush", "delete" -> {
                while (pending.contains(request.item())) {
                    Thread.sleep(1);
                }
                yield Reply.NOTHING;
            }
            default -> throw new UnsupportedOperationException(request.op());
        };
    }
}
