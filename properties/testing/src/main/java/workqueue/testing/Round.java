package workqueue.testing;

import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherFactory;

/** Plays the tests whose class names match, once, in this process. */
final class Round implements TestExecutionListener {
    /** By class: how many tests failed. */
    private final Map<String, Integer> failures = new LinkedHashMap<>();

    private Round() {}

    /** Arguments: the file for the result, which has a line for each class, the pattern, and where the classes are. */
    public static void main(String[] args) throws IOException {
        Round round = new Round();
        LauncherFactory.create()
                .execute(
                        request()
                                .selectors(selectClasspathRoots(Set.of(Path.of(args[2]))))
                                .filters(includeClassNamePatterns(args[1]))
                                .build(),
                        round);
        Files.writeString(
                Path.of(args[0]),
                round.failures.entrySet().stream()
                        .map(one -> one.getKey() + "\t" + one.getValue() + "\n")
                        .collect(Collectors.joining()));
        System.exit(0); // whatever threads a failed test has left
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        String name = test.getSource().map(Round::className).orElse(test.getUniqueId());
        boolean failed = result.getStatus() == Status.FAILED;
        if (test.isTest() || failed) {
            failures.merge(name, failed ? 1 : 0, Integer::sum);
        }
        if (failed) {
            StringWriter trace = new StringWriter();
            result.getThrowable().ifPresent(thrown -> thrown.printStackTrace(new PrintWriter(trace, true)));
            System.out.println("FAILED " + test.getUniqueId() + "\n" + trace);
        }
    }

    private static String className(TestSource source) {
        if (source instanceof MethodSource method) {
            return method.getClassName();
        }
        return source instanceof ClassSource type ? type.getClassName() : null;
    }
}
