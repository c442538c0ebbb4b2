package workqueue.tla;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The manifest: every model, and what TLC finds of it.
 *
 * @param all the models, in the manifest's order
 */
public record Models(List<Model> all) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final TypeReference<List<Model>> LIST = new TypeReference<>() {};

    public Models {
        all = List.copyOf(all);
        Set<String> names = new HashSet<>();
        for (Model model : all) {
            if (!names.add(model.name())) {
                throw new IllegalArgumentException("two models are called " + model.name());
            }
        }
    }

    /**
     * Reads the manifest that comes with this class, or that of the folder which the system property {@code workqueue.tla}
     * names.
     *
     * @throws IllegalArgumentException if it is none, or names a file that is not there
     */
    public static Models load() {
        try (InputStream in = Resources.open("models.json")) {
            Models models = read(in);
            models.all.forEach(Models::requireFiles);
            return models;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireFiles(Model model) {
        for (String file : List.of(model.module() + ".tla", model.cfg())) {
            if (!Resources.exists(file)) {
                throw new IllegalArgumentException("models.json, model " + model.name() + ": there is no " + file);
            }
        }
    }

    /**
     * Reads a manifest: a JSON array of models.
     *
     * @throws IllegalArgumentException if it is none, saying which line and field are wrong
     * @throws IOException if it cannot be read
     */
    public static Models read(InputStream in) throws IOException {
        byte[] manifest = in.readAllBytes(); // any failure of the parser is one of the content
        try {
            List<Model> models = JSON.readValue(manifest, LIST);
            if (models == null || models.contains(null)) {
                throw new IllegalArgumentException("models.json: null stands where a model has to be");
            }
            return new Models(models);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("models.json, " + place(e) + ": " + problem(e), e);
        }
    }

    private static String place(JacksonException e) {
        boolean known = e.getLocation() != null && e.getLocation().getLineNr() > 0;
        String line = known ? "line " + e.getLocation().getLineNr() + ", " : "";
        String fields = e.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(joining());
        return line + "models" + fields;
    }

    private static String problem(JacksonException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("not a manifest");
    }

    /** The model of that name. */
    public Optional<Model> named(String name) {
        return all.stream().filter(m -> m.name().equals(name)).findFirst();
    }

    /** The models of a tier, in the manifest's order. */
    public List<Model> of(Tier tier) {
        return all.stream().filter(m -> m.tier() == tier).toList();
    }

    /** The models that {@link Tlc#graph} can make a state graph of. */
    public List<Model> withLabels() {
        return all.stream().filter(m -> m.labels() != null).toList();
    }

    /** The ids of the rules that some model bears on. */
    public Set<String> rules() {
        return all.stream().flatMap(m -> m.rules().stream()).collect(toUnmodifiableSet());
    }
}
