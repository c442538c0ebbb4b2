package workqueue.properties.graph;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import workqueue.spec.model.Action;
import workqueue.spec.model.Graph;
import workqueue.spec.model.Instance;
import workqueue.tla.StateGraph;

/**
 * The executable specification beside a TLA+ module: the same constants, and its states and actions in the module's values.
 *
 * @param <S> the executable specification's states
 */
interface Twin<S> {
    S initial();

    /** The actions to try in a state, within the bounds of the model. */
    Collection<? extends Action<S>> candidates(S state);

    /** A state as the module's variables have it. */
    Map<String, Object> variables(S state);

    /** An action's name and arguments as the module has them. */
    List<Object> label(Action<S> action);

    /** A step between two states, in the module's values. */
    record Step(Map<String, Object> from, List<Object> label, Map<String, Object> to) {}

    /** The reachable states and steps of the executable specification. */
    default Set<Step> steps() {
        Set<Step> steps = new HashSet<>();
        Graph<S> graph = Graph.explore(initial(), this::candidates);
        graph.steps().forEach((from, next) -> {
            Map<String, Object> before = variables(from);
            next.forEach(step -> steps.add(new Step(before, label(step.action()), variables(step.next()))));
        });
        return steps;
    }

    /** The reachable states of the executable specification. */
    default Set<Map<String, Object>> states() {
        Set<Map<String, Object>> states = new HashSet<>();
        Graph.explore(initial(), this::candidates).steps().keySet().forEach(state -> states.add(variables(state)));
        return states;
    }

    /** The steps of TLC's graph. */
    static Set<Step> steps(StateGraph graph) {
        Set<Step> steps = new HashSet<>();
        for (StateGraph.Edge edge : graph.edges()) {
            List<Object> label = new java.util.ArrayList<>(List.of(edge.action()));
            label.addAll(edge.arguments());
            steps.add(new Step(
                    graph.nodes().get(edge.from()).values(),
                    label,
                    graph.nodes().get(edge.to()).values()));
        }
        return steps;
    }

    /** The states of TLC's graph. */
    static Set<Map<String, Object>> states(StateGraph graph) {
        Set<Map<String, Object>> states = new HashSet<>();
        graph.nodes().values().forEach(node -> states.add(node.values()));
        return states;
    }

    static Object instance(Instance instance) {
        return instance(instance, item -> "i" + item);
    }

    static Object instance(Instance instance, LongFunction<String> name) {
        Set<Object> callers = new HashSet<>();
        instance.awaitedBy().forEach(caller -> callers.add("c" + caller));
        return Map.of("item", name.apply(instance.item()), "awaitedBy", callers);
    }

    /** A function, which TLC prints as a tuple if it is empty. */
    static Object function(Map<Object, Object> function) {
        return function.isEmpty() ? List.of() : function;
    }

    /** A bag of instances, which TLA+ has as a function to numbers. */
    static Object bag(Map<Instance, Integer> bag, java.util.function.Function<Instance, Object> value) {
        Map<Object, Object> function = new HashMap<>();
        bag.forEach((instance, count) -> function.put(value.apply(instance), (long) count));
        return function(function);
    }
}
