package workqueue.properties.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import workqueue.tla.Model;
import workqueue.tla.Models;
import workqueue.tla.Outcome;
import workqueue.tla.Tier;

/**
 * What the README shows is what there is: its example is the test that runs, its table is the manifest, its commands and
 * links exist. With {@code -Dreadme.write} the generated parts are written instead of compared.
 */
class ReadmeTest {
    private static final Path README = Path.of("../README.md");
    private static final Path EXAMPLES = Path.of("src/test/java/workqueue/properties/examples");

    @Test
    void exampleIsTheOneThatRuns() throws IOException {
        String queue = Files.readString(EXAMPLES.resolve("OwnQueue.java"));
        String shown = queue.substring(queue.indexOf("import ")).replaceAll("/\\*\\*.*\\*/\n", "");
        compare("queue", "```java\n" + shown + "```\n");
        compare("example", "```java\n" + example() + "```\n");
    }

    @Test
    void tableIsTheManifest() throws IOException {
        compare("models", models());
    }

    @Test
    void commandsExist() throws IOException {
        Matcher command = Pattern.compile("\\./wq ([a-z]+)").matcher(Files.readString(README));
        List<String> known = List.copyOf(Main.commandLine().getSubcommands().keySet());
        int found = 0;
        while (command.find()) {
            assertTrue(known.contains(command.group(1)), "no command " + command.group(1));
            found++;
        }
        assertTrue(found >= 4, "commands found: " + found);
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        Matcher link = Pattern.compile("]\\(([^)#:]+)\\)").matcher(Files.readString(README));
        int found = 0;
        while (link.find()) {
            assertTrue(Files.exists(README.resolveSibling(link.group(1))), "no " + link.group(1));
            found++;
        }
        assertTrue(found >= 3, "links found: " + found);
    }

    private static void compare(String name, String expected) throws IOException {
        String readme = Files.readString(README);
        String start = "<!-- " + name + " -->\n";
        int from = readme.indexOf(start) + start.length();
        int to = readme.indexOf("<!-- end -->", from);
        if (System.getProperty("readme.write") != null) {
            Files.writeString(README, readme.substring(0, from) + expected + readme.substring(to));
        } else {
            assertEquals(expected, readme.substring(from, to), "run the test with -Dreadme.write");
        }
    }

    private static String example() throws IOException {
        StringBuilder text = new StringBuilder();
        boolean shown = false;
        for (String line : Files.readAllLines(EXAMPLES.resolve("OwnQueueTest.java"))) {
            if (line.strip().equals("// readme:begin")) {
                shown = true;
            } else if (line.strip().equals("// readme:end")) {
                shown = false;
            } else if (shown) {
                text.append(line).append('\n');
            }
        }
        return text.toString().indent(-8);
    }

    private static String models() {
        List<Model> all = Models.load().all();
        StringBuilder table = new StringBuilder("| model | what it shows | states | depth |\n|---|---|--:|--:|\n");
        for (Model model : all) {
            if (model.expect().result() == Outcome.OK
                    && model.tier() == Tier.QUICK
                    && model.mutations().isEmpty()) {
                table.append(String.format(
                        Locale.ROOT,
                        "| `%s`%s | %s | %,d | %s |%n",
                        model.name(),
                        model.labels() == null ? "" : " =",
                        model.description(),
                        model.expect().distinct(),
                        model.expect().depth() == null ? "" : model.expect().depth()));
            }
        }
        long refuted = all.stream()
                .filter(model -> model.tier() == Tier.QUICK && model.expect().result() != Outcome.OK)
                .count();
        return table.append("\nAnd ")
                .append(refuted)
                .append(" models that TLC has to refute.\n")
                .toString();
    }
}
