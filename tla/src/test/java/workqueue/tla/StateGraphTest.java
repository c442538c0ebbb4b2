package workqueue.tla;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import workqueue.tla.StateGraph.Edge;

/** A state graph is complete, and its steps have arguments. */
class StateGraphTest {
    @TestFactory
    Stream<DynamicTest> complete() {
        return Models.load().withLabels().stream()
                .map(model -> dynamicTest(model.name(), () -> {
                    StateGraph graph = new Tlc().graph(model);
                    assertEquals(model.expect().distinct(), graph.nodes().size());
                    assertEquals(model.expect().generated(), 1 + graph.edges().size());
                    assertEquals(
                            1,
                            graph.nodes().values().stream()
                                    .filter(StateGraph.Node::initial)
                                    .count());
                    Set<String> taken = new HashSet<>(model.labels().actions().keySet());
                    taken.removeAll(model.expect().neverTaken());
                    assertEquals(taken, graph.edges().stream().map(Edge::action).collect(toSet()));
                    assertTrue(graph.edges().stream()
                            .allMatch(e -> graph.nodes().containsKey(e.from())
                                    && graph.nodes().containsKey(e.to())
                                    && e.arguments().size()
                                            == model.labels()
                                                    .actions()
                                                    .get(e.action())
                                                    .size()));
                }));
    }

    @Test
    void stepsSayWhatTheyDo() throws InterruptedException {
        StateGraph graph = new Tlc().graph(Samples.named("KmdfSerialized"));
        Edge create = graph.edges().stream()
                .filter(e -> graph.nodes().get(e.from()).initial())
                .filter(e -> e.arguments().equals(List.of("i2")))
                .findFirst()
                .orElseThrow();
        assertEquals("Create", create.action());
        assertEquals(
                Map.of("i1", "absent", "i2", "live"),
                graph.nodes().get(create.to()).values().get("object"));
    }

    @Test
    void labelsThatLeaveOutAnAction() {
        Model model = Samples.named("KmdfSerialized");
        Map<String, List<String>> actions = new HashMap<>(model.labels().actions());
        actions.remove("Coalesce");
        Model incomplete = Samples.labelled(model, new Labels(model.labels().sets(), actions));
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> new Tlc().graph(incomplete));
        assertTrue(e.getMessage().contains("generated states"), e.getMessage());
    }

    @Test
    void modelWithoutLabels() {
        assertThrows(IllegalArgumentException.class, () -> new Tlc().graph(Samples.passing()));
    }
}
