package workqueue.properties.states;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import workqueue.properties.states.reference.Argument;

/** The tables as a page: a row for each state, of which there are more than operations. */
final class StatesPage {
    private static final String HEAD = """
            # Operations and states

            What every operation does in every state of the object that it is called on, made from the executable
            specification: all states that the operations lead to are explored, and a cell holds in every state that is
            called so. A test leads the reference into each of them, by a shortest path, does the operation there, then every
            other operation once, and has everything run to its end; answers, and what can be seen of callbacks and waiting
            callers, have to be the specification's throughout. The page is generated; a test fails if it is not what the
            specification says.

            A cell is what the caller is answered, or what becomes of the call if it answers nothing, and the rule that says
            so ([RULES.md](RULES.md)). *Waits* is for a call that has not returned before what it waits for. A rule of level
            CALLER says that the call must not be made; what follows it is the reference's. An empty cell is what nobody can
            do: call on a handle that he never had, or from a callback that is not running; and a misuse that nobody can notice: to
            count down a task that another run is to process (KS-19).
            """;

    private static final String ARGUMENTS = """

            ## Arguments

            Calls with what the executable specification knows nothing of: nothing where something has to be, something of
            another runtime's, something that does not fit. Where there is no rule it is the reference's documentation that
            says what follows.

            | family | call | with | answer |
            |---|---|---|---|
            """;

    private StatesPage() {}

    private static String line(String family, Argument argument) {
        String rule = argument.rule();
        String answer =
                rule.isEmpty() ? argument.expected() : argument.expected().replace(" " + rule, "") + " (" + rule + ")";
        return "| " + String.join(" | ", family, argument.call(), argument.what(), answer) + " |\n";
    }

    static String text() {
        return HEAD
                + Families.all().stream().map(StatesPage::section).collect(Collectors.joining())
                + ARGUMENTS
                + Argument.all().entrySet().stream()
                        .flatMap(family -> family.getValue().stream().map(argument -> line(family.getKey(), argument)))
                        .collect(Collectors.joining());
    }

    private static <S> String section(Family<S> family) {
        Table<S> table = Table.of(family);
        List<Operation<S>> columns = table.columns();
        StringBuilder section = new StringBuilder("\n## " + family.name() + "\n\n| |");
        columns.forEach(column -> section.append(' ').append(column.name()).append(" |"));
        section.append("\n|---|").append("---|".repeat(columns.size())).append('\n');
        for (Row row : table.rows()) {
            section.append("| **").append(row.name()).append("** |");
            Map<String, String> texts = new LinkedHashMap<>();
            table.cells(row).forEach(cell -> texts.put(cell.operation().name(), cell.text()));
            columns.forEach(column -> section.append(' ')
                    .append(texts.getOrDefault(column.name(), ""))
                    .append(" |"));
            section.append('\n');
        }
        return section.toString();
    }
}
