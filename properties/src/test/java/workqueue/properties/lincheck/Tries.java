package workqueue.properties.lincheck;

import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.StressOptions;

/**
 * How Lincheck tries whether the reference is linearizable: every interleaving that it tries has a sequential order of the
 * executable specification that explains its results. The mutants beside each test say that Lincheck can tell; they are also
 * the canary for a virtual machine on which it cannot.
 *
 * <p>{@code -Dlincheck.iterations} and {@code -Dlincheck.invocations} raise the budget.
 */
final class Tries {
    private static final int ITERATIONS = Integer.getInteger("lincheck.iterations", 10);
    private static final int INVOCATIONS = Integer.getInteger("lincheck.invocations", 200);

    private Tries() {}

    static ModelCheckingOptions modelChecking(Class<?> specification) {
        return new ModelCheckingOptions()
                .threads(2)
                .actorsPerThread(3)
                .iterations(ITERATIONS)
                .invocationsPerIteration(INVOCATIONS)
                // By default the iteration over a map of 16 places counts as a thread that spins.
                .loopIterationsBeforeThreadSwitch(100)
                .loopBound(500)
                .sequentialSpecification(specification);
    }

    static StressOptions stress(Class<?> specification) {
        return new StressOptions()
                .threads(3)
                .actorsPerThread(3)
                .iterations(ITERATIONS)
                .invocationsPerIteration(INVOCATIONS)
                .sequentialSpecification(specification);
    }
}
