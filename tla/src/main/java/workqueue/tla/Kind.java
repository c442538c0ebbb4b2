package workqueue.tla;

/** What a model is for. */
public enum Kind {
    /** The modules as they are; what the configuration names holds. */
    MODEL,
    /** A change of a module; it has to be refuted. */
    MUTANT,
    /** A module of a defect that exists; what its configuration names is violated. */
    DEFECT,
    /** The claim that something interesting cannot be reached; it has to be refuted. */
    GOAL
}
