package workqueue.tla;

import java.util.List;

/** Models for tests of the runner. */
final class Samples {
    private Samples() {}

    /** A model of the manifest that passes, and in no time. */
    static Model passing() {
        return named("WorkQueueContract");
    }

    static Model named(String name) {
        return Models.load().named(name).orElseThrow();
    }

    static Model expecting(Model model, Expectation expect) {
        return changed(model, model.mutations(), expect, model.labels());
    }

    static Model mutated(Model model, Mutation... mutations) {
        return changed(model, List.of(mutations), model.expect(), model.labels());
    }

    static Model labelled(Model model, Labels labels) {
        return changed(model, model.mutations(), model.expect(), labels);
    }

    private static Model changed(Model m, List<Mutation> mutations, Expectation expect, Labels labels) {
        return new Model(
                m.name(),
                m.description(),
                m.rules(),
                m.module(),
                m.cfg(),
                m.tier(),
                m.workers(),
                mutations,
                expect,
                labels);
    }
}
