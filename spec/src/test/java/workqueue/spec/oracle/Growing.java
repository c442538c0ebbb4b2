package workqueue.spec.oracle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import workqueue.spec.history.Event;
import workqueue.spec.history.Header;
import workqueue.spec.history.History;
import workqueue.spec.history.Kind;

/**
 * Random histories of any profile, made of nothing but its words, one event after the other: as far as someone thinks that
 * they may have happened, and now and then one event further.
 */
final class Growing {
    private static final long CALLERS = 3;
    private static final List<Long> WORKERS = List.of(101L, 102L);
    private static final List<Long> ITEMS = List.of(1L, 2L, 3L);
    private static final List<Long> QUEUES = List.of(1L, 0x10001L);
    private static final List<Long> ARGUMENTS = List.of(0L, 1L, 2L, 0x10001L);
    private static final List<String> STATUSES =
            List.of("0x00000000", "0x00000000", "0x00000001", "0xC0000001", "0xC00D36FF", "0xC00D3E85", "0x80004005");
    private static final int TRIES = 12;
    private static final double DARING = 0.06;

    /** The profiles whose items have a queue for good. */
    private static final Set<String> BOUND = Set.of("linux", "libuv", "libdispatch", "win32-threadpool");

    private final Words words;
    private final boolean isBound;
    private final List<String> operations;
    private final Random random;
    private final Header header;
    private final List<Event> events = new ArrayList<>();
    private final Map<Long, Deque<Event>> open = new TreeMap<>();

    private Growing(Profile<?> profile, Random random) {
        this.words = profile.words();
        this.isBound = BOUND.contains(profile.word());
        this.operations = List.copyOf(new TreeMap<>(words.operations()).keySet());
        this.random = random;
        this.header = new Header(profile.word(), "grown", "", -1, "cut", -1, parameters());
    }

    /** A history of up to so many events, each of whose beginnings is possible; but one in three may end with one that is not. */
    static History history(Profile<?> profile, Random random, int length, Predicate<History> possible) {
        return new Growing(profile, random).grow(length, possible);
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new TreeMap<>();
        new TreeMap<>(words.parameters()).forEach((name, parameter) -> {
            if (random.nextBoolean()) {
                parameters.put(name, value(parameter));
            }
        });
        return parameters;
    }

    private Object value(Words.Parameter parameter) {
        return switch (parameter) {
            case FLAG -> random.nextBoolean();
            case COUNT -> 1L + random.nextInt(2);
            case RUN -> any(List.of("routine", "task"));
            case QUEUES -> Map.of("1", Map.of("ordered", random.nextBoolean()));
        };
    }

    private Long queueOf(Long item) {
        return isBound && item != null ? QUEUES.get(item == 3 ? 1 : 0) : any(QUEUES);
    }

    private History grow(int length, Predicate<History> possible) {
        boolean goesOn = true;
        for (int tries = 0; goesOn && events.size() < length && tries < TRIES * length; tries++) {
            Event next = next();
            History longer = with("cut", next);
            boolean isPossible = possible.test(longer);
            if (isPossible || random.nextDouble() < DARING) {
                add(next);
                goesOn = isPossible || random.nextBoolean();
            }
        }
        return new History(header, events).with(any(List.of("ok", "ok", "cut", "hang")), events);
    }

    private History with(String end, Event next) {
        List<Event> longer = new ArrayList<>(events);
        longer.add(next);
        return new History(header, longer).with(end, longer);
    }

    private void add(Event event) {
        events.add(event);
        Deque<Event> stack = open.computeIfAbsent(event.thread(), t -> new ArrayDeque<>());
        if (event.kind().opens()) {
            stack.addLast(event);
        } else {
            stack.removeLast();
        }
    }

    /** Anything that the words allow: what is under way is likelier to end than to be added to. */
    private Event next() {
        List<Event> closable = open.values().stream()
                .filter(stack -> !stack.isEmpty())
                .map(Deque::getLast)
                .toList();
        if (!closable.isEmpty() && random.nextInt(5) < 3) {
            Event opener = any(closable);
            return opener.kind() == Kind.INVOKE ? ret(opener) : event(opener, Kind.END, null, opener.item(), null);
        }
        long worker = any(WORKERS);
        return words.hasRuns() && isIdle(worker) && random.nextInt(3) == 0 ? begin(worker) : invoke();
    }

    private boolean isIdle(long thread) {
        return !open.containsKey(thread) || open.get(thread).isEmpty();
    }

    private Event begin(long worker) {
        long item = any(ITEMS);
        Long queue = words.run().contains("queue") ? queueOf(item) : null;
        String status = words.answers() && random.nextInt(6) == 0 ? any(STATUSES) : null;
        return new Event(events.size(), -1, worker, Kind.BEGIN, "run", queue, item, null, status);
    }

    private Event invoke() {
        List<Long> threads = new ArrayList<>();
        for (long caller = 1; caller <= CALLERS; caller++) {
            if (isIdle(caller)) {
                threads.add(caller);
            }
        }
        WORKERS.stream()
                .filter(worker -> !isIdle(worker) && open.get(worker).getLast().kind() == Kind.BEGIN)
                .forEach(threads::add);
        if (threads.isEmpty()) {
            return ret(open.get(1L).getLast());
        }
        String operation = any(operations);
        List<String> fields = words.operations().get(operation);
        Long item = fields.contains("item") ? any(ITEMS) : null;
        return new Event(
                events.size(),
                -1,
                any(threads),
                Kind.INVOKE,
                operation,
                fields.contains("queue") ? queueOf(item) : null,
                item,
                fields.contains("arg") ? any(ARGUMENTS) : argument(),
                null);
    }

    private Long argument() {
        return random.nextInt(3) == 0 ? any(ARGUMENTS) : null;
    }

    private Event ret(Event call) {
        Map<String, List<String>> outcomes = words.outcomes().get(call.op());
        if (outcomes == null) {
            String status = words.answers() || random.nextBoolean() ? any(STATUSES) : null;
            boolean names = words.names().contains(call.op());
            return event(call, Kind.RETURN, names ? any(QUEUES) : call.queue(), call.item(), status);
        }
        String word = any(List.copyOf(new TreeMap<>(outcomes).keySet()));
        Long item = outcomes.get(word).contains("item") ? any(ITEMS) : call.item();
        return event(call, Kind.RETURN, call.queue(), item, word);
    }

    private Event event(Event opener, Kind kind, Long queue, Long item, String result) {
        boolean isKept =
                kind == Kind.RETURN && words.operations().get(opener.op()).contains("arg");
        Long told = kind == Kind.RETURN && words.answers() ? argument() : null;
        Long argument = isKept ? opener.arg() : told;
        Long where = queue == null ? opener.queue() : queue;
        return new Event(events.size(), -1, opener.thread(), kind, opener.op(), where, item, argument, result);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
