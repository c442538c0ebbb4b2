package workqueue.properties.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import workqueue.properties.kit.Implementation;
import workqueue.properties.kit.Session;
import workqueue.properties.kit.Setup;

/** What {@code wq test} says of a class, and what it does not. */
class TestReportTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int test(Class<?> implementation, String... more) {
        List<String> args = new ArrayList<>(
                List.of("test", "--class", implementation.getName(), "--profile", "kmdf", "--seeds", "1"));
        args.addAll(List.of(more));
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args.toArray(String[]::new));
    }

    /** Has no operation at all. */
    public static final class HasNothing implements Implementation {
        @Override
        public String name() {
            return "nothing";
        }

        @Override
        public Session open(Setup setup, Runs runs) {
            return request -> {
                throw new UnsupportedOperationException();
            };
        }
    }

    @Test
    void whatJudgedNothingIsInconclusiveAndNamesWhatIsMissing() {
        assertEquals(Exit.INCONCLUSIVE, test(HasNothing.class));
        assertTrue(out.toString().contains("nothing was judged, "), out.toString());
        assertTrue(out.toString().contains(" scenarios skipped: the implementation lacks create\n"), out.toString());
        assertFalse(out.toString().contains("conform"), out.toString());
    }

    @Test
    void theSameIsSaidBesideJson() {
        assertEquals(Exit.INCONCLUSIVE, test(HasNothing.class, "--json"));
        assertEquals("", out.toString());
        assertTrue(err.toString().startsWith("wq: profile kmdf: nothing was judged, "), err.toString());
    }
}
