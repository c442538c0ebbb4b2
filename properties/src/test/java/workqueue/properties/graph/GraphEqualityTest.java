package workqueue.properties.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import workqueue.spec.model.Action;
import workqueue.spec.model.Kmdf;
import workqueue.spec.model.Policy;
import workqueue.tla.Expectation;
import workqueue.tla.Model;
import workqueue.tla.Models;
import workqueue.tla.Mutation;
import workqueue.tla.Outcome;
import workqueue.tla.StateGraph;
import workqueue.tla.Tlc;

/**
 * The executable specification and the TLA+ modules have the same reachable states and the same labelled steps, in both
 * directions; and a difference of one step, on either side, is noticed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphEqualityTest {
    private static final Map<String, Twin<?>> TWINS = Map.ofEntries(
            Map.entry("ClientGo", new ClientGoTwin()),
            Map.entry("IoWorkItem", new IoWorkItemTwin()),
            Map.entry("KernelStreaming", new KernelStreamingTwin()),
            Map.entry("KmdfConcurrent", new KmdfTwin(false, Policy.Dedup.COALESCE)),
            Map.entry("KmdfLegacy", new KmdfTwin(false, Policy.Dedup.EXCLUSIVE)),
            Map.entry("KmdfSerialized", new KmdfTwin(true, Policy.Dedup.COALESCE)),
            Map.entry("LinuxDelayedWork", new LinuxWorkqueueTwin(true)),
            Map.entry("LinuxWorkqueueGraph", new LinuxWorkqueueTwin(false)),
            Map.entry("MediaFoundationGraph", MediaFoundationTwin.standardAndPrivate()),
            Map.entry("MediaFoundationPeriodic", new MediaFoundationPeriodicTwin()),
            Map.entry("MediaFoundationPriority", MediaFoundationTwin.priorities()),
            Map.entry("MediaFoundationScheduled", MediaFoundationTwin.scheduled()),
            Map.entry("MediaFoundationSerial", MediaFoundationTwin.serialOverSerial()));

    static Set<String> models() {
        return TWINS.keySet();
    }

    private final Map<String, StateGraph> graphs = new HashMap<>();

    @BeforeAll
    void askTlc() throws InterruptedException {
        for (String model : TWINS.keySet()) {
            graphs.put(model, new Tlc().graph(Models.load().named(model).orElseThrow()));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void statesAndStepsAreThoseOfTlc(String model) {
        Twin<?> twin = TWINS.get(model);
        StateGraph graph = graphs.get(model);
        assertTrue(
                graph.nodes().size() > 100,
                "a graph of any size: " + graph.nodes().size());
        assertEquals("", difference(Twin.states(graph), twin.states()));
        assertEquals("", difference(Twin.steps(graph), twin.steps()));
    }

    @Test
    void oneMissingStepOfTheExecutableSpecificationIsNoticed() {
        Set<Twin.Step> steps = new HashSet<>(TWINS.get("KmdfSerialized").steps());
        Twin.Step first = steps.iterator().next();
        steps.remove(first);
        assertFalse(difference(Twin.steps(graphs.get("KmdfSerialized")), steps).isEmpty());
    }

    /** A clause forgotten: enqueue accepts an item that is being deleted. */
    @Test
    void oneClauseForgottenInTheExecutableSpecificationIsNoticed() {
        record AcceptAlways(long item) implements Action<Kmdf> {
            @Override
            public boolean possible(Kmdf state) {
                return state.life(item) == Kmdf.Life.DELETING && !state.queue().pending(item);
            }

            @Override
            public Kmdf apply(Kmdf state) {
                return new Kmdf.Accept(item).apply(state);
            }
        }
        KmdfTwin right = new KmdfTwin(true, Policy.Dedup.COALESCE);
        Twin<Kmdf> wrong = new Delegate(right) {
            @Override
            public Collection<? extends Action<Kmdf>> candidates(Kmdf state) {
                Set<Action<Kmdf>> actions = new HashSet<>(right.candidates(state));
                actions.add(new AcceptAlways(1));
                return actions;
            }

            @Override
            public List<Object> label(Action<Kmdf> action) {
                return action instanceof AcceptAlways ? List.of("Accept", "i1") : right.label(action);
            }
        };
        assertTrue(difference(Twin.steps(graphs.get("KmdfSerialized")), wrong.steps())
                .contains("only here"));
    }

    /** A conjunct deleted from the module: flush returns early. */
    @Test
    void oneConjunctDeletedFromTheModuleIsNoticed() throws InterruptedException {
        Mutation early = new Mutation("WorkQueue.tla", "c \\notin x.awaitedBy", "TRUE");
        StateGraph mutant =
                new Tlc().graph(mutated(Models.load().named("KmdfSerialized").orElseThrow(), early));
        assertTrue(difference(Twin.steps(mutant), TWINS.get("KmdfSerialized").steps())
                .contains("only in TLC"));
    }

    /** The model with a mutation, and without the counts that it then does not have. */
    private static Model mutated(Model model, Mutation mutation) {
        return new Model(
                model.name(),
                model.description(),
                model.rules(),
                model.module(),
                model.cfg(),
                model.tier(),
                model.workers(),
                List.of(mutation),
                new Expectation(Outcome.OK, null, null, null, null, List.of()),
                model.labels());
    }

    private static <T> String difference(Set<T> ofTlc, Set<T> here) {
        Set<T> onlyTlc = new HashSet<>(ofTlc);
        onlyTlc.removeAll(here);
        Set<T> onlyHere = new HashSet<>(here);
        onlyHere.removeAll(ofTlc);
        return first("only in TLC", onlyTlc) + first("only here", onlyHere);
    }

    private static <T> String first(String where, Set<T> some) {
        return some.isEmpty()
                ? ""
                : where + ": " + some.size() + ", for example "
                        + some.iterator().next() + "\n";
    }

    /** A twin that is another one but for what is overridden. */
    private abstract static class Delegate implements Twin<Kmdf> {
        private final KmdfTwin twin;

        Delegate(KmdfTwin twin) {
            this.twin = twin;
        }

        @Override
        public Kmdf initial() {
            return twin.initial();
        }

        @Override
        public Map<String, Object> variables(Kmdf state) {
            return twin.variables(state);
        }
    }
}
