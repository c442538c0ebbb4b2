package workqueue.spec.oracle.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
import workqueue.spec.oracle.Verdict.Outcome;
import workqueue.spec.oracle.queue.Workload.Violation;

/**
 * A table of what the judge of queues takes, file to verdict, of histories of so many calls as
 * {@code -Dworkqueue.queue.benchmark} says, or lists: {@code 1000,100000,1000000}. Fails unless every verdict is right.
 */
@EnabledIfSystemProperty(named = "workqueue.queue.benchmark", matches = "\\d+(,\\d+)*")
class QueueBenchmarkTest {
    @TempDir
    private Path folder;

    /** A row: how long it took to read and to judge, and how much of the heap was used then. */
    private record Cell(Workload workload, double read, double judge, long megabytes, Verdict verdict) {
        double seconds() {
            return read + judge;
        }

        boolean isDecided() {
            return verdict.outcome() != Outcome.INCONCLUSIVE;
        }

        boolean isRight() {
            boolean sound = workload.violation() == Violation.NONE;
            return verdict.outcome() == (sound ? Outcome.CONFORMS : Outcome.IMPLEMENTATION_VIOLATES);
        }

        String row() {
            return format(
                    "| %s | %d | %d | %s | %.2f | %.2f | %d | %s | %d |",
                    workload.profile(),
                    workload.operations(),
                    workload.threads(),
                    workload.violation().name().toLowerCase(Locale.ROOT),
                    read,
                    judge,
                    megabytes,
                    verdict.outcome().word() + (verdict.rule() == null ? "" : " " + verdict.rule()),
                    verdict.witness().size());
        }
    }

    @Test
    void table() throws IOException, HistoryException {
        System.out.println("| profile | calls | threads | defect | read s | judge s | heap MB | verdict | witness |");
        System.out.println("|---|--:|--:|---|--:|--:|--:|---|--:|");
        int[] sizes = Arrays.stream(
                        System.getProperty("workqueue.queue.benchmark").split(",", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        List<Cell> cells = new ArrayList<>();
        for (int size : sizes) {
            for (Workload workload : workloads(size)) {
                Cell cell = cell(workload);
                System.out.println(cell.row());
                cells.add(cell);
            }
        }
        System.out.println(summary(cells, sizes));
        assertEquals(cells.size(), cells.stream().filter(Cell::isRight).count(), "not every verdict is right");
    }

    private static List<Workload> workloads(int operations) {
        List<Workload> workloads = new ArrayList<>();
        for (int threads : new int[] {2, 8, 32}) {
            for (Violation violation : Violation.values()) {
                if (violation != Violation.LATE) {
                    workloads.add(Workload.fifo(operations, threads, violation, 1));
                }
                workloads.add(Workload.dedup(operations, threads, violation, 1));
            }
        }
        return workloads;
    }

    private Cell cell(Workload workload) throws IOException, HistoryException {
        Path file = folder.resolve("history.ndjson");
        HistoryWriter.write(Generator.history(workload), file);
        System.gc();
        long start = System.nanoTime();
        History history = HistoryReader.read(file);
        long read = System.nanoTime();
        Verdict verdict = new Oracle(200_000, false).judge(history);
        long judged = System.nanoTime();
        Runtime runtime = Runtime.getRuntime();
        Files.delete(file);
        return new Cell(
                workload,
                (read - start) / 1e9,
                (judged - read) / 1e9,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                verdict);
    }

    private static String summary(List<Cell> cells, int[] sizes) {
        StringBuilder summary = new StringBuilder(format(
                "%d cells: %d decided, %d right; slowest %.2f s, largest heap %d MB",
                cells.size(),
                cells.stream().filter(Cell::isDecided).count(),
                cells.stream().filter(Cell::isRight).count(),
                cells.stream().mapToDouble(Cell::seconds).max().orElse(0),
                cells.stream().mapToLong(Cell::megabytes).max().orElse(0)));
        for (int k = 1; k < sizes.length; k++) {
            double ratio = seconds(cells, sizes[k]) / seconds(cells, sizes[k - 1]);
            summary.append(format("; time(%d)/time(%d) %.1f", sizes[k], sizes[k - 1], ratio));
        }
        return summary.toString();
    }

    private static double seconds(List<Cell> cells, int size) {
        return cells.stream()
                .filter(cell -> cell.workload().operations() == size)
                .mapToDouble(Cell::seconds)
                .sum();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
