package workqueue.spec.oracle.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import workqueue.spec.history.History;
import workqueue.spec.history.HistoryException;
import workqueue.spec.history.HistoryReader;
import workqueue.spec.history.HistoryWriter;
import workqueue.spec.oracle.Oracle;
import workqueue.spec.oracle.Verdict;
import workqueue.spec.oracle.queue.Workload.Violation;

/**
 * A table of what the judge of queues takes, file to verdict: {@code mvn test -pl spec -am -Dtest=QueueBenchmarkTest
 * -Dworkqueue.queue.benchmark=1000000} with the number of calls.
 */
@EnabledIfSystemProperty(named = "workqueue.queue.benchmark", matches = "\\d+")
class QueueBenchmarkTest {
    @TempDir
    private Path folder;

    @Test
    void table() throws IOException, HistoryException {
        int operations = Integer.getInteger("workqueue.queue.benchmark");
        System.out.println("| profile | calls | threads | defect | read s | judge s | heap MB | verdict | witness |");
        System.out.println("|---|--:|--:|---|--:|--:|--:|---|--:|");
        for (int threads : new int[] {2, 8, 32}) {
            for (Violation violation : Violation.values()) {
                if (violation != Violation.LATE) {
                    row(Workload.fifo(operations, threads, violation, 1));
                }
                row(Workload.dedup(operations, threads, violation, 1));
            }
        }
    }

    private void row(Workload workload) throws IOException, HistoryException {
        Path file = folder.resolve("history.ndjson");
        HistoryWriter.write(Generator.history(workload), file);
        System.gc();
        long start = System.nanoTime();
        History history = HistoryReader.read(file);
        long read = System.nanoTime();
        Verdict verdict = new Oracle(200_000, false).judge(history);
        long judged = System.nanoTime();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %s | %.2f | %.2f | %d | %s | %d |%n",
                workload.profile(),
                workload.operations(),
                workload.threads(),
                workload.violation().name().toLowerCase(Locale.ROOT),
                (read - start) / 1e9,
                (judged - read) / 1e9,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                verdict.outcome().word() + (verdict.rule() == null ? "" : " " + verdict.rule()),
                verdict.witness().size());
        Files.delete(file);
    }
}
