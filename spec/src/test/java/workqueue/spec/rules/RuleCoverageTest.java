package workqueue.spec.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import workqueue.spec.model.ClientGo;
import workqueue.spec.model.IoWorkItem;
import workqueue.spec.model.KernelStreaming;
import workqueue.spec.model.Kmdf;
import workqueue.spec.model.LinuxCancel;
import workqueue.spec.model.LinuxDelayedWork;
import workqueue.spec.model.LinuxFlush;
import workqueue.spec.model.LinuxWorkqueue;
import workqueue.spec.model.MediaFoundation;
import workqueue.spec.model.MediaFoundationPeriodic;
import workqueue.spec.model.MediaFoundationScheduled;
import workqueue.spec.oracle.Oracle;

/** Every rule stands where it says that it stands, and everything that cites a rule cites one that exists. */
class RuleCoverageTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern CITED_IN_TLA = Pattern.compile("\\[([A-Z]+-?\\d+)]");

    private static final String RULE = """
            [link]: https://example.com
            ### D1
            A sentence.
            - Level: MUST; kmdf
            - Why: w
            - Sources: [link]
            - TLA+: WorkQueue!Accept
            - Spec: Accept
            - Checked: oracle
            """;

    @Test
    void everyProfileExists() {
        assertEquals(
                Set.of(),
                gaps(rule ->
                        rule.profiles().stream().filter(p -> !Oracle.profiles().contains(p))));
    }

    @Test
    void everyOperatorOfTlaExists() {
        assertEquals(
                Set.of(),
                gaps(rule -> Rule.isReason(rule.tla())
                        ? Stream.of()
                        : rule.tla().stream().filter(name -> !isDefined(name))));
    }

    @Test
    void everyActionOfTheExecutableSpecificationExists() {
        Set<String> actions = Stream.of(
                        ClientGo.class,
                        IoWorkItem.class,
                        KernelStreaming.class,
                        Kmdf.class,
                        LinuxCancel.class,
                        LinuxDelayedWork.class,
                        LinuxFlush.class,
                        LinuxWorkqueue.class,
                        MediaFoundation.class,
                        MediaFoundationPeriodic.class,
                        MediaFoundationScheduled.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredClasses()))
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(),
                gaps(rule -> Rule.isReason(rule.spec())
                        ? Stream.of()
                        : rule.spec().stream().filter(name -> !actions.contains(name))));
    }

    @Test
    void everyRuleThatTlaCitesExists() {
        Matcher cited = CITED_IN_TLA.matcher(text(ROOT.resolve("tla/modules"), ".tla"));
        Set<String> unknown = new TreeSet<>();
        int found = 0;
        while (cited.find()) {
            found++;
            if (!Rules.all().has(cited.group(1)) && !cited.group(1).matches("(MF|WDF)-\\d+")) {
                unknown.add(cited.group(1));
            }
        }
        assertTrue(found > 50, "citations: " + found);
        assertEquals(Set.of(), unknown);
    }

    /** A test cites a rule by its id as a word, in a tag, a name or a comment; a model in its list of rules. */
    @Test
    void everyRuleIsCitedByATestOrAModel() {
        String tests = Stream.of("spec", "reference", "properties", "tla")
                        .map(module -> text(ROOT.resolve(module).resolve("src/test/java"), ".java"))
                        .collect(Collectors.joining())
                + text(ROOT.resolve("properties/src/main/java/workqueue/properties/suite"), ".java")
                + read(ROOT.resolve("tla/models.json"));
        assertEquals(Set.of(), gaps(rule -> isCited(rule.id(), tests) ? Stream.of() : Stream.of("no test")));
    }

    @Test
    void aRuleWithoutAFieldIsRefused() {
        assertEquals(1, Rules.parse(RULE).list().size());
        for (String field : List.of("Level", "Why", "Sources", "TLA+", "Spec", "Checked")) {
            String without = RULE.lines()
                    .filter(line -> !line.startsWith("- " + field + ":"))
                    .collect(Collectors.joining("\n"));
            assertThrows(IllegalArgumentException.class, () -> Rules.parse(without), field);
        }
    }

    @Test
    void aRuleThatStandsTwiceIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Rules.parse(RULE + RULE));
    }

    @Test
    void aLinkThatLeadsNowhereIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Rules.parse(RULE.replace("[link]: h", "[other]: h")));
    }

    /** The mutants of the checks above. */
    @Test
    void whatIsMissingIsNoticed() {
        assertTrue(isDefined("WorkQueue!Accept"));
        assertTrue(!isDefined("WorkQueue!Acept") && !isDefined("Nowhere!Accept"));
        assertTrue(isCited("MF-1", "@Tag(\"MF-1\")") && isCited("MF-1", "MF_1_claim"));
        assertTrue(!isCited("MF-1", "@Tag(\"MF-17\")") && !isCited("D1", "0xD1 D12"));
    }

    private static Set<String> gaps(java.util.function.Function<Rule, Stream<String>> missing) {
        Set<String> gaps = new TreeSet<>();
        Rules.all().list().forEach(rule -> missing.apply(rule).forEach(gap -> gaps.add(rule.id() + ": " + gap)));
        return gaps;
    }

    private static boolean isDefined(String name) {
        int mark = name.indexOf('!');
        Path module = ROOT.resolve("tla/modules").resolve(name.substring(0, mark) + ".tla");
        Pattern definition = Pattern.compile("^" + name.substring(mark + 1) + "(\\([^)]*\\))? *==", Pattern.MULTILINE);
        return Files.exists(module) && definition.matcher(read(module)).find();
    }

    private static boolean isCited(String id, String text) {
        String either = id.replace("-", "[-_]");
        return Pattern.compile("(?<![A-Za-z0-9])" + either + "(?![0-9])")
                .matcher(text)
                .find();
    }

    private static String text(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.endsWith("RuleCoverageTest.java"))
                    .map(RuleCoverageTest::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
