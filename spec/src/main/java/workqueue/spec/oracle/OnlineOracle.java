package workqueue.spec.oracle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import workqueue.spec.history.Event;
import workqueue.spec.history.Gaps;
import workqueue.spec.history.Header;
import workqueue.spec.history.History;
import workqueue.spec.history.Kind;

/**
 * Judges a history event by event, in memory bounded by what is open and pending. For one thread.
 *
 * <p>What calls and runs can break by themselves is read off those that are under way. The rest is judged strand by strand:
 * what the profile judges alone, an item or a worker or a queue. When no call and no run of a strand is under way, all that
 * it can have come to is known, and what led there is forgotten if it was known before. A violation is a strand that cannot
 * have come to anything, and is told by the {@link Oracle} of whole histories, of what is left of the strand.
 *
 * <p>It never contradicts that oracle about whether a recording conforms, and says {@code inconclusive} where it does not
 * know: the rules of a profile that are between strands are not judged, and strands that never rest, or need too much, are
 * given up. Of several rules that a recording breaks it may tell another one, the caller's instead of the implementation's
 * too: it knows neither what comes later nor what it has forgotten.
 */
public final class OnlineOracle {
    private final Profile<?> profile;
    private final Header header;
    private final Strands<?> strands;
    private final Map<Long, Doing> threads = new HashMap<>();
    private final Map<Long, Event> begun = new LinkedHashMap<>();
    private final Map<String, Shown> shown = new HashMap<>();
    private long count;
    private Verdict verdict;
    private long decidedAt;
    private String stopped;

    /** What some events show that are under way at once. */
    private enum Shown {
        NOTHING,
        BREACH,
        UNCOVERED
    }

    /** A thread: its calls and runs under way, and how many events there were after its last. */
    private static final class Doing {
        private final Deque<Event> open = new ArrayDeque<>(2);
        private long last;
    }

    /**
     * An oracle for a history with that header.
     *
     * @param budget how many configurations one search may look at, at least 1
     * @param strict whether to ask also for what only implementations agree on
     * @throws IllegalArgumentException if the profile is unknown, or a parameter is none of its
     */
    public OnlineOracle(Header header, long budget, boolean strict) {
        this.profile = Profile.of(header.profile());
        this.header = header;
        profile.words().check(header);
        this.strands = strands(profile, header, budget, strict);
    }

    private static <S> Strands<S> strands(Profile<S> profile, Header header, long budget, boolean strict) {
        Oracle oracle = new Oracle(budget, strict);
        return profile.meaning()
                .apply(Script.of(new History(header, List.of())))
                .alone()
                .map(alone -> new Strands<>(profile, header, alone, oracle, Oracle.tolerated(strict), budget))
                .orElse(null);
    }

    /**
     * Takes the next event, in the order and as well-formed as a reader hands them over.
     *
     * @throws IllegalArgumentException if it does not speak the words of the profile
     */
    public void accept(Event event) {
        profile.words().check(event);
        Doing thread = threads.computeIfAbsent(event.thread(), number -> new Doing());
        if (event.kind() == Kind.NOTE) {
            lose(event, thread);
        } else if (stopped == null && verdict == null) {
            judge(event, thread);
        }
        count++;
        thread.last = count;
    }

    /** What came after the first that can have been lost is not certain, nor is what it seemed to break. */
    private void lose(Event note, Doing thread) {
        long whole = note.op().equals(Gaps.LOST) ? thread.last : count;
        if (Gaps.isMark(note) && (verdict == null || whole < decidedAt)) {
            verdict = null;
            stop(note, "events are missing");
        }
    }

    private void stop(Event event, String why) {
        stopped = stopped == null ? why + " (seq " + event.seq() + "): what follows is not judged online" : stopped;
    }

    private void judge(Event event, Doing thread) {
        List<Event> window = window(event, thread);
        Shown what = window.isEmpty() ? Shown.NOTHING : shown(window);
        if (what == Shown.UNCOVERED) {
            stop(event, "operation " + event.op() + " is not covered by the rules of the profile yet");
        } else if (what == Shown.BREACH) {
            Script script = Script.of(history(window, "cut"));
            decide(Optional.ofNullable(strands)
                    .flatMap(all -> all.wrong("cut"))
                    .or(() -> Oracle.breach(profile.ofSome(), script)));
        } else if (strands != null && !profile.words().notCovered().contains(event.op())) {
            if (strands.tangles(event)) {
                stop(event, event.op() + " is of all items of its queue");
            } else {
                decide(strands.add(event));
            }
        }
    }

    private void decide(Optional<Verdict> found) {
        found.ifPresent(one -> {
            verdict = one;
            decidedAt = count + 1;
        });
    }

    /** What is under way that an event may clash with: of a begin all runs, of a call those of its thread. */
    private List<Event> window(Event event, Doing thread) {
        switch (event.kind()) {
            case BEGIN -> {
                thread.open.addLast(event);
                begun.put(event.seq(), event);
                return List.copyOf(begun.values());
            }
            case END -> {
                begun.remove(thread.open.removeLast().seq());
                return List.of();
            }
            case INVOKE -> {
                thread.open.addLast(event);
                return List.copyOf(thread.open);
            }
            default -> {
                List<Event> window = new ArrayList<>(thread.open);
                window.add(event);
                thread.open.removeLast();
                return window;
            }
        }
    }

    private Shown shown(List<Event> window) {
        if (profile.ofSome().isEmpty() && profile.words().notCovered().isEmpty()) {
            return Shown.NOTHING;
        }
        String shape = Shape.of(window, 0);
        Shown known = shown.get(shape);
        if (known == null) {
            Script script = Script.of(history(window, "cut"));
            boolean returns = window.get(window.size() - 1).kind() == Kind.RETURN;
            known = returns && profile.uncovered(script) != null
                    ? Shown.UNCOVERED
                    : Oracle.breach(profile.ofSome(), script).isPresent() ? Shown.BREACH : Shown.NOTHING;
            if (shown.size() >= Strands.SHAPES) {
                shown.clear();
            }
            shown.put(shape, known);
        }
        return known;
    }

    private History history(List<Event> events, String end) {
        return new History(header.with(end, events.size()), events);
    }

    /** The verdict on what was accepted, if no more comes. */
    public Verdict verdict() {
        if (verdict != null) {
            return verdict;
        }
        if (stopped != null) {
            return Verdict.inconclusive(stopped, strands == null ? 0 : strands.configurations());
        }
        if (strands == null) {
            return Verdict.inconclusive(
                    "of profile " + profile.word() + " only what a call or run breaks by itself is judged online", 0);
        }
        boolean rests =
                Script.of(history(List.copyOf(begun.values()), header.end())).atRest();
        return strands.wrong(rests ? "ok" : "cut")
                .or(() -> Oracle.breach(profile.ofAll(), Script.of(strands.open())))
                .or(() -> strands.undecided().map(why -> Verdict.inconclusive(why, strands.configurations())))
                .orElseGet(() -> Verdict.conforms(strands.configurations()));
    }
}
