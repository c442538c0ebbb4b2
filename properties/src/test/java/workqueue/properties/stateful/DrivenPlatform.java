package workqueue.properties.stateful;

/**
 * The operations of a Media Foundation platform by their numbers: queues are identifiers, answers are HRESULTs. The
 * reference and the executable specification both are one, so that what they answer can be compared.
 */
public interface DrivenPlatform {
    /** The first private queue's identifier; others follow it. */
    int FIRST_PRIVATE = 0x00010000;

    int startup();

    int shutdown();

    /** Allocates a queue that is serial or not; returns its identifier or, negative, an error. */
    int allocate(boolean serial);

    int lock(int queue);

    int unlock(int queue);

    int put(int queue, int item);
}
