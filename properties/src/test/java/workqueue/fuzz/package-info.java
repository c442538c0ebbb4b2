/**
 * What reads files that are not trusted is given bytes that nobody thought of: what a coverage-guided fuzzer finds is kept
 * as corpus, which every build goes through. {@code mvn -Pfuzz -DskipTests verify} looks for more.
 */
package workqueue.fuzz;
