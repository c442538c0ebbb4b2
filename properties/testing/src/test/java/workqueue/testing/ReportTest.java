package workqueue.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir
    private Path project;

    private void write(String folder, String name, String time, String cases) throws IOException {
        Path reports = Files.createDirectories(project.resolve(folder));
        Files.writeString(
                reports.resolve("TEST-" + name + ".xml"),
                "<testsuite name='" + name + "' time='" + time + "'>" + cases + "</testsuite>");
    }

    @Test
    void longestComeFirstAndWhatWasSkippedHasItsReason() throws IOException {
        write("a/target/surefire-reports", "a.QuickTest", "0.5", "<testcase name='one' classname='a.QuickTest'/>");
        write(
                "b/target/failsafe-reports",
                "b.SlowIT",
                "1,001.25",
                "<testcase name='two' classname='b.SlowIT'><skipped message='no browser'/></testcase>"
                        + "<testcase name='three' classname='b.SlowIT'><skipped/></testcase>"
                        + "<testcase name='four' classname='b.SlowIT'><skipped type='T'>\nno processor\n\tat here</skipped></testcase>");
        assertEquals("""

                What took longest, of 2 test classes:
                  1001.3 s  b.SlowIT
                     0.5 s  a.QuickTest
                Skipped:
                  b.SlowIT.two: no browser
                  b.SlowIT.three: no reason given
                  b.SlowIT.four: no processor
                """, Report.of(project));
    }

    @Test
    void nothingSkippedIsSaid() throws IOException {
        write("target/surefire-reports", "a.QuickTest", "0.5", "");
        assertEquals(
                "\nWhat took longest, of 1 test classes:\n     0.5 s  a.QuickTest\nNothing was skipped.\n",
                Report.of(project));
    }

    @Test
    void withoutTestsThereIsNoReport() throws IOException {
        write("target/other", "a.QuickTest", "0.5", "");
        assertEquals("", Report.of(project));
    }
}
