package workqueue.properties.states;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import workqueue.spec.model.Action;
import workqueue.spec.model.Graph;

/**
 * The table of a family. All states that the operations lead to are explored; those of one name are a row, and a cell is
 * what the operation does in any of them in which somebody can do it.
 */
final class Table<S> {
    private final Family<S> family;
    private final SortedMap<Row, List<S>> rows = new TreeMap<>();

    /** The step that reached a state first. */
    private final Map<S, Reached<S>> reached = new LinkedHashMap<>();

    private Table(Family<S> family) {
        this.family = family;
        Graph<S> graph = Graph.explore(family.initial(), state -> moves());
        graph.steps().forEach((state, steps) -> {
            if (family.isShown(state)) {
                rows.computeIfAbsent(family.row(state), name -> new ArrayList<>())
                        .add(state);
            }
            for (Graph.Step<S> step : steps) {
                reached.putIfAbsent(step.next(), new Reached<>(state, ((Move<S>) step.action()).operation()));
            }
        });
        reached.remove(family.initial());
    }

    static <S> Table<S> of(Family<S> family) {
        return new Table<>(family);
    }

    private List<Move<S>> moves() {
        return family.operations().stream()
                .filter(Operation::isMove)
                .map(operation -> new Move<>(family, operation))
                .toList();
    }

    List<Row> rows() {
        return List.copyOf(rows.keySet());
    }

    List<Operation<S>> columns() {
        return family.operations().stream().filter(Operation::hasColumn).toList();
    }

    /** The cells of a row, for each operation that can be done there. */
    List<Cell<S>> cells(Row row) {
        List<Cell<S>> cells = new ArrayList<>();
        for (Operation<S> operation : columns()) {
            first(row, operation).map(state -> cell(row, operation, state)).ifPresent(cells::add);
        }
        return cells;
    }

    private Cell<S> cell(Row row, Operation<S> operation, S state) {
        Outcome<S> outcome = operation.outcome(state).orElseThrow();
        return new Cell<>(row, operation, pathTo(state), outcome.cell(next(outcome, state)), outcome.rule());
    }

    List<Cell<S>> cells() {
        return rows().stream().flatMap(row -> cells(row).stream()).toList();
    }

    /** What the cell says in each state of the row; there has to be one text at most. */
    Set<String> texts(Row row, Operation<S> operation) {
        Set<String> texts = new TreeSet<>();
        for (S state : rows.get(row)) {
            operation.outcome(state).ifPresent(outcome -> texts.add(outcome.cell(next(outcome, state))));
        }
        return texts;
    }

    private S next(Outcome<S> outcome, S state) {
        return family.settle(outcome.step().apply(state), step -> {});
    }

    /** Exploration is breadth first, so the first state is one of the nearest. */
    private Optional<S> first(Row row, Operation<S> operation) {
        return rows.get(row).stream()
                .filter(state -> operation.outcome(state).isPresent())
                .findFirst();
    }

    private List<Operation<S>> pathTo(S state) {
        Deque<Operation<S>> path = new ArrayDeque<>();
        for (Reached<S> last = reached.get(state); last != null; last = reached.get(last.from())) {
            path.addFirst(last.by());
        }
        return List.copyOf(path);
    }

    private record Reached<S>(S from, Operation<S> by) {}

    /** An operation and what goes on by itself after it. */
    private record Move<S>(Family<S> family, Operation<S> operation) implements Action<S> {
        @Override
        public boolean possible(S state) {
            return operation.outcome(state).isPresent() && family.isWithin(apply(state));
        }

        @Override
        public S apply(S state) {
            return family.settle(operation.outcome(state).orElseThrow().step().apply(state), step -> {});
        }
    }

    /**
     * One cell.
     *
     * @param path a shortest one to the row, from the initial state
     * @param text what the operation does there
     * @param rule which says so
     */
    record Cell<S>(Row row, Operation<S> operation, List<Operation<S>> path, String text, String rule) {}
}
