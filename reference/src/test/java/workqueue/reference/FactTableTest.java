package workqueue.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables in the packages' documentation name every fact, and tests that exist. */
class FactTableTest {
    private static final Pattern ROW = Pattern.compile("<tr><td>([A-Z]+-\\d+)</td><td>(.+?)</td></tr>", Pattern.DOTALL);
    private static final Pattern TEST = Pattern.compile("(\\w+Test)#(\\w+)");

    @Test
    void wdfTableIsComplete() throws Exception {
        check("wdf", ids("WDF-", IntStream.rangeClosed(1, 48)));
    }

    @Test
    void mfTableIsComplete() throws Exception {
        check("mf", ids("MF-", IntStream.rangeClosed(1, 67)));
    }

    @Test
    void ioTableIsComplete() throws Exception {
        check("io", ids("IO-", IntStream.rangeClosed(1, 30)));
    }

    private static List<String> ids(String prefix, IntStream numbers) {
        return numbers.mapToObj(n -> prefix + n).toList();
    }

    private static void check(String family, List<String> expected) throws IOException, ClassNotFoundException {
        List<String> found = new ArrayList<>();
        Matcher row = ROW.matcher(
                Files.readString(Path.of("src/main/java/workqueue/reference", family, "package-info.java")));
        while (row.find()) {
            found.add(row.group(1));
            Matcher test = TEST.matcher(row.group(2));
            while (test.find()) {
                Class<?> type = Class.forName("workqueue.reference." + family + "." + test.group(1));
                Stream<String> methods =
                        Arrays.stream(type.getDeclaredMethods()).map(m -> m.getName());
                assertTrue(methods.anyMatch(test.group(2)::equals), test.group());
            }
        }
        assertEquals(expected, found);
    }
}
