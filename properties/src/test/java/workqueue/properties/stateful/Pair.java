package workqueue.properties.stateful;

/** A system under test and its specification, in corresponding states. */
public interface Pair extends AutoCloseable {
    /** Compares the two after a command; throws an assertion error where they differ. */
    void compare();

    /** Brings both to rest, so that what is owed has to come; throws an assertion error if it does not. */
    default void comeToRest() {}

    /** Lets go of the system, whatever state it is in. */
    @Override
    default void close() {}
}
