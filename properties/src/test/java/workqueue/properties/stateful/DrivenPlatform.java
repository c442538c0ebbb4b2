package workqueue.properties.stateful;

/**
 * The operations of a Media Foundation platform by their numbers: queues are identifiers, answers are HRESULTs. The
 * reference and the executable specification both are one, so that what they answer can be compared.
 */
public interface DrivenPlatform {
    /** The first private queue's identifier; others follow it. */
    int FIRST_PRIVATE = 0x00010000;

    /** Items with this number or a greater one are results that lock the platform (rule MF-10); others do not. */
    int FIRST_RESULT = 2;

    int startup();

    int shutdown();

    /** Allocates a queue that is serial or not; returns its identifier or, negative, an error. */
    int allocate(boolean serial);

    int lock(int queue);

    int unlock(int queue);

    int put(int queue, int item);

    /** Adds to the locks that the application has on the platform, which may be fewer than none. */
    int addPlatformLocks(int number);

    /** Puts an item that goes to its queue when its time comes; returns its key or, negative, an error. */
    int schedule(int queue, int item);

    /** Puts an item that goes to its queue when the event is set; returns its key or, negative, an error. */
    int await(int queue, int item);

    /** Cancels what has the key. */
    int cancel(int key);

    /** Has the time come of the item that was scheduled first; returns whether there is one. */
    boolean passTime();

    /** Sets the event that items wait for. */
    void setEvent();

    /** Has items wait for the event again. */
    void resetEvent();
}
