package workqueue.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks and prints their ratios, with the goal that each has. */
public final class Benchmarks {
    private static final String BASE = "ThreadPoolExecutor";

    private final List<String> table = new ArrayList<>();
    private int missed;

    private Benchmarks() {}

    /** Runs all. */
    public static void main(String[] args) throws RunnerException {
        Benchmarks benchmarks = new Benchmarks();
        benchmarks.throughput(1);
        benchmarks.throughput(4);
        benchmarks.coalescing(1);
        benchmarks.coalescing(4);
        benchmarks.allocation();
        benchmarks.reading();
        System.out.println();
        benchmarks.table.forEach(System.out::println);
        System.out.printf(Locale.ROOT, "%d goals missed%n", benchmarks.missed);
    }

    private void throughput(int producers) throws RunnerException {
        Collection<RunResult> results = run(options(EnqueueToRun.class).threads(producers));
        for (RunResult result : results) {
            String pool = result.getParams().getParam("pool");
            if (!pool.equals(BASE)) {
                String workers = result.getParams().getParam("workers");
                double base = score(results, BASE, workers);
                String what = producers + " producers, " + workers + " workers: " + pool + " / " + BASE;
                compare(what, score(result) / base, 1);
            }
        }
    }

    private void coalescing(int producers) throws RunnerException {
        Collection<RunResult> results = run(options(Coalescing.class).threads(producers));
        double ours = score(results, "kmdf", null);
        compare(
                producers + " producers, coalescing: kmdf / DefaultWorkQueue",
                ours / score(results, "DefaultWorkQueue", null),
                5);
        String guarded = "ThreadPoolExecutor and set";
        compare(producers + " producers, coalescing: kmdf / " + guarded, ours / score(results, guarded, null), 2);
    }

    private void allocation() throws RunnerException {
        RunResult result = run(options(CoalescedEnqueue.class).addProfiler(GCProfiler.class))
                .iterator()
                .next();
        double bytes = result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
        boolean none = bytes < 0.01; // the profiler counts its own, too
        note(none, "%-66s %8.3f B/op  goal 0", "coalesced enqueue allocates", bytes);
    }

    private void reading() throws RunnerException {
        Collection<RunResult> results = run(options(Reading.class));
        double ours = score(results, "history");
        compare("reading: history / tokens of the JSON library", ours / score(results, "tokens"), 0.3);
        note(true, "%-66s %8.0f MB/s", "reading: history", ours * Reading.file().length / 1e6);
    }

    private static ChainedOptionsBuilder options(Class<?> benchmark) {
        return new OptionsBuilder()
                .include(benchmark.getSimpleName() + "\\.")
                .forks(3)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(1));
    }

    private static Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
        return new Runner(options.build()).run();
    }

    private static double score(Collection<RunResult> results, String pool, String workers) {
        return results.stream()
                .filter(r -> r.getParams().getParam("pool").equals(pool))
                .filter(r ->
                        workers == null || r.getParams().getParam("workers").equals(workers))
                .mapToDouble(Benchmarks::score)
                .findFirst()
                .orElseThrow();
    }

    private static double score(Collection<RunResult> results, String method) {
        return results.stream()
                .filter(r -> r.getPrimaryResult().getLabel().equals(method))
                .mapToDouble(Benchmarks::score)
                .findFirst()
                .orElseThrow();
    }

    private static double score(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    private void compare(String what, double ratio, double goal) {
        note(ratio >= goal, "%-66s %8.2f       goal %.1f", what, ratio, goal);
    }

    private void note(boolean good, String format, Object... values) {
        missed += good ? 0 : 1;
        table.add(String.format(Locale.ROOT, format, values) + (good ? "" : "  MISSED"));
    }
}
