package workqueue.properties.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import workqueue.spec.history.Event;
import workqueue.spec.history.Header;
import workqueue.spec.history.History;
import workqueue.spec.history.Kind;

/**
 * Records what is done to one session of an implementation.
 *
 * <p>The place of an event in the order is claimed by one atomic increment: before the call for an invoke and after it for
 * a return, at the very start of a run for its begin and at its very end for its end. So if one call returned before
 * another was invoked, it stands before it. Everything else goes to a list of the thread's own, so that recording does not
 * order threads more than that one increment does.
 */
public final class Recorder implements AutoCloseable {
    private final Setup setup;
    private final String implementation;
    private final String scenario;
    private final Implementation.Runs body;
    private final Session session;

    private final AtomicLong sequence = new AtomicLong();
    private final AtomicLong threads = new AtomicLong();
    private final long start = System.nanoTime();
    private final ConcurrentLinkedQueue<Track> tracks = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Track> track = ThreadLocal.withInitial(this::newTrack);

    /** The events of one thread. Written by that thread; read when {@link #history} is asked, see there. */
    private static final class Track {
        final long thread;
        final List<Event> events = new ArrayList<>();

        /** Calls that have not returned; of its own thread. */
        int open;

        Track(long thread) {
            this.thread = thread;
        }
    }

    /**
     * Opens a session that is recorded.
     *
     * @param body what a run does, between its begin and its end
     */
    public Recorder(Implementation implementation, Setup setup, String scenario, Implementation.Runs body) {
        this.setup = setup;
        this.implementation = implementation.name();
        this.scenario = scenario;
        this.body = body;
        this.session = implementation.open(setup, new RecordedRuns());
    }

    private Track newTrack() {
        Track mine = new Track(threads.getAndIncrement());
        tracks.add(mine);
        return mine;
    }

    /** Performs a call and records it; the same as {@link Session#call}. */
    public Reply call(Request request) throws InterruptedException {
        Track mine = track.get();
        add(mine, Kind.INVOKE, request, null);
        mine.open++;
        Reply reply = session.call(request);
        mine.open--;
        Long queue = reply.queue() != null ? reply.queue() : request.queue();
        Long arg = reply.key() != null ? reply.key() : request.arg();
        add(mine, Kind.RETURN, new Request(request.op(), queue, request.item(), arg), reply.status());
        return reply;
    }

    /** Performs a call that is not the queue's but of what items wait for, and notes it. */
    public void arrange(Request request) throws InterruptedException {
        add(track.get(), Kind.NOTE, request, null);
        session.call(request);
    }

    private final class RecordedRuns implements Implementation.Runs {
        @Override
        public void run(Long queue, long item) {
            run(queue, item, null);
        }

        @Override
        public void run(Long queue, long item, Long status) {
            Track mine = track.get();
            Request run = new Request("run", queue, item, null);
            add(mine, Kind.BEGIN, run, status);
            int open = mine.open;
            try {
                body.run(queue, item, status);
            } finally {
                if (mine.open == open) { // else a call threw: it has no return, and so its run has no end
                    add(mine, Kind.END, run, status);
                }
            }
        }
    }

    private void add(Track mine, Kind kind, Request request, Long status) {
        long seq = sequence.getAndIncrement();
        long nanos = System.nanoTime() - start;
        String result = status == null ? null : String.format(Locale.ROOT, "0x%08x", status);
        synchronized (mine) { // only history() contends for it
            mine.events.add(new Event(
                    seq,
                    nanos,
                    mine.thread,
                    kind,
                    request.op(),
                    request.queue(),
                    request.item(),
                    request.arg(),
                    result));
        }
    }

    /** How many events were recorded so far, or are about to be. Any thread may ask at any time. */
    public long events() {
        return sequence.get();
    }

    /**
     * What was recorded so far: all events before a place in the order, and none after it. Any thread may ask at any time.
     *
     * @param end {@code ok} if everything has come to rest, {@code hang} if nothing moves any more
     */
    public History history(String end) {
        long until = sequence.get();
        List<Event> events = before(until);
        while (events.size() < until) { // a thread has claimed a place and is about to write
            Thread.onSpinWait();
            events = before(until);
        }
        events.sort(Comparator.comparingLong(Event::seq));
        Map<String, Object> parameters = new TreeMap<>();
        if (setup.profile().startsWith("kmdf")) {
            parameters.put("automaticSerialization", setup.serialized());
        }
        if (setup.profile().equals("kmdf") || setup.profile().equals("io")) {
            parameters.put("workers", (long) setup.workers());
        }
        return new History(
                new Header(setup.profile(), implementation, scenario, threads.get(), end, events.size(), parameters),
                events);
    }

    private List<Event> before(long until) {
        List<Event> events = new ArrayList<>();
        for (Track some : tracks) {
            synchronized (some) {
                some.events.stream().filter(event -> event.seq() < until).forEach(events::add);
            }
        }
        return events;
    }

    /** Closes the session. */
    @Override
    public void close() {
        session.close();
    }
}
