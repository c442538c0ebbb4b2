package workqueue.tla;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * What TLC found of a model.
 *
 * @param model that was checked
 * @param outcome how the run ended
 * @param violated the invariant or property that is violated; null if none is
 * @param distinct states found, 0 if TLC did not get that far
 * @param generated states generated
 * @param depth the number of states on the longest of the shortest paths from an initial state
 * @param duration of the run, with the start of the process
 * @param neverTaken the actions that were never taken, in alphabetical order; empty if the manifest does not ask
 * @param trace the counterexample; empty without one
 * @param error what TLC complained of, in its words; empty if the outcome is OK
 */
public record ModelResult(
        Model model,
        Outcome outcome,
        String violated,
        long distinct,
        long generated,
        long depth,
        Duration duration,
        List<String> neverTaken,
        List<Step> trace,
        String error) {
    public ModelResult {
        neverTaken = List.copyOf(neverTaken);
        trace = List.copyOf(trace);
    }

    /** How this differs from what the manifest says, each difference in words; empty if it does not. */
    public List<String> deviations() {
        List<String> found = graphDeviations();
        if (found.isEmpty() && model.expect().neverTaken() != null) {
            for (String action : minus(neverTaken, model.expect().neverTaken())) {
                found.add("action " + action + " was never taken");
            }
            for (String action : minus(model.expect().neverTaken(), neverTaken)) {
                found.add("action " + action + " was taken, but the manifest says that it never is");
            }
        }
        return found;
    }

    /** The deviations that do not concern single actions. */
    List<String> graphDeviations() {
        List<String> found = new ArrayList<>();
        Expectation expected = model.expect();
        if (outcome != expected.result() || !Objects.equals(violated, expected.violated())) {
            found.add("expected " + describe(expected.result(), expected.violated()) + ", but TLC found "
                    + describe(outcome, violated) + (error.isEmpty() ? "" : ": " + error));
            return found; // the rest follows from this
        }
        compare("distinct states", expected.distinct(), distinct, found);
        compare("generated states", expected.generated(), generated, found);
        compare("depth", expected.depth(), depth, found);
        return found;
    }

    private static void compare(String what, Long expected, long actual, List<String> found) {
        if (expected != null && expected != actual) {
            found.add(what + ": expected " + expected + ", but TLC found " + actual);
        }
    }

    private static TreeSet<String> minus(List<String> list, List<String> other) {
        TreeSet<String> rest = new TreeSet<>(list);
        other.forEach(rest::remove);
        return rest;
    }

    private static String describe(Outcome outcome, String violated) {
        return switch (outcome) {
            case OK -> "no violation";
            case INVARIANT -> "a violation of the invariant " + violated;
            case PROPERTY -> "a violation of the property " + violated;
            case DEADLOCK -> "a deadlock";
            case ERROR -> "an error in the model";
            case TIMEOUT -> "no end in time";
        };
    }
}
