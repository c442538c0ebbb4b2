package workqueue.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Plays tests many times, each time in a process of its own: with all processors, pinned to one, and beside threads that
 * keep every processor busy. Prints a table of the classes and how many of the rounds failed.
 */
public final class Repeat {
    /** What the machine is like. */
    enum Machine {
        IDLE("idle"),
        NARROW("one processor"),
        BUSY("beside a load");

        final String title;

        Machine(String title) {
            this.title = title;
        }
    }

    private static final Path TASKSET = Path.of("/usr/bin/taskset");

    private final int rounds;
    private final String pattern;
    private final List<Path> roots;
    private final Path folder;

    /** By class and machine: how many rounds had it, and how many failed in it. */
    private final Map<String, Map<Machine, int[]>> table = new TreeMap<>();

    private Repeat(int rounds, String pattern, List<Path> roots, Path folder) {
        this.rounds = rounds;
        this.pattern = pattern;
        this.roots = roots;
        this.folder = folder;
    }

    /**
     * Arguments: how many rounds, the pattern of class names, a folder for what is printed, where classes are: the folder
     * {@code target/test-classes} of each module, which is played in its module's folder.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(args[2]).toAbsolutePath());
        List<Path> roots = Arrays.stream(args)
                .skip(3)
                .map(root -> Path.of(root).toAbsolutePath().normalize())
                .toList();
        boolean good = new Repeat(Integer.parseInt(args[0]), args[1], roots, folder).play();
        System.exit(good ? 0 : 1);
    }

    private boolean play() throws IOException, InterruptedException {
        boolean good = true;
        for (int round = 1; round <= rounds; round++) {
            for (Machine machine : Machine.values()) {
                good &= play(machine, round);
            }
            System.out.println("After round " + round + " of " + rounds + "; failed of played:\n" + text());
        }
        return good && !table.isEmpty();
    }

    private boolean play(Machine machine, int round) throws IOException, InterruptedException {
        Load load = new Load(machine == Machine.BUSY ? Runtime.getRuntime().availableProcessors() : 0);
        boolean good = true;
        for (Path root : roots) {
            good &= play(machine, round, root);
        }
        load.end();
        return good;
    }

    private boolean play(Machine machine, int round, Path root) throws IOException, InterruptedException {
        Path module = root.getParent().getParent();
        String name = module.getFileName() + "-" + machine.name().toLowerCase(Locale.ROOT) + "-" + round;
        Path result = folder.resolve(name + ".tsv");
        Path output = folder.resolve(name + ".log");
        Files.deleteIfExists(result);
        int exit = new ProcessBuilder(command(machine, result, root))
                .directory(module.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        if (exit != 0 || !Files.exists(result)) {
            System.out.println("A round ended with " + exit + "; see " + output);
            return false;
        }
        boolean good = true;
        for (String line : Files.readAllLines(result)) {
            good &= count(machine, line.split("\t", -1));
        }
        return good;
    }

    private boolean count(Machine machine, String[] cells) {
        boolean failed = !cells[1].equals("0");
        int[] counts =
                table.computeIfAbsent(cells[0], name -> new TreeMap<>()).computeIfAbsent(machine, name -> new int[2]);
        counts[0] += failed ? 1 : 0;
        counts[1]++;
        return !failed;
    }

    private List<String> command(Machine machine, Path result, Path root) {
        List<String> command = new ArrayList<>();
        boolean pins = Files.isExecutable(TASKSET);
        if (machine == Machine.NARROW && pins) {
            command.addAll(List.of(TASKSET.toString(), "-c", "0"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (machine == Machine.NARROW && !pins) {
            command.add("-XX:ActiveProcessorCount=1"); // then at least the virtual machine believes it
        }
        command.addAll(flags());
        command.addAll(List.of("-cp", root + File.pathSeparator + classPath()));
        command.addAll(List.of(Round.class.getName(), result.toString(), pattern, root.toString()));
        return command;
    }

    /** This process' own, wherever another may be started. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static List<String> flags() {
        return Arrays.stream(System.getProperty("repeat.flags", "").split(" +", -1))
                .filter(flag -> !flag.isEmpty())
                .toList();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        text.append("%15s %15s %15s%n".formatted(Machine.IDLE.title, Machine.NARROW.title, Machine.BUSY.title));
        table.forEach((name, cells) -> {
            for (Machine machine : Machine.values()) {
                int[] counts = cells.getOrDefault(machine, new int[2]);
                text.append("%15s ".formatted(counts[0] + " of " + counts[1]));
            }
            text.append(name).append('\n');
        });
        return text.toString();
    }
}
