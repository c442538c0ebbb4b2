package workqueue.properties.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import workqueue.properties.cli.Recordings.Source;
import workqueue.properties.report.Judged;
import workqueue.spec.history.History;
import workqueue.spec.oracle.Oracle;
import workqueue.spec.oracle.Verdict;

/** Several recordings at a time: the order of the answers, and what one failure does to the others. */
@Timeout(600)
class JudgingTest {
    @TempDir
    private Path folder;

    private List<Source> sources(int count) throws IOException {
        for (int k = 0; k < count; k++) {
            Files.writeString(
                    folder.resolve("r%04d.ndjson".formatted(k)),
                    "{\"format\":\"workqueue-history/1\",\"profile\":\"kmdf\",\"scenario\":\"" + k + "\"}\n");
        }
        return Recordings.of(List.of(folder.toString()));
    }

    private static List<Judged> judge(List<Source> sources, Function<History, Verdict> judge, int threads)
            throws InterruptedException {
        List<Judged> all = new ArrayList<>();
        new Judging(judge, (number, one, history) -> {}, threads).all(sources, all::add);
        return all;
    }

    @Test
    void answersComeInOrderThoughTheFirstIsSlow() throws Exception {
        List<Judged> all = judgeWithTheFirstSlow(2, 300_000);
        assertEquals(
                IntStream.range(0, 20).mapToObj(String::valueOf).toList(),
                all.stream().map(one -> one.header().scenario()).toList());
    }

    @Test
    void oneAfterTheOtherWouldBeNoticed() {
        assertThrows(IllegalStateException.class, () -> judgeWithTheFirstSlow(1, 100));
    }

    /** The first is judged only when the last has been. */
    private List<Judged> judgeWithTheFirstSlow(int threads, int millis) throws Exception {
        CountDownLatch last = new CountDownLatch(1);
        return judge(
                sources(20),
                history -> {
                    if (history.header().scenario().equals("0")) {
                        assertTrue(awaits(last, millis), "the others wait for the first");
                    } else if (history.header().scenario().equals("19")) {
                        last.countDown();
                    }
                    return new Oracle().judge(history);
                },
                threads);
    }

    private static boolean awaits(CountDownLatch latch, int millis) {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void failureOfTheOracleIsThatOfOneRecording() throws Exception {
        List<Judged> all = judge(
                sources(3),
                history -> {
                    if (history.header().scenario().equals("1")) {
                        throw new IllegalStateException("a defect");
                    }
                    return new Oracle().judge(history);
                },
                2);
        assertTrue(all.get(1).problem().contains("internal error") && all.get(1).internal());
        assertEquals("conforms", all.get(2).word());
        assertEquals(Exit.INTERNAL, Exit.ofJudged(all));
    }

    @Test
    void memoryThatRunsOutIsNoAnswerOfOneRecording() throws Exception {
        List<Judged> all = judge(
                sources(3),
                history -> {
                    if (history.header().scenario().equals("1")) {
                        throw new OutOfMemoryError("a very large search");
                    }
                    return new Oracle().judge(history);
                },
                2);
        assertEquals("inconclusive", all.get(1).word());
        assertTrue(
                all.get(1).verdict().reason().contains("lower --budget"),
                all.get(1).toString());
        assertEquals("conforms", all.get(2).word());
        assertEquals(Exit.INCONCLUSIVE, Exit.ofJudged(all));
    }

    @Test
    void reportThatCannotBeWrittenStopsAll() throws Exception {
        List<Source> sources = sources(3);
        Judging judging = new Judging(
                new Oracle()::judge,
                (number, one, history) -> {
                    throw new UsageException("full");
                },
                2);
        assertThrows(UsageException.class, () -> judging.all(sources, one -> {}));
    }

    @Test
    void thousandsOfRecordingsAreJudged() throws Exception {
        List<Judged> all = judge(sources(3000), new Oracle()::judge, 2);
        assertEquals("3000 recordings: 3000 conforms", Summary.total(all));
    }
}
