/**
 * Throughput of the reference beside well-known pools, as ratios within one run.
 *
 * <p>{@link workqueue.benchmark.Benchmarks} runs them all and says which goals are met.
 */
package workqueue.benchmark;
