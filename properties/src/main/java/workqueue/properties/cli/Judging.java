package workqueue.properties.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import workqueue.properties.cli.Recordings.Source;
import workqueue.properties.report.Judged;
import workqueue.spec.history.Header;
import workqueue.spec.history.History;
import workqueue.spec.history.HistoryException;
import workqueue.spec.history.HistoryReader;
import workqueue.spec.oracle.OnlineOracle;
import workqueue.spec.oracle.Verdict;

/** Judges recordings, several at a time, and hands over what became of them in their order. */
final class Judging {
    private static final Verdict OUT_OF_MEMORY =
            new Verdict(Verdict.Outcome.INCONCLUSIVE, null, Text.OUT_OF_MEMORY, List.of(), null, 0);

    private final Way way;
    private final int threads;

    /** What becomes of an open recording. */
    private interface Way {
        Judged judge(int number, Source source, InputStream in) throws HistoryException, IOException;
    }

    /** Is shown each history that has a verdict, on the thread that judged it: a history is not kept for long. */
    interface Keeper {
        void keep(int number, Judged one, History history);
    }

    private Judging(Way way, int threads) {
        this.way = way;
        this.threads = threads;
    }

    Judging(Function<History, Verdict> judge, Keeper keeper, int threads) {
        this(
                (number, source, in) -> {
                    long start = System.nanoTime();
                    History history = HistoryReader.read(in);
                    Verdict verdict = judge.apply(history);
                    Judged one = judged(source, history.header(), verdict, start);
                    keeper.keep(number, one, history);
                    return one;
                },
                threads);
    }

    /** Judges recordings while they are read, and holds none of them. */
    static Judging online(Function<Header, OnlineOracle> oracles, int threads) {
        return new Judging(
                (number, source, in) -> {
                    long start = System.nanoTime();
                    AtomicReference<OnlineOracle> oracle = new AtomicReference<>();
                    Header header = HistoryReader.stream(in, first -> {
                        oracle.set(oracles.apply(first));
                        return oracle.get()::accept;
                    });
                    return judged(source, header, oracle.get().verdict(), start);
                },
                threads);
    }

    private static Judged judged(Source source, Header header, Verdict verdict, long start) {
        return new Judged(source.name(), header, verdict, null, false, since(start));
    }

    /** Judges all; what goes wrong with one is a problem of that one. */
    void all(List<Source> sources, Consumer<Judged> sink) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Judged>> answers = new ArrayList<>();
            for (int k = 0; k < sources.size(); k++) {
                int number = k;
                answers.add(pool.submit(() -> one(number, sources.get(number))));
            }
            for (Future<Judged> answer : answers) {
                sink.accept(answer.get());
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UsageException usage) {
                throw usage;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private Judged one(int number, Source source) {
        long start = System.nanoTime();
        try (InputStream in = open(source)) {
            return way.judge(number, source, in);
        } catch (IOException e) {
            return refused(source, "cannot be read: " + Text.problem(e), start);
        } catch (HistoryException | IllegalArgumentException e) {
            return refused(source, e.getMessage(), start);
        } catch (OutOfMemoryError e) { // what it held is free again, so the others are judged
            return judged(source, null, OUT_OF_MEMORY, start);
        } catch (UsageException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            return new Judged(source.name(), null, null, "internal error: " + e, true, since(start));
        }
    }

    private static InputStream open(Source source) throws IOException {
        if (source.problem() != null) {
            throw new IllegalArgumentException(source.problem());
        }
        return source.path() == null ? System.in : Files.newInputStream(source.path());
    }

    private static Judged refused(Source source, String problem, long start) {
        return new Judged(source.name(), null, null, problem, false, since(start));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
