package workqueue.properties.graph;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import workqueue.spec.model.Action;
import workqueue.spec.model.MediaFoundation;
import workqueue.spec.model.MediaFoundationPeriodic;
import workqueue.spec.model.Periodic;

/** MediaFoundationPeriodic, with two keys. The module counts calls; here each has a worker, which is its key. */
final class MediaFoundationPeriodicTwin implements Twin<MediaFoundation> {
    private static final List<Long> KEYS = List.of(1L, 2L);
    private static final int MAX_STARTUPS = 2;

    @Override
    public MediaFoundation initial() {
        return MediaFoundation.initial(KEYS.size());
    }

    @Override
    public Collection<? extends Action<MediaFoundation>> candidates(MediaFoundation state) {
        List<Action<MediaFoundation>> actions = new ArrayList<>();
        if (state.startups() < MAX_STARTUPS) {
            actions.add(new MediaFoundation.Startup());
        }
        actions.add(new MediaFoundation.Shutdown());
        actions.add(new MediaFoundationPeriodic.RefusePeriodicShutdown());
        for (long key : KEYS) {
            actions.add(new MediaFoundationPeriodic.AddPeriodic(key, key));
            actions.add(new MediaFoundationPeriodic.EnterPeriodic(key, key));
            actions.add(new MediaFoundationPeriodic.FinishPeriodic(key, key));
            actions.add(new MediaFoundationPeriodic.RemovePeriodic(key));
            actions.add(new MediaFoundationPeriodic.RefuseRemove(key));
        }
        return actions;
    }

    @Override
    public Map<String, Object> variables(MediaFoundation state) {
        Map<Object, Object> stage = new HashMap<>();
        Map<Object, Object> calls = new HashMap<>();
        Set<Object> called = new HashSet<>();
        for (long key : KEYS) {
            Periodic callback = state.periodic().get(key);
            stage.put(
                    name(key),
                    callback == null ? "unused" : callback.stage().name().toLowerCase(Locale.ROOT));
            calls.put(
                    name(key), callback == null ? 0L : (long) callback.workers().size());
            if (callback != null && callback.called()) {
                called.add(name(key));
            }
        }
        return Map.of("startups", (long) state.startups(), "stage", stage, "called", called, "calls", calls);
    }

    @Override
    public List<Object> label(Action<MediaFoundation> action) {
        List<Object> label = new ArrayList<>(List.of(action.getClass().getSimpleName()));
        for (RecordComponent component : action.getClass().getRecordComponents()) {
            if (component.getName().equals("key")) {
                label.add(name((Long) MediaFoundationTwin.value(component, action)));
            }
        }
        return label;
    }

    private static String name(long key) {
        return "k" + key;
    }
}
