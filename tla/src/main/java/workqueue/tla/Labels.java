package workqueue.tla;

import java.util.List;
import java.util.Map;

/**
 * The arguments that the actions of a model can have: what TLC leaves out of the labels of a state graph.
 *
 * @param sets named sets of values, each as TLA+ text; a value that is an identifier is a model value
 * @param actions for each action of the next-state relation, the names of its parameters' sets
 */
public record Labels(Map<String, List<String>> sets, Map<String, List<String>> actions) {
    public Labels {
        sets = Map.copyOf(sets);
        actions = Map.copyOf(actions);
    }
}
