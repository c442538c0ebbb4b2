package workqueue.tla;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A module that extends a model's and whose next-state relation has a definition of its own for each action with each
 * choice of arguments. TLC labels the steps of a state graph with the names of definitions, and so, here, with the
 * arguments.
 */
final class LabelledModule {
    private static final Pattern NODE = Pattern.compile("(-?\\d+) \\[label=\"(.*)\"(,style = filled)?\\];?");
    private static final Pattern EDGE = Pattern.compile("(-?\\d+) -> (-?\\d+) \\[label=\"(\\w+)\".*");

    private record Call(String action, List<String> arguments) {
        @Override
        public String toString() {
            return arguments.isEmpty() ? action : action + "(" + String.join(", ", arguments) + ")";
        }
    }

    private final String name;
    private final String base;
    private final TreeSet<String> modelValues = new TreeSet<>();
    private final Map<String, Call> calls = new LinkedHashMap<>();

    LabelledModule(String name, String base, Labels labels) {
        this.name = name;
        this.base = base;
        labels.sets()
                .values()
                .forEach(set -> set.stream()
                        .filter(v -> v.matches("(?!TRUE$|FALSE$)[A-Za-z]\\w*"))
                        .forEach(modelValues::add));
        new TreeMap<>(labels.actions()).forEach((action, parameters) -> {
            for (List<String> arguments :
                    choices(parameters.stream().map(labels.sets()::get).toList())) {
                calls.put("Step" + calls.size(), new Call(action, arguments));
            }
        });
    }

    private static List<List<String>> choices(List<List<String>> sets) {
        List<List<String>> result = List.of(List.of());
        for (List<String> set : sets) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> choice : result) {
                for (String value : set) {
                    List<String> next = new ArrayList<>(choice);
                    next.add(value);
                    longer.add(next);
                }
            }
            result = longer;
        }
        return result;
    }

    String text() {
        StringBuilder text = new StringBuilder("---- MODULE " + name + " ----\nEXTENDS " + base + "\n");
        text.append("CONSTANTS ").append(String.join(", ", modelValues)).append('\n');
        // The conjunct TRUE makes this a definition of its own in TLC's eyes, and not another name for the action.
        calls.forEach((step, call) -> text.append(step + " == " + call + " /\\ TRUE\n"));
        text.append("LabelledNext == ")
                .append(String.join(" \\/ ", calls.keySet()))
                .append('\n');
        return text.append("LabelledSpec == Init /\\ [][LabelledNext]_vars\n====\n")
                .toString();
    }

    /** The configuration of the model, for this module. */
    String configuration(Configuration ofModel) {
        StringBuilder text = new StringBuilder(
                ofModel.unchecked().toString().replaceFirst("SPECIFICATION\\s+\\w+", "SPECIFICATION LabelledSpec"));
        text.append("CONSTANTS\n");
        modelValues.forEach(v -> text.append(v).append(" = ").append(v).append('\n'));
        return text.toString();
    }

    /** Reads the graph that TLC has written of this module. */
    StateGraph graph(List<String> dot) {
        Map<String, StateGraph.Node> nodes = new HashMap<>();
        List<StateGraph.Edge> edges = new ArrayList<>();
        for (String line : dot) {
            Matcher edge = EDGE.matcher(line);
            Matcher node = NODE.matcher(line);
            if (edge.matches()) {
                Call call = calls.get(edge.group(3));
                edges.add(new StateGraph.Edge(
                        edge.group(1),
                        edge.group(2),
                        call.action(),
                        call.arguments().stream().map(TlaValues::parse).toList()));
            } else if (node.matches()) {
                String state = unescape(node.group(2));
                nodes.put(
                        node.group(1), new StateGraph.Node(node.group(3) != null, state, TlaValues.parseState(state)));
            }
        }
        return new StateGraph(nodes, edges);
    }

    private static String unescape(String label) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < label.length(); k++) {
            char c = label.charAt(k);
            if (c != '\\') {
                text.append(c);
            } else {
                k++;
                text.append(label.charAt(k) == 'n' ? '\n' : label.charAt(k));
            }
        }
        return text.toString();
    }
}
