package workqueue.reference.mf;

/** What decides whether a platform is started. Every method is called with the platform's lock held. */
final class Platform {
    private int startups;
    private int locks;

    /** Counts a start; answers whether it was the first, which also locks the platform (rules MF-2, MF-5). */
    boolean start() {
        startups++;
        if (startups > 1) {
            return false;
        }
        addLocks(1);
        return true;
    }

    /** Takes a start back, if there is one (rule MF-3); answers whether it was the last. */
    boolean stop() {
        if (startups == 0) {
            return false;
        }
        startups--;
        if (startups > 0) {
            return false;
        }
        addLocks(-1);
        return true;
    }

    boolean isStarted() {
        return startups > 0;
    }

    /** The count is the callers' affair (MF-9) and may even become negative. */
    void addLocks(int number) {
        locks += number;
    }

    boolean isLocked() {
        return locks > 0;
    }
}
