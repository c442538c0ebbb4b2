package workqueue.tla;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tlc2.tool.impl.ModelConfig;

/**
 * What TLC reads beside a module: the constants, the specification, and all that is to hold. It says the same to everybody
 * who gives it to TLC; a model that has to fail is checked for nothing but what it violates.
 */
record Configuration(List<Section> sections) {
    private static final Set<String> KEYWORDS = Set.of(ModelConfig.ALL_KEYWORDS);

    /** A keyword and the words that follow it. */
    record Section(String keyword, List<String> words) {
        Section {
            words = List.copyOf(words);
        }

        boolean isInvariants() {
            return keyword.startsWith("INVARIANT");
        }

        boolean isProperties() {
            return keyword.startsWith("PROPERT");
        }

        @Override
        public String toString() {
            return keyword + " " + String.join(" ", words) + "\n";
        }
    }

    Configuration {
        sections = List.copyOf(sections);
    }

    /** Reads a configuration's text. */
    static Configuration of(String text) {
        List<Section> sections = new ArrayList<>();
        List<String> words = new ArrayList<>();
        String keyword = "";
        String bare = text.replaceAll("\\\\\\*.*", "").replaceAll("(?s)\\(\\*.*?\\*\\)", "");
        for (String word : bare.strip().split("\\s+", -1)) {
            if (KEYWORDS.contains(word)) {
                add(sections, keyword, words);
                keyword = word;
            } else {
                words.add(word);
            }
        }
        add(sections, keyword, words);
        return new Configuration(sections);
    }

    private static void add(List<Section> sections, String keyword, List<String> words) {
        if (!keyword.isEmpty()) {
            sections.add(new Section(keyword, words));
        }
        words.clear();
    }

    List<String> invariants() {
        return sections.stream()
                .filter(Section::isInvariants)
                .flatMap(section -> section.words().stream())
                .toList();
    }

    List<String> properties() {
        return sections.stream()
                .filter(Section::isProperties)
                .flatMap(section -> section.words().stream())
                .toList();
    }

    /** This one, with nothing that has to hold. */
    Configuration unchecked() {
        return new Configuration(sections.stream()
                .filter(section -> !section.isInvariants() && !section.isProperties())
                .toList());
    }

    /** What is checked if this is what TLC is expected to find: all, or only what is violated. */
    Configuration checking(Expectation expect) {
        return switch (expect.result()) {
            case OK -> this;
            case INVARIANT -> unchecked().with(new Section("INVARIANT", List.of(expect.violated())));
            case PROPERTY -> unchecked().with(new Section("PROPERTY", List.of(expect.violated())));
            case DEADLOCK, ERROR, TIMEOUT -> unchecked();
        };
    }

    private Configuration with(Section section) {
        List<Section> more = new ArrayList<>(sections);
        more.add(section);
        return new Configuration(more);
    }

    /** The text of the configuration, without comments. */
    @Override
    public String toString() {
        return sections.stream().map(Section::toString).collect(Collectors.joining());
    }
}
