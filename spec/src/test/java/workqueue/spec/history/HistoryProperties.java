package workqueue.spec.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Files that are written are read, and files that are damaged are read or refused, never anything else. */
class HistoryProperties {
    /** A change to a file: where, in thousandths of its length, and what. */
    record Damage(int where, int what, int value, int length) {
        byte[] to(byte[] file) {
            int at = (int) ((long) file.length * where / 1000);
            return switch (what % 5) {
                case 0 -> Arrays.copyOf(file, at);
                case 1 -> spliced(file, at, at + length, new byte[0]);
                case 2 -> spliced(file, at, at, new byte[] {(byte) value});
                case 3 -> spliced(file, at, at + 1, new byte[] {(byte) value});
                default -> spliced(file, at, at, Arrays.copyOfRange(file, at, Math.min(at + length, file.length)));
            };
        }

        private static byte[] spliced(byte[] file, int from, int to, byte[] middle) {
            int end = Math.min(to, file.length);
            byte[] result = Arrays.copyOf(file, from + middle.length + file.length - end);
            System.arraycopy(middle, 0, result, from, middle.length);
            System.arraycopy(file, end, result, from + middle.length, file.length - end);
            return result;
        }
    }

    @Property
    void writtenHistoriesAreRead(@ForAll("histories") History history) throws HistoryException {
        assertEquals(history, Bytes.read(Bytes.write(history)));
        assertEquals(history, Bytes.read(Bytes.gzip(Bytes.write(history))));
    }

    @Property(tries = 20_000)
    void damagedFilesAreReadOrRefused(
            @ForAll("histories") History history, @ForAll("damages") @Size(min = 1, max = 4) List<Damage> damages) {
        byte[] file = Bytes.write(history);
        for (Damage damage : damages) {
            file = damage.to(file);
        }
        readOrRefuse(file);
    }

    @Property(tries = 3_000)
    void damagedZippedFilesAreReadOrRefused(
            @ForAll("histories") History history, @ForAll("damages") @Size(min = 1, max = 3) List<Damage> damages) {
        byte[] file = Bytes.gzip(Bytes.write(history));
        for (Damage damage : damages) {
            file = damage.to(file);
        }
        readOrRefuse(file);
    }

    @Property
    void anyBytesAreReadOrRefused(@ForAll byte[] file) {
        readOrRefuse(file);
    }

    /** What is read can be written and read again. */
    private static void readOrRefuse(byte[] file) {
        History read;
        try {
            read = Bytes.read(file);
        } catch (HistoryException e) {
            return; // and nothing else is thrown
        }
        try {
            assertEquals(read.events(), Bytes.read(Bytes.write(read)).events());
        } catch (HistoryException e) {
            throw new AssertionError("what was read cannot be written", e);
        }
    }

    @Provide
    Arbitrary<List<Damage>> damages() {
        Arbitrary<Integer> bytes = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 255), Arbitraries.of((int) '"', (int) '{', (int) '\n', (int) '9'));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 999),
                        Arbitraries.integers().between(0, 4),
                        bytes,
                        Arbitraries.integers().between(1, 80))
                .as(Damage::new)
                .list();
    }

    @Provide
    Arbitrary<History> histories() {
        return Combinators.combine(headers(), Arbitraries.integers().between(0, 20), Arbitraries.randomValue(r -> r))
                .as(HistoryProperties::history);
    }

    private static Arbitrary<Header> headers() {
        Arbitrary<String> texts = Arbitraries.strings()
                .ofMaxLength(10)
                .filter(text -> text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE));
        Arbitrary<Object> values = Arbitraries.oneOf(
                texts.map(text -> (Object) text),
                Arbitraries.longs().map(number -> (Object) number),
                Arbitraries.of(true, false).map(flag -> (Object) flag));
        Arbitrary<Map<String, Object>> maps = Arbitraries.maps(texts, values).ofMaxSize(3);
        Arbitrary<Map<String, Object>> parameters = Arbitraries.maps(
                        texts, Arbitraries.oneOf(values, maps.map(map -> (Object) map)))
                .ofMaxSize(3);
        return Combinators.combine(
                        texts,
                        texts,
                        texts,
                        Arbitraries.longs().between(-1, 99),
                        Arbitraries.of("ok", "hang", "cut"),
                        parameters)
                .as((profile, implementation, scenario, threads, end, map) ->
                        new Header(profile, implementation, scenario, threads, end, -1, map));
    }

    /** Well-formed events: calls and runs that nest on each thread. */
    private static History history(Header header, int size, Random random) {
        List<Event> events = new ArrayList<>();
        Map<Long, Deque<Event>> open = new HashMap<>();
        long seq = random.nextInt(3);
        for (int k = 0; k < size; k++) {
            long thread = random.nextInt(3);
            Deque<Event> stack = open.computeIfAbsent(thread, t -> new ArrayDeque<>());
            Event event = !stack.isEmpty() && random.nextBoolean()
                    ? closing(stack.removeLast(), seq, random)
                    : opening(thread, seq, random);
            if (event.kind().opens()) {
                stack.addLast(event);
            }
            events.add(event);
            seq += 1 + random.nextInt(1000);
        }
        return new History(header.with(header.end(), events.size()), events);
    }

    private static Event opening(long thread, long seq, Random random) {
        Kind kind = List.of(Kind.INVOKE, Kind.BEGIN, Kind.NOTE).get(random.nextInt(3));
        String op = List.of("enqueue", "run", "\u00e9\ud83d\ude00\"\\").get(random.nextInt(3));
        return new Event(seq, random.nextInt(9) - 1, thread, kind, op, some(random), some(random), some(random), null);
    }

    private static Event closing(Event start, long seq, Random random) {
        Kind kind = start.kind() == Kind.INVOKE ? Kind.RETURN : Kind.END;
        String result = random.nextBoolean() ? "0x00000000" : null;
        return new Event(seq, -1, start.thread(), kind, start.op(), start.queue(), start.item(), some(random), result);
    }

    private static Long some(Random random) {
        return random.nextBoolean() ? null : Long.valueOf(random.nextLong());
    }
}
