package workqueue.tla;

import java.util.List;
import java.util.Map;

/**
 * The complete state graph of a model.
 *
 * @param nodes the reachable states, by TLC's name for them
 * @param edges the steps, those that change nothing too
 */
public record StateGraph(Map<String, Node> nodes, List<Edge> edges) {
    public StateGraph {
        nodes = Map.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /**
     * A state.
     *
     * @param initial whether behaviours begin with it
     * @param text the state as TLC prints it
     * @param values the variables and their values, as {@link TlaValues#parseState} reads them
     */
    public record Node(boolean initial, String text, Map<String, Object> values) {}

    /**
     * A step.
     *
     * @param from the name of the state before
     * @param to the name of the state after
     * @param action the name of the action that was taken
     * @param arguments of the action, as {@link TlaValues#parse} reads them
     */
    public record Edge(String from, String to, String action, List<Object> arguments) {}
}
