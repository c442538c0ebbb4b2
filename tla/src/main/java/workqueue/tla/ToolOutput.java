package workqueue.tla;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what TLC prints with its option {@code -tool}: messages with a number, a severity and a text, and other text
 * between them. Used by one thread at a time.
 */
final class ToolOutput {
    private static final Pattern START = Pattern.compile("@!@!@STARTMSG (\\d+):(\\d+) @!@!@");
    private static final Pattern STATES =
            Pattern.compile("([\\d,]+) states generated.*?, ([\\d,]+) distinct states found.*?, ([\\d,]+) states left");
    private static final Pattern DEPTH = Pattern.compile("search is ([\\d,]+)\\.");
    private static final Pattern INVARIANT = Pattern.compile("Invariant (\\S+) is violated");
    private static final Pattern PROPERTY = Pattern.compile("Action property ([A-Za-z]\\w*) is violated");
    private static final Pattern STEP = Pattern.compile("\\d+: <(Initial predicate|\\w+).*");
    private static final Pattern BACK = Pattern.compile("(\\d+): Back to state.*");
    private static final Pattern COVERAGE = Pattern.compile("<(\\w+) line .*>: \\d+:(\\d+)");
    private static final int ERROR = 1;

    private final String model;
    private final Consumer<Progress> progress;

    private final List<String> message = new ArrayList<>();
    private int code;
    private int severity;
    private boolean inMessage;
    private final StringBuilder between = new StringBuilder();
    private final StringBuilder errors = new StringBuilder();

    private Outcome outcome;
    private String violated;
    private boolean completed;
    private long generated;
    private long distinct;
    private long depth;
    private final List<Step> trace = new ArrayList<>();
    private final TreeMap<String, Long> taken = new TreeMap<>();

    ToolOutput(String model, Consumer<Progress> progress) {
        this.model = model;
        this.progress = progress;
    }

    /** Takes the next line. */
    void accept(String line) {
        Matcher start = START.matcher(line);
        if (start.matches()) {
            code = Integer.parseInt(start.group(1));
            severity = Integer.parseInt(start.group(2));
            message.clear();
            inMessage = true;
        } else if (inMessage && line.startsWith("@!@!@ENDMSG ")) {
            inMessage = false;
            read(String.join("\n", message).strip());
        } else if (inMessage) {
            message.add(line);
        } else if (!line.startsWith("Parsing file") && !line.startsWith("Semantic processing")) {
            between.append(line).append('\n');
        }
    }

    // The numbers are those of tlc2.output.EC.
    private void read(String text) {
        switch (code) {
            case 2107, 2110 -> violation(Outcome.INVARIANT, firstGroup(INVARIANT, text), text);
            case 2108, 2112, 2116 -> violation(Outcome.PROPERTY, firstGroup(PROPERTY, text), text);
            case 2114 -> violation(Outcome.DEADLOCK, null, text);
            case 2217 -> step(text);
            case 2218 -> trace.add(new Step("Stuttering", ""));
            case 2122 -> trace.add(new Step("Back to state " + firstGroup(BACK, text), ""));
            case 2193 -> completed = true;
            case 2194 -> depth = number(firstGroup(DEPTH, text));
            case 2199, 2200 -> counts(text);
            case 2772 -> coverage(text);
            case 2121, 2264 -> {} // "a counterexample follows"
            default -> {
                if (severity == ERROR) {
                    outcome = outcome == null ? Outcome.ERROR : outcome;
                    errors.append(text).append('\n');
                }
            }
        }
    }

    private void violation(Outcome found, String name, String text) {
        outcome = found;
        violated = name == null ? null : withoutPrefix(name);
        errors.append(text).append('\n');
    }

    private void step(String text) {
        String[] headAndState = text.split("\n", 2);
        String action = firstGroup(STEP, headAndState[0]);
        trace.add(new Step(
                action == null ? headAndState[0] : withoutPrefix(action),
                headAndState.length == 1 ? "" : headAndState[1].strip()));
    }

    private void counts(String text) {
        Matcher counts = STATES.matcher(text);
        if (counts.find()) {
            generated = number(counts.group(1));
            distinct = number(counts.group(2));
            progress.accept(new Progress(model, generated, distinct, number(counts.group(3))));
        }
    }

    private void coverage(String text) {
        Matcher coverage = COVERAGE.matcher(text);
        if (coverage.matches()) {
            taken.merge(withoutPrefix(coverage.group(1)), number(coverage.group(2)), Long::sum);
        }
    }

    /**
     * A model's substitute for a definition X is called MCX. (Its substitutes for what it leaves out are called MCNever
     * and are not missed.)
     */
    private static String withoutPrefix(String name) {
        return name.matches("MC[A-Z].*") ? name.substring(2) : name;
    }

    private static String firstGroup(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits.replace(",", ""));
    }

    /** How the run ended, given that the process ended with this exit code. */
    Outcome outcome(int exitCode) {
        if (outcome == null) {
            return completed && exitCode == 0 ? Outcome.OK : Outcome.ERROR;
        }
        return exitCode == 0 ? Outcome.ERROR : outcome;
    }

    /** What is violated; null if nothing is, and for most properties, which TLC does not name. */
    String violated() {
        return violated;
    }

    /** What TLC complained of; for a module that cannot be parsed, the parser says it between the messages. */
    String errors() {
        return (outcome == null || outcome == Outcome.ERROR ? errors.toString() + between : errors.toString()).strip();
    }

    long generated() {
        return generated;
    }

    long distinct() {
        return distinct;
    }

    long depth() {
        return depth;
    }

    List<Step> trace() {
        return trace;
    }

    List<String> neverTaken() {
        return taken.keySet().stream()
                .filter(a -> taken.get(a) == 0 && !a.startsWith("Never"))
                .toList();
    }
}
