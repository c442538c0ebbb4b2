package workqueue.tla;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What the manifest says that TLC finds.
 *
 * @param result how the run ends
 * @param violated the invariant or property that is violated, if one is
 * @param distinct how many distinct states there are; null for a run that does not visit all
 * @param generated how many states are generated, equal ones counted again; null likewise
 * @param depth the number of states on the longest of the shortest paths from an initial state; null likewise, and for
 *     runs with several workers, which do not determine it
 * @param neverTaken the actions that no behaviour takes; null if that is not looked at
 */
public record Expectation(
        Outcome result, String violated, Long distinct, Long generated, Long depth, List<String> neverTaken) {
    public Expectation {
        requireNonNull(result, "result");
        neverTaken = neverTaken == null ? null : List.copyOf(neverTaken);
    }
}
