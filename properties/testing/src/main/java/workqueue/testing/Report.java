package workqueue.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Which tests took longest, and which were skipped and why, from the reports that Maven's plugins leave. */
public final class Report {
    private static final int LONGEST = 15;

    /** One test class, or one test that was skipped, as a report has it. */
    private record Row(String name, double seconds) {}

    private final List<Row> classes = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();

    private Report() {}

    /** Prints the report of all modules below the folder that is the only argument. */
    public static void main(String[] args) throws IOException {
        System.out.print(of(Path.of(args[0])));
    }

    /** The report's text; empty if no test was run. */
    static String of(Path project) throws IOException {
        Report report = new Report();
        try (Stream<Path> files = Files.find(project, 6, (file, attributes) -> isReport(file))) {
            for (Path file : files.sorted().toList()) {
                report.read(file);
            }
        }
        return report.text();
    }

    private static boolean isReport(Path file) {
        String folder =
                file.getParent() == null ? "" : String.valueOf(file.getParent().getFileName());
        String name = String.valueOf(file.getFileName());
        return folder.matches("(surefire|failsafe)-reports") && name.startsWith("TEST-") && name.endsWith(".xml");
    }

    private void read(Path file) throws IOException {
        Element suite = parse(file);
        classes.add(new Row(suite.getAttribute("name"), seconds(suite)));
        NodeList cases = suite.getElementsByTagName("testcase");
        for (int k = 0; k < cases.getLength(); k++) {
            Element test = (Element) cases.item(k);
            NodeList reasons = test.getElementsByTagName("skipped");
            if (reasons.getLength() > 0) {
                skipped.add(test.getAttribute("classname") + "." + test.getAttribute("name") + ": "
                        + reason((Element) reasons.item(0)));
            }
        }
    }

    /** Its message; where the whole class was skipped the plugins have none, but the text that follows begins with it. */
    private static String reason(Element skip) {
        String message = skip.getAttribute("message");
        String text = message.isEmpty() ? skip.getTextContent() : message;
        return text.strip().lines().findFirst().orElse("no reason given");
    }

    private static Element parse(Path file) throws IOException {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static double seconds(Element suite) {
        return Double.parseDouble(suite.getAttribute("time").replace(",", ""));
    }

    private String text() {
        if (classes.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("\nWhat took longest, of " + classes.size() + " test classes:\n");
        classes.stream()
                .sorted(Comparator.comparingDouble(Row::seconds).reversed())
                .limit(LONGEST)
                .forEach(row -> text.append(String.format(Locale.ROOT, "%8.1f s  %s%n", row.seconds(), row.name())));
        text.append(skipped.isEmpty() ? "Nothing was skipped.\n" : "Skipped:\n");
        skipped.forEach(test -> text.append("  ").append(test).append('\n'));
        return text.toString();
    }
}
