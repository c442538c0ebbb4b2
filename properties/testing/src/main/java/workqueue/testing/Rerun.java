package workqueue.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Says at the end of a run how to run just the tests that failed. Found by the test engine, in every module. */
public final class Rerun implements TestExecutionListener {
    private static final int MANY = 20;

    private final Set<String> failed = new ConcurrentSkipListSet<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.FAILED) {
            test.getSource().map(Rerun::name).ifPresent(failed::add);
        }
    }

    /** The test as Maven's plugins name it; a test of many cases is one. */
    private static String name(TestSource source) {
        if (source instanceof MethodSource method) {
            return simple(method.getClassName()) + "#" + method.getMethodName();
        }
        return source instanceof ClassSource type ? simple(type.getClassName()) : null;
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (failed.isEmpty()) {
            return;
        }
        System.out.println("To run just what failed:");
        failed.stream().limit(MANY).map(test -> "  " + command(test, module())).forEach(System.out::println);
        if (failed.size() > MANY) {
            System.out.println("  and " + (failed.size() - MANY) + " more");
        }
    }

    /** The folder of the module whose tests run, from the project's folder: the topmost that has a {@code pom.xml}. */
    private static String module() {
        Path here = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        Path project = here;
        while (project.getParent() != null && Files.exists(project.resolveSibling("pom.xml"))) {
            project = project.getParent();
        }
        return project.relativize(here).toString();
    }

    /** What to type in the project's folder. */
    static String command(String test, String module) {
        boolean integration = test.split("#", 2)[0].endsWith("IT");
        return "mvn -pl " + module + " -am "
                + (integration
                        ? "verify -Dtest=none -Dit.test='" + test + "' -Dfailsafe.failIfNoSpecifiedTests=false"
                        : "test -Dtest='" + test + "'")
                + " -Dsurefire.failIfNoSpecifiedTests=false";
    }
}
