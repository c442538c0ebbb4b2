package workqueue.tla;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A root module and all that it imports, written to a folder. */
final class Modules {
    private static final Pattern IMPORTS =
            Pattern.compile("\\bEXTENDS\\s+(\\w+(?:\\s*,\\s*\\w+)*)|\\bINSTANCE\\s+(\\w+)");

    private final Path folder;
    private final List<Mutation> mutations;
    private final Set<String> written = new HashSet<>();

    private Modules(Path folder, List<Mutation> mutations) {
        this.folder = folder;
        this.mutations = mutations;
    }

    /**
     * Writes the module and all that it imports, except TLA+'s standard modules, and applies the mutations.
     *
     * @throws IllegalArgumentException if a mutation cannot be applied
     */
    static void write(Path folder, String root, List<Mutation> mutations) throws IOException {
        Modules modules = new Modules(folder, mutations);
        modules.write(root);
        for (Mutation mutation : mutations) {
            if (!modules.written.contains(mutation.file())) {
                throw new IllegalArgumentException(
                        root + " does not import " + mutation.file() + ", which is to be mutated");
            }
        }
    }

    private void write(String module) throws IOException {
        String file = module + ".tla";
        if (!Resources.exists(file) || !written.add(file)) {
            return;
        }
        String text = Resources.text(file);
        for (Mutation mutation : mutations) {
            if (mutation.file().equals(file)) {
                text = mutation.applyTo(text);
            }
        }
        Files.writeString(folder.resolve(file), text);
        for (Matcher imports = IMPORTS.matcher(text); imports.find(); ) {
            String names = imports.group(1) != null ? imports.group(1) : imports.group(2);
            for (String name : names.split("\\s*,\\s*", -1)) {
                write(name);
            }
        }
    }
}
