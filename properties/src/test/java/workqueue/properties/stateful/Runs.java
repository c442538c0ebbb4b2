package workqueue.properties.stateful;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The callbacks that were called, in order. */
public final class Runs {
    private final List<Run> begun = new CopyOnWriteArrayList<>();

    /** What the callback of an item does. */
    public void run(int item) {
        Run run = new Run(item);
        begun.add(run);
        run.obey();
    }

    /** Waits until so many have been called before, and one more; returns that one. */
    public Run await(String what, int before) {
        Patience.await(what, () -> begun.size() > before);
        return begun.get(before);
    }

    public int count() {
        return begun.size();
    }

    /** How many of an item have been called. */
    public int count(int item) {
        return (int) begun.stream().filter(run -> run.item() == item).count();
    }

    /** Those that were called after so many others. */
    public List<Run> from(int before) {
        return List.copyOf(begun).stream().skip(before).toList();
    }

    /** Has all return that have not. */
    public void finishAll() {
        begun.forEach(Run::finish);
    }
}
