package workqueue.properties.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import workqueue.properties.cli.Recordings.Source;
import workqueue.properties.report.Judged;

/** A table of many recordings, which can be printed line by line, and what they come to together. */
final class Summary {
    private static final int VERDICT = "implementation-violates".length();

    private final int width;

    Summary(List<Source> sources) {
        this.width = sources.stream()
                .mapToInt(source -> Text.harmless(source.name()).length())
                .max()
                .orElse(0);
    }

    String head() {
        return line("file", "verdict", "rule");
    }

    String row(Judged one) {
        return line(Text.harmless(one.file()), one.word(), one.rule());
    }

    private String line(String file, String verdict, String rule) {
        return (pad(file, width) + "  " + pad(verdict, VERDICT) + "  " + rule).stripTrailing();
    }

    private static String pad(String cell, int width) {
        return cell + " ".repeat(Math.max(0, width - cell.length()));
    }

    /** How many of each verdict, and of each rule. */
    static String total(List<Judged> all) {
        Map<String, Map<String, Long>> counts = new TreeMap<>(all.stream()
                .collect(Collectors.groupingBy(
                        Judged::word, Collectors.groupingBy(Judged::rule, TreeMap::new, Collectors.counting()))));
        List<String> parts = new ArrayList<>();
        counts.forEach((word, rules) -> {
            long count = rules.values().stream().mapToLong(Long::longValue).sum();
            String which = rules.entrySet().stream()
                    .filter(rule -> !rule.getKey().isEmpty())
                    .map(rule -> rule.getKey() + " " + rule.getValue())
                    .collect(Collectors.joining(", "));
            parts.add(count + " " + word + (which.isEmpty() ? "" : " (" + which + ")"));
        });
        return all.size() + " recordings: " + String.join("; ", parts);
    }
}
