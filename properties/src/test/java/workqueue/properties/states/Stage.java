package workqueue.properties.states;

import java.util.Map;

/** An object of the reference, to which operations are done by their names. */
public interface Stage extends AutoCloseable {
    /** Does an operation; returns when it has returned, or when all threads wait. */
    void call(String operation);

    /** What the last operation answered, or that it waits. */
    String answer();

    /** What can be seen of the object from outside when all threads wait: how many callbacks were called, who waits, whether it is gone. */
    Map<String, Object> visible();

    /** Has all threads end, and waits for them; everything that was accepted runs before. */
    void stop();

    /** Lets go of everything, whatever state it is in. */
    @Override
    void close();
}
