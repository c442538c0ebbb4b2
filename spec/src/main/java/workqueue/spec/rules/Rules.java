package workqueue.spec.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All rules, in the order of {@code RULES.md}. Immutable and safe for any thread. */
public final class Rules {
    private static final Pattern HEADING = Pattern.compile("### ([A-Z]+-?\\d+)");
    private static final Pattern FIELD = Pattern.compile("- ([A-Za-z+]+): (.+)");
    private static final Pattern LINK = Pattern.compile("\\[([a-z-]+)]: (\\S+)");
    private static final Pattern REFERENCE = Pattern.compile("\\[([a-z-]+)]");

    private static final Rules ALL = parse(text());

    private final Map<String, Rule> byId;

    private Rules(Map<String, Rule> byId) {
        this.byId = byId;
    }

    /** The rules of this version. */
    public static Rules all() {
        return ALL;
    }

    /**
     * The rule with that id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Rule get(String id) {
        Rule rule = byId.get(id);
        if (rule == null) {
            throw new IllegalArgumentException("no rule " + id);
        }
        return rule;
    }

    /** Whether there is a rule with that id. */
    public boolean has(String id) {
        return byId.containsKey(id);
    }

    /** All rules, in their order. */
    public Collection<Rule> list() {
        return byId.values();
    }

    /**
     * Reads rules from the text of {@code RULES.md}.
     *
     * @throws IllegalArgumentException naming the rule that is not as it should be
     */
    static Rules parse(String markdown) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        Map<String, String> links = new HashMap<>();
        String id = null;
        List<String> body = new ArrayList<>();
        for (String line : (markdown + "\n### Z0").lines().toList()) {
            Matcher link = LINK.matcher(line);
            Matcher heading = HEADING.matcher(line);
            if (link.matches()) {
                links.put(link.group(1), link.group(2));
            } else if (heading.matches()) {
                if (id != null && rules.put(id, rule(id, body, links)) != null) {
                    throw new IllegalArgumentException("rule " + id + " stands twice");
                }
                id = heading.group(1);
                body.clear();
            } else if (!line.isBlank() && !line.startsWith("## ")) {
                body.add(line);
            }
        }
        return new Rules(rules);
    }

    private static Rule rule(String id, List<String> body, Map<String, String> links) {
        Map<String, String> fields = new HashMap<>();
        for (String line : body.subList(1, body.size())) {
            Matcher field = FIELD.matcher(line);
            if (!field.matches()) {
                throw new IllegalArgumentException("rule " + id + ": not a field: " + line);
            }
            fields.put(field.group(1), field.group(2));
        }
        for (String name : List.of("Level", "Why", "Sources", "TLA+", "Spec", "Checked")) {
            if (!fields.containsKey(name)) {
                throw new IllegalArgumentException("rule " + id + ": no field " + name);
            }
        }
        String[] level = fields.get("Level").split("; ", 2);
        return new Rule(
                id,
                body.get(0),
                Rule.Level.valueOf(level[0].replace('-', '_')),
                List.of(level[1].split(", ")),
                fields.get("Why"),
                withAddresses(id, fields.get("Sources"), links),
                names(fields.get("TLA+")),
                names(fields.get("Spec")),
                fields.get("Checked"));
    }

    private static List<String> names(String field) {
        return field.startsWith("none") ? List.of(field) : List.of(field.split(", "));
    }

    private static String withAddresses(String id, String sources, Map<String, String> links) {
        return REFERENCE.matcher(sources).replaceAll(reference -> {
            String address = links.get(reference.group(1));
            if (address == null) {
                throw new IllegalArgumentException("rule " + id + ": no link " + reference.group());
            }
            return Matcher.quoteReplacement(address);
        });
    }

    private static String text() {
        try (InputStream in = Rules.class.getResourceAsStream("/workqueue/spec/RULES.md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
