package workqueue.properties.lincheck;

import java.util.Map;
import java.util.TreeSet;
import workqueue.spec.model.Action;
import workqueue.spec.model.IoWorkItem;
import workqueue.spec.model.IoWorkItem.Life;

/** The operations of {@code IoWorkItemOperations} as the executable specification has them. */
public class SpecifiedIoWorkItem {
    private static final int THREADS = 1;

    private IoWorkItem state = IoWorkItem.initial(Life.ALLOCATED, Map.of(), THREADS);

    private boolean step(Action<IoWorkItem> action) {
        boolean enabled = action.enabled(state);
        state = enabled ? action.apply(state) : state;
        return enabled;
    }

    public String queue(int item) {
        Action<IoWorkItem> accept = new IoWorkItem.Accept(item);
        return step(accept) ? "queued" : rule(accept);
    }

    public String tryQueue(int item) {
        Action<IoWorkItem> refuse = new IoWorkItem.TryRefuse(item);
        if (step(new IoWorkItem.TryAccept(item))) {
            return "queued";
        }
        return step(refuse) ? "refused" : rule(refuse);
    }

    public String free(int item) {
        Action<IoWorkItem> free = new IoWorkItem.Free(item, Life.ALLOCATED);
        return step(free) ? "freed" : rule(free);
    }

    private String rule(Action<IoWorkItem> action) {
        TreeSet<String> broken = new TreeSet<>(action.broken(state));
        broken.remove("IO-25");
        return broken.first();
    }
}
